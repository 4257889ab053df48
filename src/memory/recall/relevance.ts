import type { Signals } from '@/memory/recall/signals';

/**
 * Silence is better than noise: a memory passes only when one thing alone connects it with the draft. The limits are
 * for the built-in embedder, whose cosine is a likeness of spelling: unrelated sentences of similar length reach
 * about 0.3 through their function words alone.
 */
const enough = { need: 0.4, words: 0.4, similarity: 0.5 };

export function isRelevant({ need, words, similarity }: Signals): boolean {
  return need >= enough.need || words >= enough.words || (similarity >= enough.similarity && words > 0);
}

/** Beside a memory that fits far better, one that only touches the draft is a distraction. */
const leastShareOfBest = 0.45;

/** Cuts a ranking, best first, where its scores have fallen too far below the best one. */
export function withoutTail<Ranked extends { score: number }>(ranked: readonly Ranked[]): Ranked[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= leastShareOfBest * best);
}
