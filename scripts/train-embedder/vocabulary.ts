import { longestPiece } from '@/inference/static-vocabulary';
import type { Corpus } from './corpus';

/** How many entries of each sort; single letters and digits, at a word's beginning and within, come on top. */
export const vocabularySizes = { words: 16_000, inner: 2_600, initial: 900 };

/** Sources beyond so many words are damped. */
const fullCount = 2_000_000;
const pairWeight = 0.3;

/** Not counted, so that it may change without a change of all vectors. */
const uncounted = 'needs';

/** A piece counts no more than so often for one word, so that a few frequent names do not decide. */
const mostPerWord = 20;

/** The entries of the vocabulary in the order of their rows. */
export function buildVocabulary(corpus: Corpus): string[] {
  const counts = wordCounts(corpus);
  const ranked = corpus.words
    .map((word, number) => ({ word, count: counts[number] ?? 0 }))
    .filter(({ word }) => /^[a-z0-9]+$/.test(word))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
  const singles = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');
  const entries = new Set(ranked.slice(0, vocabularySizes.words).map(({ word }) => word));
  for (const single of singles) entries.add(single).add(`##${single}`);

  const initial = new Map<string, number>();
  const inner = new Map<string, number>();
  for (const { word, count } of ranked.slice(vocabularySizes.words)) {
    if (!/^[a-z]/.test(word) || word.length > 24 || count < 0.5) continue;
    const weight = Math.min(count, mostPerWord);
    for (let length = 2; length <= longestPiece.initial && length < word.length; length++) {
      add(initial, word.slice(0, length), weight * length);
    }
    for (let from = 1; from < word.length; from++) {
      for (let length = 2; length <= longestPiece.inner && from + length <= word.length; length++) {
        add(inner, `##${word.slice(from, from + length)}`, weight * length);
      }
    }
  }
  for (const piece of best(inner, vocabularySizes.inner, entries)) entries.add(piece);
  for (const piece of best(initial, vocabularySizes.initial, entries)) entries.add(piece);
  return [...entries];
}

function wordCounts({ words, texts, pairs }: Corpus): Float64Array {
  const counts = new Float64Array(words.length);
  const count = (stream: Int32Array, weight: number) => {
    for (const number of stream) if (number >= 0) counts[number] = (counts[number] ?? 0) + weight;
  };
  for (const { stream, count: length } of texts) count(stream, Math.min(1, Math.sqrt(fullCount / length)));
  for (const { source, stream } of pairs) if (source !== uncounted) count(stream, pairWeight);
  return counts;
}

function add(scores: Map<string, number>, piece: string, score: number): void {
  scores.set(piece, (scores.get(piece) ?? 0) + score);
}

function best(scores: ReadonlyMap<string, number>, most: number, taken: ReadonlySet<string>): string[] {
  return [...scores]
    .filter(([piece]) => !taken.has(piece))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([piece]) => piece);
}
