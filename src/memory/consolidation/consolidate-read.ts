import { type Claim, claimOf, contradicts, isWithin } from '@/memory/extraction/model/claim';
import type { ReadCandidate } from '@/memory/extraction/model/read-candidate';
import { lastSaidAt } from '@/memory/last-said-at';
import { saidAt } from '@/memory/trust';
import type { ActiveMemory, Candidate, Memory, Turn, TurnId } from '@/memory/types';

/** What becomes of a candidate that a language model read. */
export type ReadDecision =
  | { do: 'add' }
  | { do: 'skip' }
  | { do: 'confirm'; memory: ActiveMemory }
  | { do: 'reinforce'; memory: ActiveMemory }
  | { do: 'quarantine'; reason: 'disagrees' | 'framing' | 'unsure' };

/** What is known where a candidate is to find its place. */
export interface Surroundings {
  turn: Turn;
  /** What the rules read in the same turn. */
  byRules: readonly Candidate[];
  /** Active memories near to the candidate, and the holders of its key. */
  neighbours: readonly ActiveMemory[];
  /** Memories that stand for a decision: taken back, changed or waiting. */
  settled: readonly Memory[];
}

/**
 * A model may add what is new and confirm what the rules read in the same turn. It overrules nothing: what disagrees,
 * or stands in no plain statement, waits for the user, unless it is older than what it disagrees with. What the user
 * wrote, and what was already decided about the same words of the turn, is left alone.
 */
export function consolidateRead(
  { candidate, doubt }: ReadCandidate,
  { turn, byRules, neighbours, settled }: Surroundings,
): ReadDecision {
  const claim = claimOf(candidate.text);
  if (settled.some((memory) => isSettledBy(candidate, claim, memory, turn.id))) return { do: 'skip' };

  const same = neighbours.find((memory) => saysTheSame(candidate, claim, memory));
  if (same) {
    if (doubt || same.basis === 'written') return { do: 'skip' };
    if (quoteIn(same, turn.id) !== undefined) {
      // Reading a turn once more is no second opinion.
      const isByRules = byRules.some((ruled) => isWithin(claimOf(ruled.text), claimOf(same.text)));
      return isByRules ? { do: 'confirm', memory: same } : { do: 'skip' };
    }
    return isWithin(claimOf(same.text), claim) ? { do: 'reinforce', memory: same } : { do: 'skip' };
  }

  const other = neighbours.find((memory) => disagrees(candidate, claim, memory));
  if (other && isOlder(turn, other)) return { do: 'skip' };
  if (doubt === 'framing') return { do: 'quarantine', reason: 'framing' };
  if (other) return { do: 'quarantine', reason: 'disagrees' };
  return doubt ? { do: 'quarantine', reason: doubt } : { do: 'add' };
}

/** The words of a turn that a memory was read off; undefined where it was not learned there. */
export function quoteIn({ sources }: Memory, turnId: TurnId): string | undefined {
  const source = sources.find((source) => source.from === 'turn' && source.turnId === turnId);
  return source?.from === 'turn' ? source.quote : undefined;
}

/** A memory that was revised says something else than what it was read off. */
function isSettledBy(candidate: Candidate, claim: Claim, memory: Memory, turnId: TurnId): boolean {
  const quote = quoteIn(memory, turnId);
  if (quote !== undefined && (candidate.quote === quote || isWithin(claim, claimOf(quote)))) return true;
  return memory.status === 'quarantined' && saysTheSame(candidate, claim, memory);
}

function saysTheSame(candidate: Candidate, claim: Claim, memory: Memory): boolean {
  if (memory.text === candidate.text) return true;
  const known = claimOf(memory.text);
  if (isWithin(claim, known)) return true;
  return candidate.key !== undefined && candidate.key === memory.key && isWithin(known, claim);
}

function disagrees(candidate: Candidate, claim: Claim, memory: Memory): boolean {
  if (candidate.key !== undefined && candidate.key === memory.key) return true;
  return contradicts(claim, claimOf(memory.text));
}

/** What was said since is what holds; of what was said nobody knows when, it is not known which. */
function isOlder(turn: Turn, memory: Memory): boolean {
  const at = saidAt(turn);
  if (at === undefined) return true;
  const times = memory.sources.map((source) => source.at);
  return at < (memory.basis === 'inferred' ? Math.max(...times) : lastSaidAt(memory));
}
