import { type Example, logitsOf, type Trained, trainLogistic } from './logistic';

/** A text as it is classified, and the outputs that are true of it. */
export interface Sample {
  features: ReadonlySet<string>;
  vectors: readonly Float32Array[];
  labels: readonly string[];
  /** How much it counts; 1 unless told. */
  weight?: number;
}

/** What features, all together, and the vectors are multiplied by: how quickly each learns. */
const strength = { features: 4, vector: 4 };

export interface TrainedClassifier extends Trained {
  features: string[];
  outputs: readonly string[];
  /** One number for each output, larger is surer. */
  guess(text: Pick<Sample, 'features' | 'vectors'>): Float64Array;
}

/**
 * @param training.decay set by cross-checking on a fifth of the data
 * @param training.fewestTexts a feature in fewer says more of those texts than of what they are about
 */
export function trainClassifier(
  samples: readonly Sample[],
  outputs: readonly string[],
  training: { epochs: number; decay: number; lossScale: number; fewestTexts: number },
): TrainedClassifier {
  const counts = new Map<string, number>();
  for (const { features } of samples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const features = [...counts]
    .filter(([, count]) => count >= training.fewestTexts)
    .map(([feature]) => feature);
  const rowOf = new Map(features.map((feature, row) => [feature, row]));
  const width = samples[0]?.vectors.reduce((sum, vector) => sum + vector.length, 0) ?? 0;
  const toExample = ({ features: own, vectors, labels, weight = 1 }: Sample): Example => {
    const known = [...own].flatMap((feature) => rowOf.get(feature) ?? []);
    const numbers = vectors.flatMap((vector) => Array.from(vector));
    const share = strength.features / Math.sqrt(Math.max(1, known.length));
    return {
      rows: Int32Array.from([...known, ...numbers.map((_, axis) => features.length + axis)]),
      values: Float32Array.from([
        ...known.map(() => share),
        ...numbers.map((value) => value * strength.vector),
      ]),
      labels: Float32Array.from(outputs, (output) => (labels.includes(output) ? 1 : 0)),
      weight,
    };
  };
  const trained = trainLogistic(samples.map(toExample), {
    ...training,
    rows: features.length + width,
    outputs: outputs.length,
  });
  return {
    features,
    outputs,
    weights: scaledWeights(trained.weights, features.length * outputs.length),
    bias: trained.bias,
    guess: (text) => logitsOf(toExample({ ...text, labels: [] }), trained),
  };
}

/** With the strengths multiplied in, as the extension uses them. */
function scaledWeights(weights: Float32Array, ofFeatures: number): Float32Array {
  return weights.map((weight, at) => weight * (at < ofFeatures ? strength.features : strength.vector));
}
