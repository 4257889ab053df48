import type { Role } from '@/memory/types';
import { type Feature, featuresOf } from '@/sites/structure/features';
import type { FoundPart, FoundTurn } from '@/sites/structure/found';
import {
  commonAncestor,
  depthOf,
  isBefore,
  isBeside,
  lettersIn,
  mainRegion,
} from '@/sites/structure/page-parts';
import { isOfTurn, speakerIn, templateOf } from '@/sites/structure/words';
import { isVisible } from '@/sites/visibility';

export type FoundTurns = FoundPart<readonly FoundTurn[]>;

/**
 * The turns of the chat that the composer belongs to. Marks that say who speaks come first; without them, a
 * list whose rows alternate between two shapes is found, with roles that are a guess. Two lists that could be
 * it: none.
 */
export function findTurns(page: Document, composer: Element, box: Element): FoundTurns | undefined {
  const isInMain = mainRegion();
  const isFree = (element: Element) => !box.contains(element) && isVisible(element) && isInMain(element);
  const elements = [...page.body.querySelectorAll('*')].filter(isFree);
  const marks = marksIn(elements);
  const marked = [...pairLists(marks, composer), ...answerLists(marks, composer)];
  return choose(marked, composer) ?? choose(shapeLists(elements, composer), composer);
}

/** The elements that carry a feature which says who speaks, outermost ones only. */
interface Mark extends Feature {
  role: Role;
  elements: Element[];
}

function marksIn(elements: readonly Element[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const element of elements) {
    for (const feature of featuresOf(element)) {
      const role = speakerIn(feature.words);
      if (!role) continue;
      const mark = marks.get(feature.css) ?? { ...feature, role, elements: [] };
      marks.set(feature.css, mark);
      if (!mark.elements.at(-1)?.contains(element)) mark.elements.push(element);
    }
  }
  return [...marks.values()];
}

/** Questions and answers are both marked. */
function pairLists(marks: readonly Mark[], composer: Element): FoundTurns[] {
  const lists: FoundTurns[] = [];
  for (const user of marks.filter(({ role }) => role === 'user')) {
    for (const assistant of marks.filter(({ role }) => role === 'assistant')) {
      const isAlike = user.kind === assistant.kind && templateOf(user.words) === templateOf(assistant.words);
      const areTurns = isOfTurn(user.words) && isOfTurn(assistant.words);
      // Names of two kinds that say nothing of a turn may meet by chance.
      if (!isAlike && !areTurns) continue;
      const turns = inOrder([...turnsOf(user), ...turnsOf(assistant)]);
      if (turns.some(({ element }, index) => turns[index - 1]?.element.contains(element))) continue;
      const separate = separateLists(turns, composer);
      for (const list of separate) {
        if (!isAlternating(list)) continue;
        const whole = wholeTurns(list, composer);
        if (!whole || holdsOther(whole, marks)) continue;
        const isDoubtful = separate.length > 1 || isGeometryOdd(whole);
        const score = (isAlike ? 0.9 : 0.75) + (list.length > 2 ? 0.1 : 0) - (isDoubtful ? 0.4 : 0);
        lists.push({ found: whole, score, reasons: [`marked ${user.css} and ${assistant.css}`] });
      }
    }
  }
  return lists;
}

/** A turn in which a mark of the other speaker stands is more than one turn. */
function holdsOther(turns: readonly FoundTurn[], marks: readonly Mark[]): boolean {
  const roles = new Map(turns.map(({ element, role }) => [element, role]));
  return marks.some(({ role, elements }) =>
    elements.some((element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const around = roles.get(at);
        if (around !== undefined) return around !== role;
      }
      return false;
    }),
  );
}

/**
 * Answers alone are marked: what stands between them are the questions, the first one before the first
 * answer.
 */
function answerLists(marks: readonly Mark[], composer: Element): FoundTurns[] {
  const lists: FoundTurns[] = [];
  for (const assistant of marks.filter(({ role, words }) => role === 'assistant' && isOfTurn(words))) {
    const rows = rowsOf(assistant.elements, composer);
    for (const list of new Set(rows.map(({ parentElement }) => parentElement))) {
      if (!list || list.localName === 'body') continue;
      const turns = rowsIn(list, composer).map((element): FoundTurn => {
        return { element, role: rows.includes(element) ? 'assistant' : 'user' };
      });
      const users = turns.filter(({ role }) => role === 'user').map(({ element }) => element);
      if (turns.length < 3 || turns[0]?.role !== 'user' || !isAlternating(turns) || !areAlike(users))
        continue;
      if (isGeometryOdd(turns) || holdsOther(turns, marks)) continue;
      lists.push({ found: turns, score: 0.75, reasons: [`answers marked ${assistant.css}`] });
    }
  }
  return lists;
}

