import { featuresOf } from '@/sites/structure/features';
import { isElsewhere } from '@/sites/structure/words';
import { isVisible } from '@/sites/visibility';

/** Parts of a page in which no conversation is held, by what the page says they are. */
const beside = [
  'nav, aside, header, dialog',
  '[role="navigation"], [role="complementary"], [role="banner"]',
  '[role="dialog"], [role="alertdialog"], [role="search"], [role="menu"], [role="listbox"], [role="tree"]',
].join(', ');

/**
 * Tells whether an element belongs to the page's main region: neither beside it nor in a part that holds
 * other things. Remembers what it was asked, so it is good for one look at a page.
 */
export function mainRegion(): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    const asked: Element[] = [];
    let at: Element | null = element;
    while (at && at.localName !== 'body' && !known.has(at)) {
      asked.push(at);
      at = at.parentElement;
    }
    let isInside = at === null || (known.get(at) ?? true);
    for (const each of asked.reverse()) {
      isInside &&= !isBeside(each);
      known.set(each, isInside);
    }
    return isInside;
  };
}

/** Whether the element itself says that it is another part of the page. */
export function isBeside(element: Element): boolean {
  return element.matches(beside) || featuresOf(element).some(({ words }) => isElsewhere(words));
}

/** Not read as part of what is said. */
const unsaid = [
  'button, [role="button"], select, input, textarea, svg, script, style, template, noscript, time',
  '.sr-only, .visually-hidden, .cdk-visually-hidden, [role="toolbar"], details',
].join(', ');

/** How many letters of words the part shows, outside whatever `left` holds. */
export function lettersIn(part: Element, left?: (text: Text) => boolean): number {
  const texts = part.ownerDocument.createTreeWalker(part, 4 /* NodeFilter.SHOW_TEXT */);
  let count = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node as Text;
    const letters = text.data.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    if (letters === 0 || !text.parentElement || text.parentElement.closest(unsaid)) continue;
    if (left?.(text) || !isVisible(text.parentElement)) continue;
    count += letters;
  }
  return count;
}

export function commonAncestor(elements: readonly Element[]): Element | undefined {
  const [first, ...others] = elements;
  let at: Element | null | undefined = first?.parentElement;
  while (at && !others.every((other) => at?.contains(other))) at = at.parentElement;
  return at ?? undefined;
}

export function depthOf(element: Element): number {
  let depth = 0;
  for (let at = element.parentElement; at; at = at.parentElement) depth += 1;
  return depth;
}

/** Whether the second comes after the first in the page. */
export function isBefore(first: Element, second: Element): boolean {
  return (first.compareDocumentPosition(second) & 4) /* Node.DOCUMENT_POSITION_FOLLOWING */ !== 0;
}
