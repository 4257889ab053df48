import { type Encoded, type EncodedPairs, endOfSpan } from './encode';
import { shuffle } from './random';

/** How the batches of fine-tuning are put together. */
export interface BatchOptions {
  /** Pairs of a step; a multiple of 4. */
  batch: number;
  /** Share of the batches that are made of text alone: two halves of one span. */
  selfShare: number;
  /** Share of the tokens that are left out. */
  dropout: number;
  /** Share of the whole words that are shown as their pieces, so that the pieces learn to stand for them. */
  split: number;
  /** How much more often than by its size a source is drawn. */
  weights: Readonly<Record<string, number>>;
}

/** A source is drawn by its size to this power. */
const sizePower = 0.6;

/** Most tokens of a side, its pieces included. */
export const longestSide = 192;

/** Most unwanted sides of a step; a multiple of 4. */
export const mostUnwanted = 256;

export interface Side {
  ids: Uint16Array;
  ends: Int32Array;
  count: number;
}

export interface Batch {
  /** Of the first sides and of the second, as they are before anything is left out. */
  hashes: [Int32Array, Int32Array];
  /** Hash of the first side that each of the unwanted ones, which follow the second sides, is no match for. */
  owners: number[];
}

/** Fills the two sides of the next batch. */
export function dealer(
  encoded: Encoded,
  { batch, selfShare, dropout, split, weights }: BatchOptions,
  random: () => number,
): (a: Side, b: Side) => Batch {
  const sources = encoded.pairs
    .map((pairs) => ({
      pairs,
      weight: weights[pairs.source] ?? 1,
      deal: shuffled(pairs.ends.length / 2, random),
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

function shuffled(count: number, random: () => number): () => number {
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
