import { type BatchOptions, dealer, longestSide, mostUnwanted } from './batches';
import type { Encoded } from './encode';
import { openKernel } from './kernel';
import { randomFrom } from './random';

export interface ContrastiveOptions extends BatchOptions {
  dimensions: number;
  steps: number;
  temperature: number;
  rate: number;
  /** How much more a side that is known to be unwanted counts than one that only happens to be in the batch. */
  unwantedWeight: number;
  seed: number;
}

const warmUp = 50;
const forgetting = 0.999;

/**
 * Teaches the table that the two sides of a pair belong together and those of different pairs do not (symmetric
 * InfoNCE), a batch from one source at a time. A side is the sum of its rows, made unit length.
 */
export async function contrastive(
  encoded: Encoded,
  first: Float32Array,
  options: ContrastiveOptions,
  tell: (step: number, loss: number) => void,
): Promise<Float32Array> {
  const { dimensions: size, batch, steps, temperature } = options;
  const { rows } = encoded;
  const random = randomFrom(options.seed);
  const most = batch + mostUnwanted;
  const kernel = await openKernel(
    rows * (size * 8 + 4) + most * (size * 16 + longestSide * 4 + batch * 4) + 1e6,
  );
  const { loops } = kernel;
  const table = kernel.floats(rows * size);
  table.set(first);
  const gradients = kernel.floats(rows * size);
  const moments = kernel.floats(rows);
  const sides = [0, 1].map(() => ({
    ids: kernel.ids(most * longestSide),
    ends: kernel.words(most),
    units: kernel.floats(most * size),
    lengths: kernel.floats(most),
    change: kernel.floats(most * size),
    margin: kernel.floats(most),
    count: batch,
  }));
  const [a, b] = sides as [(typeof sides)[number], (typeof sides)[number]];
  const scores = kernel.floats(batch * most);
  const nextPairs = dealer(encoded, options, random);

  let averageLoss = 0;
  for (let step = 0; step < steps; step++) {
    const { hashes, owners } = nextPairs(a, b);
    const columns = b.count;
    for (const { ids, ends, units, lengths, count } of sides) {
      loops.bags(
        ids.byteOffset,
        ends.byteOffset,
        count,
        table.byteOffset,
        size,
        units.byteOffset,
        lengths.byteOffset,
      );
    }
    loops.products(a.units.byteOffset, batch, b.units.byteOffset, columns, size, scores.byteOffset);
    loops.exponentials(scores.byteOffset, batch * columns, 1 / temperature);
    for (const side of hashes) hideTwins(scores, side, columns);
    weighUnwanted(scores, hashes[0], owners, columns, options.unwantedWeight);
    loops.margins(scores.byteOffset, batch, columns, a.margin.byteOffset, b.margin.byteOffset);
    const loss = invertMargins(scores, a.margin, b.margin, batch, columns);
    loops.spread(scores.byteOffset, batch, columns, a.margin.byteOffset, b.margin.byteOffset);
    for (let at = 0; at < batch; at++) scores[at * columns + at] = (scores[at * columns + at] ?? 0) - 2;
    loops.combine(
      scores.byteOffset,
      columns,
      1,
      batch,
      b.units.byteOffset,
      columns,
      size,
      a.change.byteOffset,
    );
    loops.combine(
      scores.byteOffset,
      1,
      columns,
      columns,
      a.units.byteOffset,
      batch,
      size,
      b.change.byteOffset,
    );
    for (const { ids, ends, units, lengths, change, count } of sides) {
      loops.bagGradients(
        ids.byteOffset,
        ends.byteOffset,
        count,
        units.byteOffset,
        lengths.byteOffset,
        change.byteOffset,
        size,
        gradients.byteOffset,
      );
    }
    const slope = Math.min((step + 1) / warmUp, 0.02 + 0.98 * (1 - step / steps));
    loops.descend(
      table.byteOffset,
      gradients.byteOffset,
      moments.byteOffset,
      rows,
      size,
      options.rate * slope,
      forgetting,
      1 - forgetting ** (step + 1),
    );
    averageLoss = averageLoss ? 0.99 * averageLoss + 0.01 * loss : loss;
    if (step % 100 === 99) tell(step + 1, averageLoss);
  }
  return table.slice();
}

/** Sums to their inverse; answers the mean loss. */
function invertMargins(
  scores: Float32Array,
  rows: Float32Array,
  columns: Float32Array,
  count: number,
  width: number,
): number {
  let loss = 0;
  for (let at = 0; at < count; at++) {
    const own = scores[at * width + at] as number;
    loss -= Math.log(own / (rows[at] as number)) + Math.log(own / (columns[at] as number));
    rows[at] = 1 / (rows[at] as number);
    columns[at] = 1 / (columns[at] as number);
  }
  columns.fill(0, count);
  return loss / count / 2;
}

/** Pairs that share a side are no counter-examples to each other. */
function hideTwins(scores: Float32Array, hashes: Int32Array, width: number): void {
  const same = new Map<number, number[]>();
  hashes.forEach((hash, at) => {
    const group = same.get(hash);
    if (group) group.push(at);
    else same.set(hash, [at]);
  });
  for (const group of same.values()) {
    if (group.length === 1) continue;
    for (const i of group) for (const j of group) if (i !== j) scores[i * width + j] = 0;
  }
}

/** An unwanted side counts against its own `a` alone: another may well want it. */
function weighUnwanted(
  scores: Float32Array,
  hashes: Int32Array,
  owners: readonly number[],
  width: number,
  weight: number,
): void {
  owners.forEach((owner, number) => {
    const column = hashes.length + number;
    for (let row = 0; row < hashes.length; row++) {
      const at = row * width + column;
      scores[at] = hashes[row] === owner ? (scores[at] ?? 0) * weight : 0;
    }
  });
}
