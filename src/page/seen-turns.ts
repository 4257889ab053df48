import { hashText } from '@/lib/hash-text';
import type { Role } from '@/memory/types';
import type { SiteTurn } from '@/sites/site';

/** A turn of the page with what is needed to know it again; the words themselves are not kept. */
export interface SeenTurn {
  turn: SiteTurn;
  role: Role;
  id: string | undefined;
  /** Of all its words. Absent while the turn is being written or has no words. */
  hash: string | undefined;
  length: number;
  /** Names the turn within its conversation: the site's id, else role, place and hash. Absent without a hash. */
  key: string | undefined;
}

interface Read {
  /** Hash of everything in the element, labels and buttons too: cheap to take, and any change of words changes it. */
  fingerprint: string;
  hash: string | undefined;
  length: number;
}

const longestId = 150;

/** Reads turns, and the words of those only whose element changed since it was read last. */
export function turnReader(): (turns: readonly SiteTurn[]) => SeenTurn[] {
  const read = new WeakMap<Element, Read>();

  function words(turn: SiteTurn): Pick<Read, 'hash' | 'length'> {
    const fingerprint = hashText(turn.element.textContent ?? '');
    const known = read.get(turn.element);
    if (known?.fingerprint === fingerprint) return known;
    const text = turn.text();
    const fresh = { fingerprint, hash: text.trim() ? hashText(text) : undefined, length: text.length };
    read.set(turn.element, fresh);
    return fresh;
  }

  return (turns) => {
    const times = new Map<string, number>();
    return turns.map((turn) => {
      const id = turn.id && turn.id.length > longestId ? hashText(turn.id) : turn.id || undefined;
      const { hash, length } = turn.streaming ? { hash: undefined, length: 0 } : words(turn);
      return { turn, role: turn.role, id, hash, length, key: hash && (id ?? placeKey(turn, hash, times)) };
    });
  };
}

/** Without a place, the same words said twice are told apart by their order among themselves. */
function placeKey(turn: SiteTurn, hash: string, times: Map<string, number>): string {
  if (turn.position !== undefined) return `${turn.role}:${turn.position}:${hash}`;
  const said = `${turn.role}:${hash}`;
  const time = times.get(said) ?? 0;
  times.set(said, time + 1);
  return `${turn.role}:~${time}:${hash}`;
}
