import { staticVector } from '@/inference/builtin-embedder';
import { placerFeatures } from '@/inference/placer-features';
import type { StaticModel } from '@/inference/static-model';
import { type Example, logitsOf, type Trained, trainLogistic } from '../training/logistic';

/** A feature in fewer texts says more of those texts than of what they are about. */
const fewestTexts = 3;
/** What features, all together, and the vector are multiplied by: how quickly each learns. */
const strength = { features: 4, vector: 4 };
/** Set by cross-checking on a fifth of the data. */
const training = { epochs: 80, decay: 0.003, lossScale: 10 };

export interface TrainedClassifier extends Trained {
  features: string[];
  /** One number for each output, larger is surer. */
  guess(text: string): Float32Array;
}

export function trainClassifier(
  texts: readonly string[],
  labels: readonly (readonly number[])[],
  outputs: readonly string[],
  model: StaticModel,
): TrainedClassifier {
  const found = texts.map(placerFeatures);
  const counts = new Map<string, number>();
  for (const one of found) for (const feature of one) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const features = [...counts].filter(([, count]) => count >= fewestTexts).map(([feature]) => feature);
  const rowOf = new Map(features.map((feature, row) => [feature, row]));
  const toExample = (text: string, of: ReadonlySet<string>, own: readonly number[]): Example => {
    const known = [...of].flatMap((feature) => rowOf.get(feature) ?? []);
    const vector = staticVector(text, model);
    const share = strength.features / Math.sqrt(Math.max(1, known.length));
    return {
      rows: Int32Array.from([...known, ...Array.from(vector, (_, axis) => features.length + axis)]),
      values: Float32Array.from([
        ...known.map(() => share),
        ...vector.map((value) => value * strength.vector),
      ]),
      labels: Float32Array.from(outputs, (_, output) => (own.includes(output) ? 1 : 0)),
    };
  };
  const examples = texts.map((text, index) =>
    toExample(text, found[index] ?? new Set(), labels[index] ?? []),
  );
  const trained = trainLogistic(examples, {
    ...training,
    rows: features.length + model.dimensions,
    outputs: outputs.length,
  });
  return {
    features,
    weights: scaledWeights(trained.weights, features.length * outputs.length),
    bias: trained.bias,
    guess: (text) => Float32Array.from(logitsOf(toExample(text, placerFeatures(text), []), trained)),
  };
}

/** With the strengths multiplied in, as the extension uses them. */
function scaledWeights(weights: Float32Array, ofFeatures: number): Float32Array {
  return weights.map((weight, at) => weight * (at < ofFeatures ? strength.features : strength.vector));
}
