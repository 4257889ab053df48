import { saidFrom } from '@/memory/consolidation/said-when';
import type { Memory, MemoryKind } from '@/memory/types';
import { useConnections } from '@/ui/connections';
import { hasWords } from '@/ui/popup/use-shelf';
import { useLive } from '@/ui/use-live';

/** What waits for one answer of the user: a memory, or two of which the second was said first at a later time. */
export type Waiting = [memory: Memory] | [older: Memory, newer: Memory];

/** Conflicts first, then patterns, then the others; the newest first in each. */
export function useWaiting(): Waiting[] | undefined {
  const { live } = useConnections();
  const limit = Number.POSITIVE_INFINITY;
  const conflicting = useLive(() => live.memories({ status: 'conflict', limit }), []);
  const quarantined = useLive(() => live.memories({ status: 'quarantined', limit }), []);
  if (!conflicting || !quarantined) return undefined;
  return [...pairsOf(conflicting), ...quarantined.map((memory): Waiting => [memory])].sort(inOrder);
}

/** Those that have all the words, and a memory of the kind. */
export function siftWaiting(waiting: readonly Waiting[], words: string, kind?: MemoryKind): Waiting[] {
  return waiting.filter(
    (memories) =>
      hasWords(memories.map(({ text }) => text).join('\n'), words) &&
      (!kind || memories.some((memory) => memory.kind === kind)),
  );
}

/** A memory whose counterpart is gone stands alone. */
function pairsOf(conflicting: readonly Memory[]): Waiting[] {
  const byId = new Map(conflicting.map((memory) => [memory.id, memory]));
  return conflicting.flatMap((memory): Waiting[] => {
    const other = memory.status === 'conflict' ? byId.get(memory.conflictsWith) : undefined;
    if (!other) return [[memory]];
    // Each of the two comes by here: the pair is made at the older one.
    return isOlder(memory, other) ? [[memory, other]] : [];
  });
}

function isOlder(one: Memory, other: Memory): boolean {
  const apart = saidFrom(one) - saidFrom(other);
  return apart === 0 ? one.id < other.id : apart < 0;
}

function inOrder(one: Waiting, other: Waiting): number {
  return rank(one) - rank(other) || newestIn(other) - newestIn(one);
}

function rank([memory]: Waiting): number {
  if (memory.status === 'conflict') return 0;
  return memory.status === 'quarantined' && memory.reason === 'pattern' ? 1 : 2;
}

/** Not when it was reworded: a card stays where it is when its words change. */
function newestIn(memories: Waiting): number {
  return Math.max(...memories.map(({ createdAt }) => createdAt));
}
