import type { Signals } from '@/memory/recall/signals';

/**
 * What each signal adds, at its full strength, to the logarithm of the odds that a memory belongs beside a draft. From
 * a logistic regression on the development lives (`npm run tune:recall`), rounded; what they cannot tell (who asks
 * whom, when, which site) from LoCoMo's development half or, below 0.5, by judgement. Where each number comes from is
 * told in docs/benchmarks.md.
 */
const weights: Signals = {
  similarity: 4,
  nearness: 1.7,
  words: 1.5,
  share: 3,
  need: 3.6,
  subject: 0.9,
  time: 0.6,
  asking: -0.5,
  recency: 0.1,
  importance: 3.6,
  strength: 0.1,
  use: 0.2,
  pinned: 0.4,
  site: 0.05,
  invalid: -2,
  weight: -0.6,
  past: 0.2,
  episode: -0.8,
  goal: -0.8,
  nothing: -2.6,
};

/** Odds are even here. */
const even = 5.2;

/** Larger is better. `given` takes the place of the table, to see what one signal does. */
export function rank(signals: Signals, given: Partial<Signals> = weights): number {
  let score = 0;
  for (const [name, weight] of Object.entries(given) as [keyof Signals, number][]) {
    score += weight * signals[name];
  }
  return score;
}

/** How likely it is, 0 to 1, that a memory of this rank belongs beside the draft. */
export function chanceOf(rank: number): number {
  return 1 / (1 + Math.exp(even - rank));
}

/** What each signal adds to the rank. */
export function contributions(signals: Signals): Signals {
  const names = Object.keys(weights) as (keyof Signals)[];
  return Object.fromEntries(names.map((name) => [name, weights[name] * signals[name]])) as unknown as Signals;
}