/**
 * Nothing says who speaks: rows of two shapes by turns. The first, or what stands to the right, is the
 * user's.
 */
function shapeLists(elements: readonly Element[], composer: Element): FoundTurns[] {
  const lists: FoundTurns[] = [];
  for (const list of elements) {
    if (list.children.length < 3 || /^(?:ul|ol|dl|table|tbody|p|pre)$/.test(list.localName)) continue;
    if (!isBefore(list, composer) && !list.contains(composer)) continue;
    const rows = rowsIn(list, composer);
    const [first, second] = rows.map(shapeOf);
    if (rows.length < 3 || first === second) continue;
    if (!rows.every((row, index) => shapeOf(row) === (index % 2 === 0 ? first : second))) continue;
    const turns = rows.map((element, index): FoundTurn => {
      return { element, role: index % 2 === 0 ? 'user' : 'assistant' };
    });
    const isOdd = isGeometryOdd(turns);
    const found = isOdd ? turns.map(swapped) : turns;
    lists.push({ found, score: isOdd ? 0.3 : 0.4, reasons: ['rows of two shapes by turns'] });
  }
  return lists;
}

function swapped({ element, role }: FoundTurn): FoundTurn {
  return { element, role: role === 'user' ? 'assistant' : 'user' };
}

/** The parts of a list that say something, without the composer. */
export function rowsIn(list: Element, composer: Element): Element[] {
  return [...list.children].filter(
    (child) =>
      !child.contains(composer) &&
      !child.matches(besideTurns) &&
      isVisible(child) &&
      !isBeside(child) &&
      lettersIn(child) > 0,
  );
}

const besideTurns = 'header, footer, nav, aside, h1, h2, h3, form, hr, [contenteditable]';

export function shapeOf(element: Element): string {
  const names = element.getAttributeNames().filter((name) => name !== 'style');
  const classes = [...element.classList].filter((name) => !/\d/.test(name) || /^_?[0-9a-f]{6,}$/.test(name));
  return [element.localName, ...names.sort(), ...classes.sort()].join(' ');
}

function areAlike(elements: readonly Element[]): boolean {
  return new Set(elements.map(shapeOf)).size <= 1;
}

function turnsOf({ elements, role }: Mark): FoundTurn[] {
  return elements.map((element) => ({ element, role }));
}

function inOrder(turns: readonly FoundTurn[]): FoundTurn[] {
  return [...turns].sort((one, other) => (isBefore(one.element, other.element) ? -1 : 1));
}

export function isAlternating(turns: readonly FoundTurn[]): boolean {
  return turns.length >= 2 && turns.every(({ role }, index) => role !== turns[index - 1]?.role);
}

/** For each element the outermost one around it that holds none of the others, nor the composer. */
export function rowsOf(elements: readonly Element[], composer: Element): Element[] {
  const held = new Map<Element, number>();
  for (const element of elements) {
    for (let at = element.parentElement; at; at = at.parentElement) held.set(at, (held.get(at) ?? 0) + 1);
  }
  return elements.map((element) => {
    let row = element;
    for (let at = row.parentElement; at && at.localName !== 'body'; at = at.parentElement) {
      if (held.get(at) !== 1 || at.contains(composer)) break;
      row = at;
    }
    return row;
  });
}

/** A page may show two threads: turns belong together if their rows are siblings, or pairs of them are. */
function separateLists(turns: readonly FoundTurn[], composer: Element): FoundTurn[][] {
  const rows = rowsOf(
    turns.map(({ element }) => element),
    composer,
  );
  const byParent = new Map<Element, FoundTurn[]>();
  for (const [index, turn] of turns.entries()) {
    const parent = rows[index]?.parentElement;
    if (parent) byParent.set(parent, [...(byParent.get(parent) ?? []), turn]);
  }
  const parents = [...byParent.keys()];
  const arePairs =
    parents.length > 1 &&
    [...byParent.values()].every(
      (pair, index, all) => pair.length === 2 || (index === all.length - 1 && pair.length === 1),
    ) &&
    new Set(parents.map(({ parentElement }) => parentElement)).size === 1 &&
    new Set(parents.map(shapeOf)).size === 1;
  return arePairs ? [[...turns]] : [...byParent.values()];
}

