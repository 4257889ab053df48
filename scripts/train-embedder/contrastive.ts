import { type Encoded, type EncodedPairs, endOfSpan } from './encode';
import { openKernel } from './kernel';
import { randomFrom, shuffle } from './random';

export interface ContrastiveOptions {
  dimensions: number;
  steps: number;
  /** Pairs of a step; a multiple of 4. */
  batch: number;
  temperature: number;
  rate: number;
  /** Share of the batches that are made of text alone: two halves of one span. */
  selfShare: number;
  /** Share of the tokens that are left out. */
  dropout: number;
  /** Share of the whole words that are shown as their pieces, so that the pieces learn to stand for them. */
  split: number;
  /** How much more a side that is known to be unwanted counts than one that only happens to be in the batch. */
  unwantedWeight: number;
  /** How much more often than by its size a source is drawn. */
  weights: Readonly<Record<string, number>>;
  seed: number;
}

const warmUp = 50;
const forgetting = 0.999;
const sizePower = 0.6;
const longestSide = 192;

/** Most unwanted sides of a step; a multiple of 4. */
const mostUnwanted = 256;

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
  const nextPairs = pairDealer(encoded, options, random);

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

interface Side {
  ids: Uint16Array;
  ends: Int32Array;
  count: number;
}

interface Batch {
  /** Of the first sides and of the second, as they are before anything is left out. */
  hashes: [Int32Array, Int32Array];
  /** Hash of the first side that each of the unwanted ones, which follow the second sides, is no match for. */
  owners: number[];
}

/** Fills the two sides of the next batch. */
function pairDealer(
  encoded: Encoded,
  { batch, selfShare, dropout, split, weights }: ContrastiveOptions,
  random: () => number,
): (a: Side, b: Side) => Batch {
  const sources = encoded.pairs
    .map((pairs) => ({
      pairs,
      weight: weights[pairs.source] ?? 1,
      deal: dealer(pairs.ends.length / 2, random),
    }))
    .filter(({ pairs, weight }) => weight > 0 && pairs.ends.length / 2 >= 32);
  const shares = sources.map(({ pairs, weight }) => weight * (pairs.ends.length / 2) ** sizePower);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const hashes: [Int32Array, Int32Array] = [new Int32Array(batch), new Int32Array(batch)];
  const spans = spanStarts(encoded.text);

  return (a, b) => {
    b.count = batch;
    const owners = random() < selfShare ? dealHalves(a, b) : dealPairs(a, b);
    return { hashes, owners };
  };

  function dealPairs(a: Side, b: Side): number[] {
    let left = random() * all;
    const chosen = shares.findIndex((share) => {
      left -= share;
      return left < 0;
    });
    const { pairs, deal } = sources[Math.max(0, chosen)] as (typeof sources)[number];
    const { ids, ends } = pairs;
    let endA = 0;
    let endB = 0;
    for (let at = 0; at < batch; at++) {
      const pair = deal();
      const from = pair === 0 ? 0 : (ends[2 * pair - 1] as number);
      const middle = ends[2 * pair] as number;
      const to = ends[2 * pair + 1] as number;
      endA = copySide(ids, from, middle, a.ids, endA);
      endB = copySide(ids, middle, to, b.ids, endB);
      a.ends[at] = endA;
      b.ends[at] = endB;
      hashes[0][at] = hashOf(ids, from, middle, at);
      hashes[1][at] = hashOf(ids, middle, to, at);
    }
    return pairs.unwanted ? dealUnwanted(pairs, pairs.unwanted, b, endB) : [];
  }

  function dealUnwanted(
    pairs: EncodedPairs,
    unwanted: NonNullable<EncodedPairs['unwanted']>,
    b: Side,
    from: number,
  ): number[] {
    const present = new Set(hashes[0]);
    const owners: number[] = [];
    let end = from;
    const first = Math.floor(random() * unwanted.pair.length);
    for (let number = 0; number < unwanted.pair.length && owners.length < mostUnwanted; number++) {
      const at = (first + number) % unwanted.pair.length;
      const pair = unwanted.pair[at] as number;
      const sideFrom = pair === 0 ? 0 : (pairs.ends[2 * pair - 1] as number);
      const owner = hashOf(pairs.ids, sideFrom, pairs.ends[2 * pair] as number, 0);
      if (!present.has(owner)) continue;
      end = copySide(
        unwanted.ids,
        at === 0 ? 0 : (unwanted.ends[at - 1] as number),
        unwanted.ends[at] as number,
        b.ids,
        end,
      );
      b.ends[batch + owners.length] = end;
      owners.push(owner);
    }
    owners.length -= owners.length % 4;
    b.count = batch + owners.length;
    return owners;
  }

  /** Leaves tokens out and shows words as their pieces, but never leaves a side empty. */
  function copySide(ids: Uint16Array, from: number, to: number, into: Uint16Array, end: number): number {
    const most = end + longestSide;
    const before = end;
    for (let at = from; at < to && end < most - 8; at++) {
      const chance = random();
      if (chance < dropout) continue;
      const id = ids[at] as number;
      if (chance > 1 - split) {
        const first = id === 0 ? 0 : (encoded.pieceEnds[id - 1] as number);
        const last = encoded.pieceEnds[id] as number;
        if (last > first) {
          for (let piece = first; piece < last && end < most; piece++)
            into[end++] = encoded.pieces[piece] as number;
          continue;
        }
      }
      into[end++] = id;
    }
    if (end === before && to > from) into[end++] = ids[from] as number;
    return end;
  }

  function dealHalves(a: Side, b: Side): number[] {
    let endA = 0;
    let endB = 0;
    for (let at = 0; at < batch; at++) {
      const start = spans[Math.floor(random() * spans.length)] as number;
      const length = 8 + Math.floor(random() * 33);
      for (let token = 0; token < length; token++) {
        const id = encoded.text[start + token];
        if (id === undefined || id === endOfSpan) break;
        const chance = random();
        if (chance < 0.55 || token === 0) a.ids[endA++] = id;
        if (chance > 0.45 || token === 1) b.ids[endB++] = id;
      }
      a.ends[at] = endA;
      b.ends[at] = endB;
      hashes[0][at] = at;
      hashes[1][at] = at;
    }
    return [];
  }
}

function dealer(count: number, random: () => number): () => number {
  const order = Int32Array.from({ length: count }, (_, at) => at);
  let next = count;
  return () => {
    if (next >= count) {
      shuffle(order, random);
      next = 0;
    }
    return order[next++] as number;
  };
}

function spanStarts(text: Uint16Array): Int32Array {
  const starts = [0];
  for (let at = 0; at < text.length - 1; at++) if (text[at] === endOfSpan) starts.push(at + 1);
  return Int32Array.from(starts);
}

/** Of an empty side: one of its own, so that it equals no other. */
function hashOf(ids: Uint16Array, from: number, to: number, own: number): number {
  if (from === to) return own;
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (ids[at] as number), 0x01000193);
  return hash;
}
