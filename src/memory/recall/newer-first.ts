import { contentWords } from '@/lib/content-words';
import type { Ranked } from '@/memory/recall/ranked';
import type { ActiveMemory } from '@/memory/types';

/** So many of the best are compared with each other. */
const compared = 30;
/** Share of all their words that two sentences about the same thing have in common. */
const sameThing = 0.3;

/** Of two that speak of the same thing the one that was said later comes first: it may be the newer value. */
export function newerFirst(ranked: readonly Ranked[]): Ranked[] {
  const ordered: (Ranked & { words: ReadonlySet<string> })[] = [];
  for (const one of ranked.slice(0, compared)) {
    const words = contentWords(one.memory.text);
    const before = ordered.findIndex(
      (other) => isNewer(one.memory, other.memory) && alike(words, other.words) >= sameThing,
    );
    const placed = { ...one, words, score: ordered[before]?.score ?? one.score };
    ordered.splice(before < 0 ? ordered.length : before, 0, placed);
  }
  return [...ordered.map(({ words: _, ...one }) => one), ...ranked.slice(compared)];
}

/** Episodes are of their own time, and none is the newer value of another. */
function isNewer(one: ActiveMemory, other: ActiveMemory): boolean {
  return one.kind !== 'episode' && one.kind === other.kind && one.updatedAt > other.updatedAt;
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared / Math.max(1, one.size + other.size - shared);
}
