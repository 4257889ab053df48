import type { Signals } from '@/memory/recall/signals';
import { mean } from '../eval/figures';
import { trainLogistic } from '../training/logistic';
import type { Judged } from './judge';

/** A memory that may come counts less than one that must: what belongs to both sides teaches little. */
const weightOf = { must: 3, may: 0.35, neither: 1 };
const training = { epochs: 800, lossScale: 1, outputs: 1 };
/** For the sum of all rows: pulls the weights of what varies alike to zero. */
const decay = 0.5;

/** A logistic regression on signals brought to mean 0 and deviation 1; the weights are of the signals as they are. */
export function fitColumn(judged: readonly Judged[]): { weights: Signals; bias: number } {
  const names = Object.keys(judged[0]?.signals ?? {}) as (keyof Signals)[];
  const means = names.map((name) => mean(judged.map(({ signals }) => signals[name])));
  const spreads = names.map((name, at) =>
    Math.sqrt(mean(judged.map(({ signals }) => (signals[name] - (means[at] ?? 0)) ** 2)) + 1e-12),
  );
  const examples = judged.map(({ signals, verdict }) => ({
    rows: names.map((_, at) => at),
    values: names.map((name, at) => (signals[name] - (means[at] ?? 0)) / (spreads[at] ?? 1)),
    labels: [verdict === 'neither' ? 0 : 1],
    weight: weightOf[verdict],
  }));
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const fitted = trainLogistic(examples, { ...training, rows: names.length, decay: decay / total });
  const weights = names.map((_, at) => (fitted.weights[at] ?? 0) / (spreads[at] ?? 1));
  const shift = weights.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  return {
    weights: Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0])) as unknown as Signals,
    bias: (fitted.bias[0] ?? 0) - shift,
  };
}
