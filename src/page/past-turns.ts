import { hashText } from '@/lib/hash-text';
import type { SeenTurn } from '@/page/seen-turns';

/** The turns that a page showed of one conversation, so that they are known again after the address changed. */
export interface PastTurns {
  isEmpty: boolean;
  /** Whether this turn, as the page shows it now, is one of them. */
  includes(turn: SeenTurn): boolean;
}

interface Record {
  id: string | undefined;
  hash: string | undefined;
  length: number;
}

export function pastTurns(turns: readonly SeenTurn[]): PastTurns {
  const byElement = new WeakMap<Element, Record>();
  const ids = new Set<string>();
  const words = new Set<string>();
  for (const { turn, role, id, hash, length } of turns) {
    byElement.set(turn.element, { id, hash, length });
    if (id !== undefined) ids.add(id);
    if (hash !== undefined) words.add(`${role}:${hash}`);
  }

  /** The same element with the same words, or with words that only grew: still the old turn. */
  function hasGrownFrom(record: Record, turn: SeenTurn): boolean {
    if (record.hash === undefined || turn.hash === undefined) return true;
    if (turn.length < record.length) return false;
    return hashText(turn.turn.text().slice(0, record.length)) === record.hash;
  }

  return {
    isEmpty: turns.length === 0,
    includes(turn) {
      const record = byElement.get(turn.turn.element);
      if (turn.id !== undefined) {
        if (ids.has(turn.id)) return true;
        // An element that had an id of its own and now has another one was taken over by another turn.
        if (record?.id !== undefined) return false;
      }
      if (record) return hasGrownFrom(record, turn);
      return turn.id === undefined && turn.hash !== undefined && words.has(`${turn.role}:${turn.hash}`);
    },
  };
}

export const noPastTurns: PastTurns = { isEmpty: true, includes: () => false };
