import type { Role } from '@/memory/types';
import { codeViewers } from '@/sites/code-block';
import type { Part } from '@/sites/findings';
import { readText } from '@/sites/read-text';
import { isAside } from '@/sites/regions';
import { joined } from '@/sites/selectors';
import { haveSameMarks, isAlike } from '@/sites/shape';
import type { SiteTurn } from '@/sites/site';
import { findWords, type Thread } from '@/sites/turns';

/**
 * The part that does not hold together as one whole thread; undefined where all does. Only structure is looked at,
 * and whether there are words; what they say is no matter.
 */
export function checkThread(
  thread: Thread,
  composer: HTMLElement | undefined,
  isAnswering: boolean,
): Part | undefined {
  const { turns } = thread;
  if (isSaidTwice(turns) || !isOneList(turns, composer) || hasLostTurn(turns)) return 'turns';
  if (hasStrayId(thread)) return 'turns';
  if (isLeftOpen(turns)) return 'end';
  return hasLostWords(thread, isAnswering) ? 'words' : undefined;
}

/** Two turns of one role under one id of the site, or in one place of the thread. */
function isSaidTwice(turns: readonly SiteTurn[]): boolean {
  const ids = turns.filter(({ id }) => id !== undefined).map(({ role, id }) => `${role} ${id}`);
  const places = turns.map(({ position }) => position).filter((position) => position !== undefined);
  return new Set(ids).size < ids.length || new Set(places).size < places.length;
}

/** Turns in two lists, of which one is a preview, a branch or a look-alike, are no thread. */
function isOneList(turns: readonly SiteTurn[], composer: HTMLElement | undefined): boolean {
  if (composer && isAmong(composer, turns)) return false;
  const rows = groupByRow(turns);
  if (rows.length < 2 || rows.length === turns.length) return true;
  if (composer && rows.some(({ row }) => row.contains(composer))) return false;
  const usual = rows.filter((row, index) => !isAnswersOnly(row, index) && !isLastExchange(row, index, rows));
  return (
    usual.every((one) => one.roles.length === 1) ||
    usual.every(({ row }) => usual[0] && isAlike(row, usual[0].row))
  );
}

interface Row {
  row: Element;
  roles: Role[];
}

function groupByRow(turns: readonly SiteTurn[]): Row[] {
  const groups: Row[] = [];
  for (const [index, row] of rowsOf(turns).entries()) {
    const last = groups.at(-1);
    const roles = turns[index] ? [turns[index].role] : [];
    if (last?.row === row) last.roles.push(...roles);
    else groups.push({ row, roles });
  }
  return groups;
}

/** Answers of several models side by side. */
function isAnswersOnly({ roles }: Row, index: number): boolean {
  return index > 0 && roles.every((role) => role === 'assistant');
}

/** Sites give the last exchange a box as high as the window, so that the question can stand at its top. */
function isLastExchange({ roles }: Row, index: number, rows: readonly Row[]): boolean {
  return index === rows.length - 1 && roles[0] === 'user' && (roles.length === 1 || isExchange(roles));
}

function isExchange(roles: readonly Role[]): boolean {
  return roles.length === 2 && roles[1] === 'assistant';
}

/** A composer stands before all turns or behind them. */
function isAmong(composer: HTMLElement, turns: readonly SiteTurn[]): boolean {
  const isBehind = turns.map(({ element }) => (composer.compareDocumentPosition(element) & 4) !== 0);
  return new Set(isBehind).size > 1;
}

/** For each turn the child of the turns' common ancestor that it is in, or is. */
function rowsOf(turns: readonly SiteTurn[]): Element[] {
  const list = listOf(turns);
  return turns.map(({ element }) => {
    let row = element;
    while (row.parentElement && row.parentElement !== list) row = row.parentElement;
    return row;
  });
}

/** The nearest element around all turns. */
function listOf(turns: readonly SiteTurn[]): Element | undefined {
  const last = turns.at(-1)?.element;
  let list = turns[0]?.element.parentElement;
  while (list && last && !list.contains(last)) list = list.parentElement;
  return list ?? undefined;
}

/** Words stand where a turn would: between two turns of one role, or before an answer that begins the thread. */
function hasLostTurn(turns: readonly SiteTurn[]): boolean {
  const [first] = turns;
  if (first?.role === 'assistant' && elementsBefore(first.element, listOf(turns)).some(saysWords))
    return true;
  return turns.some(({ role, element }, index) => {
    const next = turns[index + 1];
    return role === next?.role && elementsBetween(element, next.element).some(saysWords);
  });
}

