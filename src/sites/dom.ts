import { examine } from '@/sites/health';
import type { SendSelector, SiteMap } from '@/sites/map';
import { readNames } from '@/sites/names';
import { newestMonth } from '@/sites/newest-month';
import { isAside } from '@/sites/regions';
import { findAround, findFirst, findMatch, type Match, matchesAny } from '@/sites/selectors';
import type { Site } from '@/sites/site';
import { readTemporary } from '@/sites/temporary';
import { readThread, readTurns, turnSelector } from '@/sites/turns';
import { isVisible } from '@/sites/visibility';

/** The behaviour that all sites share, over the selectors of one. Everything is looked up when it is asked for. */
export function siteFrom(map: SiteMap): Site {
  const conversationId = (url: URL) => findId(map, url);
  const isStopShown = (root: ParentNode) => findFirst(root, map.stop, isVisible) !== undefined;
  const isAnswering = (root: ParentNode) =>
    isStopShown(root) || findFirst(root, map.busy ?? []) !== undefined;
  return {
    map,
    id: map.id,
    name: map.name,
    matches: map.matches,
    experimental: map.experimental,
    seen: newestMonth(map),
    pasteLimit: map.pasteLimit,
    sendsWithModifier: map.sendsWithModifier,
    needsModifier: map.needsModifier,
    keyMayBreakLine: map.keyMayBreakLine,
    conversationId,
    isChat: (url) => map.chats.some((path) => path.test(url.pathname)),
    isTemporary: (root, url) => readTemporary(map.temporary, root, url, conversationId(url)),
    turns: (root) => readTurns(root, map.layouts, isStopShown(root)),
    isAnswering,
    model: (root) => readNames(root, map.model ?? []).at(0),
    composer: (root) => findComposer(map, root)?.element,
    sendButton: (root) => findSendButton(map, root)?.element,
    composerBox: (root) => findComposerBox(map, root),
    health: (root, url) =>
      examine(map, {
        composer: findComposer(map, root),
        send: findSendButton(map, root),
        stop: findMatch(root, map.stop, isVisible),
        thread: readThread(root, map.layouts, isStopShown(root)),
        isAnswering: isAnswering(root),
        conversationId: conversationId(url),
      }),
  };
}

function findId({ chats, idBesidePath }: SiteMap, url: URL): string | undefined {
  for (const path of chats) {
    const id = path.exec(url.pathname)?.groups?.id;
    if (id) return id;
  }
  return idBesidePath?.exec(url.search + url.hash)?.groups?.id;
}

function findComposer(map: SiteMap, root: ParentNode): Match<HTMLElement> | undefined {
  const turn = turnSelector(map.layouts);
  const fits = (element: HTMLElement) =>
    isEditable(element) && isVisible(element) && !element.closest(turn) && !isAside(element);
  const named = findMatch<HTMLElement>(root, map.composer, fits);
  if (named || !map.loneComposer || !looksLikeChat(map, root)) return named;
  const [lone, ...others] = [...root.querySelectorAll<HTMLElement>(map.loneComposer.css)].filter(fits);
  return lone && others.length === 0 ? { element: lone, by: map.loneComposer } : undefined;
}

/** A form of any other kind has a lone text area too; a chat shows turns, or a button that says it sends. */
function looksLikeChat(map: SiteMap, root: ParentNode): boolean {
  return root.querySelector(turnSelector(map.layouts)) !== null || findFirst(root, map.send) !== undefined;
}

function isEditable(element: Element): boolean {
  if (element.localName === 'textarea') return !element.matches(':disabled, [readonly]');
  return element.matches('[contenteditable]:not([contenteditable="false"])');
}

function findComposerBox(map: SiteMap, root: ParentNode): HTMLElement | undefined {
  const composer = findComposer(map, root)?.element;
  if (!composer) return undefined;
  return (
    (findAround(composer, map.composerBox) as HTMLElement | undefined) ?? composer.parentElement ?? undefined
  );
}

/** Looked for in the composer's box, where that is known; all over the page another form's button might fit. */
function findSendButton(map: SiteMap, root: ParentNode): Match<HTMLElement> | undefined {
  const composer = findComposer(map, root)?.element;
  if (!composer) return undefined;
  const send = map.send.filter((selector) => canSend(root, selector));
  const isSend = (button: HTMLElement) => isVisible(button) && !matchesAny(button, map.stop);
  return findMatch<HTMLElement>(findAround(composer, map.composerBox) ?? root, send, isSend);
}

function canSend(root: ParentNode, { unless }: SendSelector): boolean {
  return unless === undefined || root.querySelector(unless) === null;
}