/**
 * The marked elements if they hold all that is said, or else their rows; nothing if words stand between those
 * too.
 */
function wholeTurns(turns: readonly FoundTurn[], composer: Element): FoundTurn[] | undefined {
  const elements = turns.map(({ element }) => element);
  const rows = rowsOf(elements, composer);
  const isSaid = elements.every((element, index) => {
    const row = rows[index];
    return row !== undefined && lettersIn(element) >= mostOfRow * lettersIn(row);
  });
  const whole = isSaid
    ? [...turns]
    : turns.map(({ role }, index) => ({ role, element: rows[index] as Element }));
  const isEmpty = whole.slice(0, -1).some(({ element }) => lettersIn(element) === 0);
  if (hasMoreRows(rows, composer)) return undefined;
  return isEmpty || lettersBetween(rows, composer) > 0.1 * totalLetters(whole) ? undefined : whole;
}

const mostOfRow = 0.85;

/** Before the first or behind the last, in the same list: perhaps turns that are marked in another way. */
function hasMoreRows(rows: readonly Element[], composer: Element): boolean {
  const lists = new Set(rows.flatMap(({ parentElement }) => parentElement ?? []));
  const [list] = lists;
  if (!list || lists.size > 1) return false;
  return rowsIn(list, composer).some(
    (row) => !rows.includes(row) && rows.some(({ localName }) => localName === row.localName),
  );
}

function totalLetters(turns: readonly FoundTurn[]): number {
  return turns.reduce((sum, { element }) => sum + lettersIn(element), 0);
}

/** Outside the rows, between the first and the last. */
function lettersBetween(rows: readonly Element[], composer: Element): number {
  const [first, last] = [rows[0], rows.at(-1)];
  const list = commonAncestor(rows);
  if (!first || !last || !list) return 0;
  const around = new Set(rows);
  return lettersIn(list, ({ parentElement: holder }) => {
    if (!holder || !isBefore(first, holder) || !isBefore(holder, last)) return true;
    for (let at: Element | null = holder; at && at !== list; at = at.parentElement) {
      if (at === composer || around.has(at)) return true;
    }
    return false;
  });
}

/** Where the page is laid out: a question that starts further left than the answers is none. */
function isGeometryOdd(turns: readonly FoundTurn[]): boolean {
  const left = (role: Role) => {
    const starts = turns.filter((turn) => turn.role === role).map(({ element }) => startOf(element));
    return Math.min(...starts);
  };
  return left('user') < left('assistant') - 8;
}

/** The left edge of the first words; rows themselves often take the whole width. */
function startOf(turn: Element): number {
  const texts = turn.ownerDocument.createTreeWalker(turn, 4 /* NodeFilter.SHOW_TEXT */);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.nodeValue?.trim() && node.parentElement) return node.parentElement.getBoundingClientRect().left;
  }
  return turn.getBoundingClientRect().left;
}

/**
 * The best of the lists, unless another one says otherwise of the same words, or is as near to the composer.
 */
function choose(lists: readonly FoundTurns[], composer: Element): FoundTurns | undefined {
  const near = (list: FoundTurns) => nearness(list, composer);
  const possible = lists.filter(({ found }) => found.every(({ element }) => !element.contains(composer)));
  const [best, ...others] = possible.sort(
    (one, other) =>
      near(other) - near(one) || other.score - one.score || other.found.length - one.found.length,
  );
  if (!best) return undefined;
  const rivals = others.filter((other) => near(other) === near(best) && other.score >= best.score - 0.15);
  return rivals.some((rival) => contradicts(rival, best)) ? undefined : best;
}

/** How deep in the page the place is that holds both. */
function nearness({ found }: FoundTurns, composer: Element): number {
  const around = commonAncestor([...found.map(({ element }) => element), composer]);
  return around ? depthOf(around) : 0;
}

function contradicts({ found: one }: FoundTurns, { found: other }: FoundTurns): boolean {
  const roles = new Map(other.map((turn) => [turn.element, turn.role]));
  return one.some(({ element, role }) => {
    const known = roles.get(element);
    if (known !== undefined) return known !== role;
    const same = other.filter((turn) => turn.element.contains(element) || element.contains(turn.element));
    return same.length !== 1 || same[0]?.role !== role;
  });
}