/** In the list, the site's id of a message stands on something that says words and is no turn. */
function hasStrayId({ layout, turns }: Thread): boolean {
  const list = listOf(turns);
  if (!list) return false;
  const elements = new Set<Element>(turns.map(({ element }) => element));
  const around = new Set(turns.flatMap(({ element }) => ancestors(element, list)));
  const isInTurn = (one: Element) =>
    elements.has(one) || ancestors(one, list).some((each) => elements.has(each));
  const maps = [...(layout.user.ids ?? []), ...(layout.assistant.ids ?? [])];
  return maps.some(({ css, attribute, value }) =>
    [...list.querySelectorAll(css)].some(
      (carrier) =>
        !around.has(carrier) &&
        value.test(carrier.getAttribute(attribute) ?? '') &&
        !isInTurn(carrier) &&
        !isAside(carrier) &&
        saysWords(carrier),
    ),
  );
}

function ancestors(element: Element, root: Element): Element[] {
  const found: Element[] = [];
  for (let at = element.parentElement; at && at !== root; at = at.parentElement) found.push(at);
  return found;
}

/** Words behind a question that ends the thread: an answer, or a note of the site that there is none. */
export function hasMoreBehind(turns: readonly SiteTurn[], composer: HTMLElement | undefined): boolean {
  const last = turns.at(-1);
  const list = listOf(turns);
  if (last?.role !== 'user' || !list) return false;
  const found: Element[] = [];
  for (let at: Element | null = last.element; at && at !== list; at = at.parentElement) {
    found.push(...siblings(at, 'nextElementSibling'));
  }
  const end = composer ? found.findIndex((one) => one.contains(composer)) : -1;
  return (end < 0 ? found : found.slice(0, end)).some(saysWords);
}

function elementsBefore(turn: Element, list: Element | undefined): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = turn; list && at && at !== list; at = at.parentElement) {
    found.push(...siblings(at, 'previousElementSibling'));
  }
  return found;
}

/** The outermost elements behind one and before the other, in neither. */
function elementsBetween(one: Element, other: Element): Element[] {
  const found: Element[] = [];
  let row: Element | null = one;
  for (; row && !row.parentElement?.contains(other); row = row.parentElement) {
    found.push(...siblings(row, 'nextElementSibling'));
  }
  for (row = row?.nextElementSibling ?? null; row && !row.contains(other); row = row.nextElementSibling) {
    found.push(row);
  }
  for (let at: Element | null = other; at && at !== row; at = at.parentElement) {
    found.push(...siblings(at, 'previousElementSibling'));
  }
  return found;
}

function siblings(
  element: Element | undefined,
  way: 'nextElementSibling' | 'previousElementSibling',
): Element[] {
  const found: Element[] = [];
  for (let at = element?.[way]; at; at = at[way]) found.push(at);
  return found;
}

/** A time of day or a count is not said by anybody; what stands in an editor is not said yet. */
function saysWords(element: Element): boolean {
  if (element.matches(unsaid) || !words.test(element.textContent ?? '')) return false;
  return words.test(readText(element, unsaid));
}

const words = /\p{L}{3}/u;
const unsaid = 'form, [contenteditable]:not([contenteditable="false"]), nav, aside, header, footer';

/** An answer that a question follows has ended, whatever its own mark says; a broken one among others does no harm. */
function isLeftOpen(turns: readonly SiteTurn[]): boolean {
  const answered = turns.filter(({ role }, at) => role === 'assistant' && turns[at + 1]?.role === 'user');
  return answered.length > 0 && answered.every(({ streaming }) => streaming);
}

function hasLostWords({ layout, turns }: Thread, isAnswering: boolean): boolean {
  return turns.some(({ element, role, streaming }, index) => {
    const map = layout[role];
    if (streaming || !map.text || (isAnswering && index === turns.length - 1)) return false;
    if ([...element.querySelectorAll(editBoxes)].some((box) => !box.closest(codeViewers))) return false;
    const skip = map.skip && joined(map.skip);
    const found = findWords(element, map);
    if (!found) return readText(element, skip) !== '';
    const isFirstChoice = found.by === map.text[0];
    return (
      leavesPartOut(element, found.parts, skip) ||
      (!isFirstChoice && leavesBlockOut(element, found.parts, skip))
    );
  });
}

/** In an old prompt that the user is changing, its words may stand in a box alone. */
const editBoxes = 'textarea, [contenteditable]:not([contenteditable="false"])';

/** Words in an element that is like the parts that were found and only lacks a class that they have. */
function leavesPartOut(turn: Element, parts: readonly Element[], skip: string | undefined): boolean {
  const tags = [...new Set(parts.map(({ localName }) => localName))].join(', ');
  return [...turn.querySelectorAll(tags)].some(
    (element) =>
      !parts.some((part) => part.contains(element) || element.contains(part)) &&
      parts.some((part) => isAlike(element, part) && haveSameMarks(element, part)) &&
      !(skip && element.closest(skip)) &&
      readText(element, skip) !== '',
  );
}

/** An entry that is second choice may have been made for pages that put code and tables elsewhere. */
function leavesBlockOut(turn: Element, parts: readonly Element[], skip: string | undefined): boolean {
  return [...turn.querySelectorAll('pre, table')].some(
    (block) => !parts.some((part) => part.contains(block)) && !(skip && block.closest(skip)),
  );
}
