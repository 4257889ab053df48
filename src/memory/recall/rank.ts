import type { Signals } from '@/memory/recall/signals';

/**
 * What each signal adds, at its full strength, to the logarithm of the odds that a memory belongs beside a draft: for
 * a statement that holds, and for an episode, which is asked for in other ways. Where each number comes from is told in
 * docs/benchmarks.md.
 */
const weights: Record<keyof Signals, [statement: number, episode: number]> = {
  similarity: [2, 1.25],
  nearness: [2.2, 1.5],
  words: [1.6, 3.2],
  share: [2, 0.45],
  need: [1.2, 0.3],
  standing: [1.2, 0],
  subject: [0.5, 2],
  time: [0.6, 2],
  asking: [-0.5, -1.05],
  recency: [0.1, 0.1],
  importance: [2.8, 2],
  strength: [0.1, 0.1],
  use: [0.2, 0.2],
  pinned: [0.5, 0.5],
  site: [0.05, 0.05],
  invalid: [-2, 0],
  past: [-1.5, 1.6],
  episode: [0, -0.8],
  goal: [-0.7, 0],
  nothing: [-2.8, -1.5],
};

/** Odds are even here. */
const even = 4.4;

/** Larger is better. `given` takes the place of the table, to see what one signal does. */
export function rank(signals: Signals, given?: Partial<Signals>): number {
  const added = given ? times(signals, (name) => given[name] ?? 0) : contributions(signals);
  return Object.values(added).reduce((sum, part) => sum + part, 0);
}

/** How likely it is, 0 to 1, that a memory of this rank belongs beside the draft. */
export function chanceOf(rank: number): number {
  return 1 / (1 + Math.exp(even - rank));
}

/** What each signal adds to the rank. */
export function contributions(signals: Signals): Signals {
  const column = signals.episode > 0 ? 1 : 0;
  return times(signals, (name) => weights[name][column]);
}

function times(signals: Signals, weightOf: (name: keyof Signals) => number): Signals {
  const names = Object.keys(weights) as (keyof Signals)[];
  return Object.fromEntries(
    names.map((name) => [name, weightOf(name) * signals[name]]),
  ) as unknown as Signals;
}
