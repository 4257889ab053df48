import type { TemporaryMap } from '@/sites/map';
import { findFirst } from '@/sites/selectors';

/** Whether the site itself keeps this chat out of its history; undefined when that cannot be read off the page. */
export function readTemporary(
  map: TemporaryMap,
  root: Document,
  url: URL,
  conversationId: string | undefined,
): boolean | undefined {
  if (map.query?.test(url.search) || map.fragment?.test(url.hash)) return true;
  if (
    map.signs?.some((sign) => findFirst(root, [sign], (element) => !sign.text || saysSo(element, sign.text)))
  ) {
    return true;
  }
  const stored = map.storageKey === undefined ? undefined : readStored(root, map.storageKey);
  if (stored === unreadable) return undefined;
  // What an earlier chat of the tab left behind says nothing about another conversation that has its own id.
  if (stored && (conversationId === undefined || stored.includes(conversationId))) return true;
  if (!map.legible || conversationId !== undefined) return false;
  return findFirst(root, map.legible) ? false : undefined;
}

function saysSo(element: Element, words: RegExp): boolean {
  return words.test(element.textContent ?? '');
}

const unreadable = Symbol('unreadable');

function readStored(root: Document, key: string): string | null | undefined | typeof unreadable {
  try {
    return root.defaultView?.sessionStorage.getItem(key);
  } catch {
    // Blocked storage throws a SecurityError.
    return unreadable;
  }
}
