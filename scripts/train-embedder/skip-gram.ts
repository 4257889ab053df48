import { type Encoded, endOfSpan } from './encode';
import { openKernel } from './kernel';
import { randomFrom } from './random';

export interface SkipGramOptions {
  dimensions: number;
  epochs: number;
  window: number;
  negatives: number;
  /** Words more frequent than this share are seen less often. */
  sample: number;
  /** Learning rate at the start and at the end. */
  rate: [first: number, last: number];
  seed: number;
}

const chunk = 100_000;
const drawCount = 2 ** 20;
const longestSpan = 4_096;

/** Vectors of the rows by the company they keep: skip-gram with negative sampling, one row after another. */
export async function skipGram(
  { text, counts, rows }: Encoded,
  options: SkipGramOptions,
  tell: (share: number) => void,
): Promise<Float32Array> {
  const { dimensions, epochs, window, negatives, rate, seed } = options;
  const kernel = await openKernel(text.length * 2 + rows * (dimensions * 8 + 8) + drawCount * 2 + 1e6);
  const ids = kernel.ids(text.length);
  ids.set(text);
  const inputs = kernel.floats(rows * dimensions);
  const outputs = kernel.floats(rows * dimensions);
  const random = randomFrom(seed);
  for (let at = 0; at < inputs.length; at++) inputs[at] = (random() - 0.5) / dimensions;
  const keep = kernel.words(rows);
  keep.set(keepThresholds(counts, options.sample));
  const draws = kernel.ids(drawCount);
  fillDraws(draws, counts);
  const sigmoid = kernel.floats(1_024);
  for (let at = 0; at < 1_024; at++) sigmoid[at] = 1 / (1 + Math.exp(-(((at + 0.5) * 12) / 1_024 - 6)));
  const span = kernel.words(longestSpan);
  const targets = kernel.words(64);
  const change = kernel.floats(dimensions);
  kernel.loops.seed(seed);

  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let from = 0; from < ids.length; ) {
      let to = Math.min(from + chunk, ids.length);
      while (to < ids.length && ids[to - 1] !== endOfSpan) to++;
      const share = (epoch + from / ids.length) / epochs;
      kernel.loops.skipGram(
        ids.byteOffset + from * 2,
        to - from,
        keep.byteOffset,
        draws.byteOffset,
        sigmoid.byteOffset,
        inputs.byteOffset,
        outputs.byteOffset,
        dimensions,
        window,
        negatives,
        rate[0] + (rate[1] - rate[0]) * share,
        span.byteOffset,
        targets.byteOffset,
        change.byteOffset,
      );
      from = to;
      tell(share);
    }
  }
  return inputs.slice();
}

function keepThresholds(counts: Float64Array, sample: number): Int32Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return Int32Array.from(counts, (count) => {
    const share = count / total / sample;
    const keep = share > 0 ? Math.min(1, (Math.sqrt(share) + 1) / share) : 1;
    return Math.floor(keep * 0xffffffff) | 0;
  });
}

/** Rows by their count to the power of 0.75. */
function fillDraws(draws: Uint16Array, counts: Float64Array): void {
  const weights = counts.map((count) => count ** 0.75);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let row = 0;
  let reached = (weights[0] ?? 0) / total;
  for (let at = 0; at < draws.length; at++) {
    while (reached < (at + 0.5) / draws.length && row < weights.length - 1) {
      row++;
      reached += (weights[row] ?? 0) / total;
    }
    draws[at] = row;
  }
}
