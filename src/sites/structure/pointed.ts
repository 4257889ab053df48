import { composerAt, editable } from '@/sites/structure/composer';
import { findEnd } from '@/sites/structure/end';
import { featuresOf } from '@/sites/structure/features';
import { chatOf } from '@/sites/structure/find-chat';
import { type FoundChat, type FoundTurn, type PartName, unsureOf } from '@/sites/structure/found';
import { squashed } from '@/sites/structure/squashed';
import { rowsIn, shapeOf } from '@/sites/structure/turns';

/**
 * What was found, after the user has pointed at an element and said what it is. Unchanged where the element
 * cannot be that: a composer that takes no text, a turn that is the composer.
 */
export function withPointed(found: FoundChat, part: PartName, element: Element): FoundChat {
  if (part === 'composer') return withComposer(found, element);
  if (part === 'send') return withSend(found, element);
  if (part === 'end of answer') return withEnd(found, element);
  return withTurn(found, part === 'user turn' ? 'user' : 'assistant', element);
}

/** After a send: the turn that holds the words that were sent is the user's. */
export function withSent(found: FoundChat, words: string): FoundChat {
  const wanted = squashed(words);
  const holding = found.turns.found.filter(
    ({ element }) => wanted !== '' && squashed(element.textContent ?? '').includes(wanted),
  );
  const [turn, ...others] = holding;
  return turn && others.length === 0 ? withTurn(found, 'user', turn.element) : found;
}

function withComposer(found: FoundChat, element: Element): FoundChat {
  const composer = element.closest<HTMLElement>(editable) ?? element.querySelector<HTMLElement>(editable);
  if (!composer || found.turns.found.some((turn) => turn.element.contains(composer))) return found;
  return chatOf(
    found.document,
    found.url,
    { ...composerAt(composer, true), score: 1, reasons: pointed },
    found.turns,
  );
}

function withSend(found: FoundChat, element: Element): FoundChat {
  const send = element.closest<HTMLElement>('button, [role="button"], input[type="submit"]');
  if (!send || found.turns.found.some((turn) => turn.element.contains(send))) return found;
  return renewed({ ...found, send: { found: send, score: 1, reasons: pointed } });
}

/** Something that shows in every answer that is done, and in no question. */
function withEnd(found: FoundChat, element: Element): FoundChat {
  const of = (role: string) => found.turns.found.filter((turn) => turn.role === role);
  const feature = featuresOf(element).find(
    ({ css }) =>
      of('assistant').every((turn) => turn.element.querySelector(css)) &&
      !of('user').some((turn) => turn.element.querySelector(css)),
  );
  return feature
    ? renewed({ ...found, end: { found: { complete: feature.css }, score: 1, reasons: pointed } })
    : found;
}

function withTurn(found: FoundChat, role: FoundTurn['role'], element: Element): FoundChat {
  if (element.contains(found.composer.found) || found.box.contains(element)) return found;
  const turns = assigned(found.turns.found, role, element) ?? rowsLike(found, role, element);
  if (!turns) return found;
  return renewed({ ...found, turns: { found: turns, score: 1, reasons: pointed }, end: findEnd(turns) });
}

/** The list is right; who speaks where follows from one turn, as they alternate. */
function assigned(turns: readonly FoundTurn[], role: FoundTurn['role'], element: Element) {
  const place = turns.findIndex((turn) => turn.element.contains(element) || element.contains(turn.element));
  if (place < 0) return undefined;
  const other = role === 'user' ? 'assistant' : 'user';
  return turns.map((turn, index): FoundTurn => {
    return { ...turn, role: Math.abs(index - place) % 2 === 0 ? role : other };
  });
}

/** Another list than the one found: that of the nearest rows around the element, which alternate in shape. */
function rowsLike(
  { composer }: FoundChat,
  role: FoundTurn['role'],
  element: Element,
): FoundTurn[] | undefined {
  const other = role === 'user' ? 'assistant' : 'user';
  for (let at: Element | null = element; at?.parentElement; at = at.parentElement) {
    const rows = rowsIn(at.parentElement, composer.found);
    const place = rows.indexOf(at);
    const shapes = rows.map((row, index) => ({ shape: shapeOf(row), isLike: (index - place) % 2 === 0 }));
    const mine = new Set(shapes.filter(({ isLike }) => isLike).map(({ shape }) => shape));
    const theirs = new Set(shapes.filter(({ isLike }) => !isLike).map(({ shape }) => shape));
    const [own] = mine;
    if (place < 0 || mine.size !== 1 || theirs.size !== 1 || theirs.has(own ?? '')) continue;
    return rows.map((row, index): FoundTurn => {
      return { element: row, role: (index - place) % 2 === 0 ? role : other };
    });
  }
  return undefined;
}

const pointed = ['pointed at'];

function renewed(found: FoundChat): FoundChat {
  return { ...found, unsure: unsureOf(found) };
}
