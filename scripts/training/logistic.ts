/** A text as the rows it switches on, each with a value, and the outputs that are true of it. */
export interface Example {
  rows: ArrayLike<number>;
  values: ArrayLike<number>;
  labels: ArrayLike<number>;
  /** How much it counts; 1 unless told. */
  weight?: number;
}

export interface Trained {
  /** Rows × outputs. */
  weights: Float32Array;
  bias: Float32Array;
}

export interface Training {
  rows: number;
  outputs: number;
  epochs: number;
  /** Pulls weights to zero. */
  decay: number;
  /** What the mean loss is multiplied by beside the decay. */
  lossScale: number;
}

const rate = 0.05;
const firstBias = -3;
const beta = { first: 0.9, second: 0.999 };

/** One logistic regression for each output, all examples at once, by Adam (Kingma and Ba 2015) from zero. */
export function trainLogistic(examples: readonly Example[], training: Training): Trained {
  const { rows, outputs, epochs, decay, lossScale } = training;
  const weights = new Float32Array(rows * outputs);
  const bias = new Float32Array(outputs).fill(firstBias);
  const steps = [adam(weights), adam(bias)] as const;
  const slopes = new Float32Array(rows * outputs);
  const biasSlopes = new Float32Array(outputs);
  const share = lossScale / examples.reduce((sum, { weight = 1 }) => sum + weight, 0);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (let at = 0; at < slopes.length; at++) slopes[at] = decay * (weights[at] as number);
    biasSlopes.fill(0);
    for (const example of examples) addSlopes(example, { weights, bias }, slopes, biasSlopes, share);
    steps[0](slopes, epoch);
    steps[1](biasSlopes, epoch);
  }
  return { weights, bias };
}

/** The logarithm of the odds of each output. */
export function logitsOf({ rows, values }: Pick<Example, 'rows' | 'values'>, trained: Trained): Float64Array {
  const outputs = trained.bias.length;
  const logits = Float64Array.from(trained.bias);
  for (let at = 0; at < rows.length; at++) {
    const from = (rows[at] as number) * outputs;
    const value = values[at] as number;
    for (let output = 0; output < outputs; output++) {
      logits[output] = (logits[output] as number) + value * (trained.weights[from + output] as number);
    }
  }
  return logits;
}

function addSlopes(
  example: Example,
  trained: Trained,
  slopes: Float32Array,
  biasSlopes: Float32Array,
  share: number,
): void {
  const { rows, values, labels, weight = 1 } = example;
  const outputs = trained.bias.length;
  const errors = logitsOf(example, trained);
  for (let output = 0; output < outputs; output++) {
    const guess = 1 / (1 + Math.exp(-(errors[output] as number)));
    errors[output] = share * weight * (guess - (labels[output] as number));
    biasSlopes[output] = (biasSlopes[output] as number) + (errors[output] as number);
  }
  for (let at = 0; at < rows.length; at++) {
    const from = (rows[at] as number) * outputs;
    const value = values[at] as number;
    for (let output = 0; output < outputs; output++) {
      slopes[from + output] = (slopes[from + output] as number) + value * (errors[output] as number);
    }
  }
}

function adam(parameters: Float32Array): (slopes: Float32Array, epoch: number) => void {
  const first = new Float32Array(parameters.length);
  const second = new Float32Array(parameters.length);
  return (slopes, epoch) => {
    const first1 = 1 - beta.first ** epoch;
    const second1 = 1 - beta.second ** epoch;
    for (let at = 0; at < parameters.length; at++) {
      const slope = slopes[at] as number;
      const m = beta.first * (first[at] as number) + (1 - beta.first) * slope;
      const v = beta.second * (second[at] as number) + (1 - beta.second) * slope * slope;
      first[at] = m;
      second[at] = v;
      parameters[at] = (parameters[at] as number) - (rate * m) / first1 / (Math.sqrt(v / second1) + 1e-8);
    }
  };
}
