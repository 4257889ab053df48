/** A text as the rows it switches on, each with a value, and the outputs that are true of it. */
export interface Example {
  rows: Int32Array;
  values: Float32Array;
  labels: Float32Array;
}

export interface Trained {
  /** Rows × outputs. */
  weights: Float32Array;
  bias: Float32Array;
}

const epochs = 80;
const rate = 0.05;
/** Pulls weights to zero; set by cross-checking on a fifth of the data. */
const decay = 0.003;
const beta = { first: 0.9, second: 0.999 };

/** One logistic regression for each output, all examples at once, by Adam (Kingma and Ba 2015) from zero. */
export function trainLogistic(examples: readonly Example[], rows: number, outputs: number): Trained {
  const weights = new Float32Array(rows * outputs);
  const bias = new Float32Array(outputs).fill(-3);
  const steps = [adam(weights), adam(bias)] as const;
  const slopes = new Float32Array(rows * outputs);
  const biasSlopes = new Float32Array(outputs);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (let at = 0; at < slopes.length; at++) slopes[at] = decay * (weights[at] as number);
    biasSlopes.fill(0);
    for (const example of examples)
      addSlopes(example, { weights, bias }, slopes, biasSlopes, examples.length);
    steps[0](slopes, epoch);
    steps[1](biasSlopes, epoch);
  }
  return { weights, bias };
}

/** Slopes are of the mean loss, ten times over: the decay is set for that. */
const lossScale = 10;

function addSlopes(
  { rows, values, labels }: Example,
  { weights, bias }: Trained,
  slopes: Float32Array,
  biasSlopes: Float32Array,
  count: number,
): void {
  const outputs = bias.length;
  const logits = Float64Array.from(bias);
  for (let at = 0; at < rows.length; at++) {
    const from = (rows[at] as number) * outputs;
    const value = values[at] as number;
    for (let output = 0; output < outputs; output++) {
      logits[output] = (logits[output] as number) + value * (weights[from + output] as number);
    }
  }
  for (let output = 0; output < outputs; output++) {
    const guess = 1 / (1 + Math.exp(-(logits[output] as number)));
    logits[output] = (lossScale * (guess - (labels[output] as number))) / count;
    biasSlopes[output] = (biasSlopes[output] as number) + (logits[output] as number);
  }
  for (let at = 0; at < rows.length; at++) {
    const from = (rows[at] as number) * outputs;
    const value = values[at] as number;
    for (let output = 0; output < outputs; output++) {
      slopes[from + output] = (slopes[from + output] as number) + value * (logits[output] as number);
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
