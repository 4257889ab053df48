import { contentWords } from '@/lib/content-words';
import { replaces } from '@/memory/consolidation/replaces';
import type { ActiveMemory, Candidate } from '@/memory/types';

/** What becomes of a candidate among the memories that are there. */
export type Decision =
  | { do: 'add' }
  | { do: 'skip' }
  | { do: 'reinforce'; memory: ActiveMemory }
  | { do: 'supersede'; memories: ActiveMemory[] };

/**
 * The same meaning again reinforces; another value of a single-valued key takes the older one's place, which is kept
 * behind it; everything else is new. `neighbours` are the active memories nearest to the candidate and the holders
 * of its key. What was said at an unknown time cannot be told to be newer than the holder of its key and is skipped.
 */
export function consolidate(
  candidate: Candidate,
  neighbours: readonly ActiveMemory[],
  isTimeKnown: boolean,
): Decision {
  const same = neighbours.find((memory) => saysTheSame(candidate, memory));
  if (same) return { do: 'reinforce', memory: same };
  const older = neighbours.filter((memory) => isOlderValue(memory, candidate));
  if (older.length === 0) return { do: 'add' };
  return isTimeKnown ? { do: 'supersede', memories: older } : { do: 'skip' };
}

/** Of the same key or, without one, of the same thing by its words. */
function isOlderValue(memory: ActiveMemory, { kind, key, text }: Candidate): boolean {
  if (key !== undefined || memory.key !== undefined) return memory.key === key;
  return memory.kind === kind && kind !== 'episode' && kind !== 'procedure' && replaces(text, memory.text);
}

/** The words that carry meaning, in their order: "not", a number or a name more is another statement. */
function saysTheSame(candidate: Candidate, memory: ActiveMemory): boolean {
  if (memory.kind !== candidate.kind || memory.key !== candidate.key) return false;
  // What happened twice happened twice.
  if (candidate.kind === 'episode') return false;
  const one = [...contentWords(candidate.text)].join(' ');
  return one === '' ? candidate.text === memory.text : one === [...contentWords(memory.text)].join(' ');
}
