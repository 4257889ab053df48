import type { Signals } from '@/memory/recall/signals';

/**
 * The weight of each signal. The first three say whether the memory bears on the draft at all; the others only order
 * what does, so their sum stays below one: a fresh, strong memory about something else must not outrank one that
 * fits. Set by hand on the stories under test/, where each of them decides at least one order.
 */
const weights: Signals = {
  need: 0.6,
  words: 0.5,
  similarity: 0.4,
  importance: 0.25,
  recency: 0.15,
  strength: 0.1,
};

/** Larger is better; 0 when nothing connects the memory with the draft. */
export function rank(signals: Signals): number {
  const fit =
    weights.need * signals.need + weights.words * signals.words + weights.similarity * signals.similarity;
  const standing =
    weights.importance * signals.importance +
    weights.recency * signals.recency +
    weights.strength * signals.strength;
  return fit * (1 + standing);
}
