import { staticVocabulary } from '@/inference/static-vocabulary';
import type { Corpus } from './corpus';
import { randomFrom, shuffle } from './random';

/** Ends a span in the stream of text. */
export const endOfSpan = 65_535;

const shortestSpan = 60;

/** The corpus as rows of the vocabulary. */
export interface Encoded {
  rows: number;
  /** Spans of neighbouring sentences of one source, shuffled. */
  text: Uint16Array;
  /** How often each row occurs in the text. */
  counts: Float64Array;
  pairs: EncodedPairs[];
  /** The pieces of a row that is a whole word: from `pieceEnds[row - 1]` to `pieceEnds[row]` of `pieces`. */
  pieces: Uint16Array;
  pieceEnds: Int32Array;
}

export interface EncodedPairs {
  source: string;
  ids: Uint16Array;
  /** Ends of the sides, `a` and `b` by turns. */
  ends: Int32Array;
  /** Sides that do not belong to the `a` of the pair that is named, although they seem near. */
  unwanted?: { ids: Uint16Array; ends: Int32Array; pair: Int32Array };
}

export function encode(corpus: Corpus, entries: readonly string[], seed: number): Encoded {
  const vocabulary = staticVocabulary(entries);
  const rowsOf = corpus.words.map((word) => {
    const row = vocabulary.rowOf(word);
    if (row !== undefined) return [row];
    return /^[a-z0-9]/.test(word) ? vocabulary.piecesOf(word) : [];
  });
  const text = encodeText(corpus, rowsOf, seed);
  const counts = new Float64Array(entries.length);
  for (const id of text) if (id !== endOfSpan) counts[id] = (counts[id] ?? 0) + 1;
  const pieces = entries.map((entry) =>
    entry.startsWith('##') || entry.length < 4 ? [] : vocabulary.piecesOf(entry),
  );
  const pieceEnds = new Int32Array(entries.length);
  let end = 0;
  pieces.forEach((some, row) => {
    end += some.length;
    pieceEnds[row] = end;
  });
  const flat = new Uint16Array(end);
  flat.set(pieces.flat());
  return {
    rows: entries.length,
    text,
    counts,
    pairs: corpus.pairs.map(({ source, stream, ends, unwanted }) => ({
      source,
      ...encodeSides(stream, ends, rowsOf),
      ...(unwanted && {
        unwanted: { ...encodeSides(unwanted.stream, unwanted.ends, rowsOf), pair: unwanted.pair },
      }),
    })),
    pieces: flat,
    pieceEnds,
  };
}

function encodeText({ texts }: Corpus, rowsOf: readonly number[][], seed: number): Uint16Array {
  const starts: { stream: Int32Array; from: number; to: number }[] = [];
  let total = 0;
  for (const { stream } of texts) {
    let from = 0;
    let length = 0;
    for (let at = 0; at < stream.length; at++) {
      const number = stream[at] as number;
      if (number >= 0) length += rowsOf[number]?.length ?? 0;
      else if (length >= shortestSpan || at === stream.length - 1) {
        starts.push({ stream, from, to: at });
        total += length + 1;
        from = at + 1;
        length = 0;
      }
    }
  }
  const order = starts.map((_, at) => at);
  shuffle(order, randomFrom(seed));
  const ids = new Uint16Array(total);
  let end = 0;
  for (const number of order) {
    const { stream, from, to } = starts[number] as (typeof starts)[number];
    for (let at = from; at < to; at++) {
      for (const row of rowsOf[stream[at] as number] ?? []) ids[end++] = row;
    }
    ids[end++] = endOfSpan;
  }
  return ids.subarray(0, end);
}

function encodeSides(stream: Int32Array, ends: Int32Array, rowsOf: readonly number[][]) {
  let total = 0;
  for (const number of stream) total += rowsOf[number]?.length ?? 0;
  const ids = new Uint16Array(total);
  const encodedEnds = new Int32Array(ends.length);
  let at = 0;
  let end = 0;
  ends.forEach((sideEnd, side) => {
    for (; at < sideEnd; at++) for (const row of rowsOf[stream[at] as number] ?? []) ids[end++] = row;
    encodedEnds[side] = end;
  });
  return { ids, ends: encodedEnds };
}
