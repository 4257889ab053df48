import { contentWords } from '@/lib/content-words';
import type { ActiveMemory, Candidate } from '@/memory/types';

/** What becomes of a candidate among the memories that are there. */
export type Decision =
  | { do: 'add' }
  | { do: 'reinforce'; memory: ActiveMemory }
  | { do: 'supersede'; memory: ActiveMemory };

/**
 * The same meaning again reinforces; another value of a single-valued key takes the older one's place, which is kept
 * behind it; everything else is new. `neighbours` are the active memories nearest to the candidate and the holder of
 * its key.
 */
export function consolidate(candidate: Candidate, neighbours: readonly ActiveMemory[]): Decision {
  const same = neighbours.find((memory) => saysTheSame(candidate, memory));
  if (same) return { do: 'reinforce', memory: same };
  const older = candidate.key && neighbours.find((memory) => memory.key === candidate.key);
  return older ? { do: 'supersede', memory: older } : { do: 'add' };
}

/** Words that decide what is said are compared as a whole: "not", a number or a name more is another statement. */
function saysTheSame(candidate: Candidate, memory: ActiveMemory): boolean {
  if (memory.kind !== candidate.kind || memory.key !== candidate.key) return false;
  const one = contentWords(candidate.text);
  const other = contentWords(memory.text);
  if (one.size === 0) return candidate.text === memory.text;
  return one.size === other.size && [...one].every((word) => other.has(word));
}
