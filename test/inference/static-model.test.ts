import { expect, test } from 'vitest';
import { builtinEmbedder } from '@/inference/builtin-embedder';
import { readStaticModel } from '@/inference/static-model';
import { contrastive } from '../../scripts/train-embedder/contrastive';
import type { Corpus } from '../../scripts/train-embedder/corpus';
import { encode } from '../../scripts/train-embedder/encode';
import { firstTable } from '../../scripts/train-embedder/first-table';
import { modelFile } from '../../scripts/train-embedder/model-file';
import { contrastiveSettings, skipGramSettings } from '../../scripts/train-embedder/settings';
import { skipGram } from '../../scripts/train-embedder/skip-gram';

const dimensions = 16;
const quick = { ...contrastiveSettings, steps: 60, batch: 32, selfShare: 0, dropout: 0, rate: 0.02 };
const ignore = () => undefined;

test('a trained table is read back as it was, but for a hundredth', async () => {
  const entries = ['tea', 'cup', 'train'];
  const table = Float32Array.from({ length: 3 * dimensions }, (_, at) => Math.sin(at * 7) * (1 + at / 10));
  const { buffer } = modelFile({ model: 'tiny', entries, table, dimensions });
  const model = readStaticModel(buffer as ArrayBuffer);
  expect({ model: model.model, dimensions: model.dimensions }).toEqual({ model: 'tiny', dimensions });
  entries.forEach((entry, row) => {
    expect(model.vocabulary.rowOf(entry)).toBe(row);
    for (let i = 0; i < dimensions; i++) {
      const read = (model.bytes[row * dimensions + i] ?? 0) * (model.scales[row] ?? 0);
      expect(read).toBeCloseTo(table[row * dimensions + i] ?? 0, 1);
    }
  });
});

test('training on pairs brings their words together, and the same data give the same table', async () => {
  const words = ['tea', 'kettle', 'rail', 'ticket', 'tulip', 'spade'];
  const corpus = pairsOf(words, [
    ['tea', 'kettle'],
    ['rail', 'ticket'],
    ['tulip', 'spade'],
  ]);
  const train = async () => {
    const encoded = encode(corpus, words, 1);
    const vectors = await skipGram(encoded, { ...skipGramSettings, dimensions, epochs: 1 }, ignore);
    const first = firstTable(vectors, encoded.counts, dimensions);
    return contrastive(encoded, first, { ...quick, dimensions }, ignore);
  };
  const table = await train();
  expect(await train()).toEqual(table);

  const { buffer } = modelFile({ model: 'tiny', entries: words, table, dimensions });
  const embedder = builtinEmbedder(readStaticModel(buffer as ArrayBuffer));
  const [tea, kettle, ticket] = await embedder.embed(['tea', 'kettle', 'ticket']);
  expect(dot(tea, kettle)).toBeGreaterThan(dot(tea, ticket) + 0.5);
});

/** A corpus of these pairs, twenty times over, and of a text that names all words in turn. */
function pairsOf(words: string[], pairs: readonly [string, string][]): Corpus {
  const numberOf = (word: string) => words.indexOf(word);
  const sides = Array.from({ length: 20 }, () => pairs.flat().map(numberOf)).flat();
  const text = Array.from({ length: 600 }, (_, at) => (at % 10 === 9 ? -1 : at % words.length));
  return {
    words,
    texts: [{ source: 'text', stream: Int32Array.from(text), count: 540, sentences: 60 }],
    pairs: [
      { source: 'pairs', stream: Int32Array.from(sides), ends: Int32Array.from(sides, (_, at) => at + 1) },
    ],
  };
}

function dot(a: Float32Array = new Float32Array(), b: Float32Array = new Float32Array()): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
