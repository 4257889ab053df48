import { contentWords } from '@/lib/content-words';
import { sharedShare } from '@/lib/shared-share';
import type { ActiveMemory } from '@/memory/types';

/** So many of the best are compared with each other. */
const compared = 30;
/** Share of all their words that two sentences about the same thing have in common. */
const sameThing = 0.2;

/** Of two that speak of the same thing the one that was said later comes first: it may be the newer value. */
export function newerFirst<Ranked extends { memory: ActiveMemory; score: number }>(
  ranked: readonly Ranked[],
): Ranked[] {
  const ordered: { one: Ranked; words: ReadonlySet<string> }[] = [];
  for (const one of ranked.slice(0, compared)) {
    const words = contentWords(one.memory.text);
    const before = ordered.findIndex(
      (other) => isNewer(one.memory, other.one.memory) && sharedShare(words, other.words) >= sameThing,
    );
    const score = ordered[before]?.one.score ?? one.score;
    ordered.splice(before < 0 ? ordered.length : before, 0, { one: { ...one, score }, words });
  }
  return [...ordered.map(({ one }) => one), ...ranked.slice(compared)];
}

/** Likings stand beside each other and episodes are of their own time; only facts and goals take new values. */
function isNewer(one: ActiveMemory, other: ActiveMemory): boolean {
  const hasValue = one.kind === 'fact' || one.kind === 'goal';
  return hasValue && one.kind === other.kind && one.updatedAt > other.updatedAt;
}
