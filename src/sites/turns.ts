import type { Role } from '@/memory/types';
import type { AttributeMap, TextMap, TurnLayout, TurnMap } from '@/sites/map';
import { readNames } from '@/sites/names';
import { readText } from '@/sites/read-text';
import { isAside } from '@/sites/regions';
import { joined } from '@/sites/selectors';
import type { SiteTurn } from '@/sites/site';

/**
 * The turns on the page, oldest first. `answering` is the page's own stop button: as long as it shows, the last
 * answer is not complete, whatever the turn itself says (answers pause between tool calls).
 */
export function readTurns(root: ParentNode, layouts: readonly TurnLayout[], answering: boolean): SiteTurn[] {
  return readThread(root, layouts, answering)?.turns ?? [];
}

/** The turns, and the layout that has them. */
export interface Thread {
  layout: TurnLayout;
  turns: SiteTurn[];
}

export function readThread(
  root: ParentNode,
  layouts: readonly TurnLayout[],
  answering: boolean,
): Thread | undefined {
  for (const layout of layouts) {
    const elements = findTurns(root, layout);
    if (elements.length === 0) continue;
    const turns = elements.map((element, index) => {
      const role: Role = element.matches(layout.user.turn.css) ? 'user' : 'assistant';
      const last = index === elements.length - 1;
      return readTurn(element, role, layout[role], answering && last);
    });
    return { layout, turns };
  }
  return undefined;
}

/** Every element that is a turn in any layout of the site; none is where a site has no layout. */
export function turnSelector(layouts: readonly TurnLayout[]): string {
  return (
    layouts.flatMap(({ user, assistant }) => [user.turn.css, assistant.turn.css]).join(', ') || ':not(*)'
  );
}

function findTurns(root: ParentNode, layout: TurnLayout): Element[] {
  const turns = outermost([...root.querySelectorAll(turnSelector([layout]))]);
  return turns.filter((turn) => !isAside(turn));
}

function readTurn(element: Element, role: Role, map: TurnMap, unfinished: boolean): SiteTurn {
  const position = map.position && readAttribute(element, map.position);
  return {
    element,
    role,
    id: readId(element, map),
    position: position === undefined ? undefined : Number(position),
    streaming: role === 'assistant' && (unfinished || isStreaming(element, map)),
    text: () => readWords(element, map),
    attachments: () => readNames(element, map.attachments ?? []),
  };
}

function readId(turn: Element, map: TurnMap): string | undefined {
  for (const id of map.ids ?? []) {
    const value = readAttribute(turn, id);
    if (value !== undefined) return value;
  }
  return undefined;
}

function readAttribute(turn: Element, map: AttributeMap): string | undefined {
  for (const carrier of carriers(turn, map)) {
    const found = map.value.exec(carrier.getAttribute(map.attribute) ?? '');
    if (found) return found[1] ?? found[0];
  }
  return undefined;
}

function carriers(turn: Element, { where, css }: AttributeMap): Iterable<Element> {
  if (where === 'inside') return turn.querySelectorAll(css);
  const carrier = where === 'itself' ? (turn.matches(css) ? turn : null) : turn.closest(css);
  return carrier ? [carrier] : [];
}

function isStreaming(turn: Element, { streaming, complete }: TurnMap): boolean {
  if (streaming && has(turn, streaming.css)) return true;
  return complete !== undefined && !has(turn, complete.css);
}

export function has(turn: Element, css: string): boolean {
  return turn.matches(css) || turn.querySelector(css) !== null;
}

function readWords(turn: Element, map: TurnMap): string {
  const skip = map.skip && joined(map.skip);
  if (!map.text) return readText(turn, skip);
  const found = findWords(turn, map);
  if (!found) return '';
  const { by, parts } = found;
  const words = parts.map((part) => readText(part, skip));
  // Lines of a prompt keep their blank lines; an empty part of an answer (an image) leaves no gap.
  const kept = by.between === '\n' ? words : words.filter((word) => word !== '');
  return kept.join(by.between ?? '\n\n').trim();
}

/** The parts of a turn that hold its words, and which entry of its map found them. */
export function findWords(turn: Element, map: TurnMap): { by: TextMap; parts: Element[] } | undefined {
  const skip = map.skip && joined(map.skip);
  for (const by of map.text ?? []) {
    const parts = findParts(turn, by, skip);
    if (parts.length > 0) return { by, parts };
  }
  return undefined;
}

function findParts(turn: Element, text: TextMap, skip: string | undefined): Element[] {
  const parts = outermost([...turn.querySelectorAll(text.css)]);
  return skip === undefined ? parts : parts.filter((part) => !isWithin(part, turn, skip));
}

function isWithin(part: Element, turn: Element, css: string): boolean {
  const around = part.closest(css);
  return around !== null && around !== turn && turn.contains(around);
}

/** In document order a nested element follows the one that holds it. */
function outermost(elements: readonly Element[]): Element[] {
  const kept: Element[] = [];
  for (const element of elements) if (!kept.at(-1)?.contains(element)) kept.push(element);
  return kept;
}
