import type { Signals } from '@/memory/recall/signals';

/** What each signal is worth. */
const weights: Signals = {
  similarity: 0,
  nearness: 0.5,
  words: 0.5,
  share: 0,
  need: 0.6,
  subject: 0.25,
  time: 0.2,
  asking: -0.13,
  recency: 0.02,
  importance: 0.1,
  strength: 0.02,
  use: 0.02,
  pinned: 0.1,
  site: 0.01,
  invalid: -0.5,
  weight: 0,
  past: 0,
  episode: 0,
  goal: 0,
  nothing: 0,
};

/** Larger is better. */
export function rank(signals: Signals): number {
  let score = 0;
  for (const [name, weight] of Object.entries(weights) as [keyof Signals, number][]) {
    score += weight * signals[name];
  }
  return score;
}

/** What each signal adds to the score. */
export function contributions(signals: Signals): Signals {
  const names = Object.keys(weights) as (keyof Signals)[];
  return Object.fromEntries(names.map((name) => [name, weights[name] * signals[name]])) as unknown as Signals;
}
