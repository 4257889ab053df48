import { isTextarea } from '@/sites/composer-text';
import { featuresOf } from '@/sites/structure/features';
import type { FoundPart } from '@/sites/structure/found';
import { isBefore, mainRegion } from '@/sites/structure/page-parts';
import { isElsewhere, wordsOf } from '@/sites/structure/words';
import { isVisible } from '@/sites/visibility';

export interface FoundComposer extends FoundPart<HTMLElement> {
  box: HTMLElement;
  send: FoundPart<HTMLElement> | undefined;
}

/** Where a prompt may be written on the page, the likeliest first. */
export function findComposers(page: Document): FoundComposer[] {
  const isInMain = mainRegion();
  return [...page.querySelectorAll<HTMLElement>(editable)]
    .filter((element) => isOpen(element) && isInMain(element) && !isOther(element))
    .map((element, _, all) => composerAt(element, element === all.findLast(isReached)))
    .filter(({ box }) => !isFormOfFields(box))
    .sort((one, other) => other.score - one.score);
}

/** The composer at an element that somebody says is it, whatever it looks like. */
export function composerAt(found: HTMLElement, isLast: boolean): FoundComposer {
  const box = boxOf(found);
  const send = findSend(box, found);
  const reasons: string[] = [];
  let score = 0.2;
  const add = (points: number, reason: string) => {
    score += points;
    reasons.push(reason);
  };
  if (send) add(0.3, 'beside a button that sends');
  if (isLast) add(0.2, 'the last of the page');
  if (namesOf(found).some((word) => prompting.has(word))) add(0.2, 'named as for a prompt');
  if (found.getAttribute('role') === 'textbox' || isTextarea(found)) add(0.1, 'for text of several lines');
  if (isLargest(found)) add(0.1, 'the largest in the page');
  if (!isReached(found)) add(-0.4, 'not to be reached by key');
  return { found, box, send, score: Math.max(0, Math.min(1, score)), reasons };
}

export const editable = 'textarea, [contenteditable]:not([contenteditable="false"])';

function isOpen(element: Element): boolean {
  return (
    isVisible(element) &&
    !element.matches(':disabled, [readonly]') &&
    !element.parentElement?.closest(editable)
  );
}

function isReached(element: Element): boolean {
  return element.getAttribute('tabindex') !== '-1';
}

const prompting = new Set('prompt chat message input composer ask query editor'.split(' '));
/** Boxes for something else than a prompt. */
const others = new Set(
  'search comment review email subject note edit title reply feedback address'.split(' '),
);

function namesOf(element: Element): string[] {
  return featuresOf(element).flatMap(({ words }) => [...words]);
}

function isOther(element: Element): boolean {
  const kinds = ['role', 'type', 'name', 'id'].map((name) => element.getAttribute(name) ?? '');
  const words = [...namesOf(element), ...kinds.flatMap(wordsOf)];
  return isElsewhere(words) || words.some((word) => others.has(word));
}

/** Width and height are nothing where the page is not laid out. */
function isLargest(element: HTMLElement): boolean {
  const area = areaOf(element);
  const all = [...element.ownerDocument.querySelectorAll<HTMLElement>(editable)];
  return area > 0 && all.every((each) => areaOf(each) <= area);
}

function areaOf(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
}

/** The nearest that holds a button besides the composer; a form if it stands in one. */
function boxOf(composer: HTMLElement): HTMLElement {
  const form = composer.closest('form');
  if (form) return form;
  let at = composer.parentElement ?? composer;
  for (let steps = 0; steps < 8 && !at.querySelector(buttons); steps++) {
    const next = at.parentElement;
    if (!next || /^(?:body|main)$/.test(next.localName)) break;
    at = next;
  }
  return at;
}

const fields =
  'input:not([type]), input[type="text"], input[type="email"], input[type="tel"], input[type="url"], ' +
  'input[type="number"], input[type="password"], input[type="date"], select';

/** Forms ask for several things, chats for one. */
function isFormOfFields(box: HTMLElement): boolean {
  return [...box.querySelectorAll(fields)].some(isVisible);
}

const buttons = 'button, [role="button"], input[type="submit"]';
const sending = new Set(['send', 'submit']);
const notSending = new Set(
  (
    'stop cancel attach file files upload mic microphone voice dictate dictation model tool tools menu ' +
    'search plus add close edit like copy'
  ).split(' '),
);

function findSend(box: HTMLElement, composer: HTMLElement): FoundPart<HTMLElement> | undefined {
  const all = [...box.querySelectorAll<HTMLElement>(buttons)].filter(
    (button) => isVisible(button) && !button.matches('[aria-haspopup], [aria-pressed], [aria-expanded]'),
  );
  const rated = all.map((button, index) =>
    rateSend(button, index === all.length - 1, isBefore(composer, button)),
  );
  const [best, next] = rated.sort((one, other) => other.score - one.score);
  return best && best.score >= 0.4 && best.score > (next?.score ?? 0) ? best : undefined;
}

function rateSend(found: HTMLElement, isLast: boolean, isBehind: boolean): FoundPart<HTMLElement> {
  const names = [...namesOf(found), ...wordsOf(found.getAttribute('aria-label') ?? '')];
  if (names.some((word) => notSending.has(word))) return { found, score: 0, reasons: [] };
  const reasons: string[] = [];
  let score = 0;
  const add = (points: number, reason: string) => {
    score += points;
    reasons.push(reason);
  };
  if (found.matches('[type="submit"]')) add(0.4, 'a submit button');
  if (names.some((word) => sending.has(word))) add(0.5, 'named as one that sends');
  if (isLast) add(0.2, 'the last button of the box');
  if (isBehind) add(0.1, 'behind the composer');
  if ((found.textContent ?? '').trim() === '') add(0.1, 'an icon');
  return { found, score: Math.min(1, score), reasons };
}
