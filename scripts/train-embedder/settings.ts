import type { ContrastiveOptions } from './contrastive';
import type { SkipGramOptions } from './skip-gram';

export const seed = 1;

const dimensions = 192;

export const skipGramSettings: SkipGramOptions = {
  dimensions,
  epochs: 4,
  window: 5,
  negatives: 6,
  sample: 1e-4,
  rate: [0.05, 0.001],
  seed,
};

/** Chosen on development data: LoCoMo and PrefEval, the halves that are not held out. */
export const contrastiveSettings: ContrastiveOptions = {
  dimensions,
  steps: 2_000,
  batch: 1_024,
  temperature: 0.1,
  rate: 0.003,
  selfShare: 0.1,
  dropout: 0.1,
  split: 0.05,
  unwantedWeight: 10,
  weights: { 'topic-templates': 2, needs: 6 },
  seed,
};
