import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { builtinEmbedder } from '@/inference/builtin-embedder';
import { readStaticModel } from '@/inference/static-model';
import { builtinModel } from '@/memory/settings';
import { modelCard } from './train-embedder/card';
import { contrastive } from './train-embedder/contrastive';
import { readCorpus } from './train-embedder/corpus';
import { encode } from './train-embedder/encode';
import { firstTable } from './train-embedder/first-table';
import { measure } from './train-embedder/measure';
import { modelFile } from './train-embedder/model-file';
import { contrastiveSettings, seed, skipGramSettings } from './train-embedder/settings';
import { skipGram } from './train-embedder/skip-gram';
import { buildVocabulary } from './train-embedder/vocabulary';

/*
 * Trains the built-in embedding model and writes its file and its card.
 *
 *   npm run train:embedder -- [--data DIR] [--out FILE] [--card FILE] [--vectors FILE]
 *
 * `--vectors` keeps the vectors of the skip-gram phase, and takes them from there where they are kept already: they
 * do not change with the pairs of what drafts need, nor with the settings of fine-tuning.
 */

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: at('../shared/data/embedder-training') },
    out: { type: 'string', default: at('public/embedder/model.bin') },
    card: { type: 'string', default: at('docs/embedder.md') },
    vectors: { type: 'string' },
  },
});

if (!existsSync(join(values.data, 'pairs.tsv.gz'))) {
  console.error(`There are no training data in ${values.data}; name their folder with --data.`);
  process.exit(1);
}

const { dimensions } = skipGramSettings;
const phases = new Map<string, number>();
let since = performance.now();

const corpus = readCorpus(values.data, at('scripts/train-embedder/data'));
const entries = buildVocabulary(corpus);
const encoded = encode(corpus, entries, seed);
endPhase('reading');
console.log(
  `${corpus.words.length} words, of them ${entries.length} rows; ${encoded.text.length} tokens of text`,
);

let told = 0;
const kept = keptVectors();
const vectors =
  kept ??
  (await skipGram(encoded, skipGramSettings, (share) => {
    if (share - told < 0.1) return;
    told = share;
    console.log(`skip-gram: ${Math.round(share * 100)} %`);
  }));
if (!kept && values.vectors) writeFileSync(values.vectors, new Uint8Array(vectors.buffer));
endPhase(kept ? 'skip-gram (kept from an earlier run)' : 'skip-gram');

const first = firstTable(vectors, encoded.counts, dimensions);
const table = await contrastive(encoded, first, contrastiveSettings, (step, loss) => {
  if (step % 500 === 0) console.log(`fine-tuning: step ${step}, loss ${loss.toFixed(3)}`);
});
endPhase('fine-tuning');

const file = modelFile({ model: builtinModel, entries, table, dimensions });
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, file);

const beforeRead = performance.now();
const embedder = builtinEmbedder(readStaticModel(file.slice().buffer));
const loadMs = performance.now() - beforeRead;
const sentences = Array.from(
  { length: 50_000 },
  (_, number) => `I paint small wooden bicycles number ${number}.`,
);
await embedder.embed(sentences);
const beforeEmbed = performance.now();
await embedder.embed(sentences);
const textsPerSecond = (1_000 * sentences.length) / (performance.now() - beforeEmbed);
const measured = await measure((texts) => embedder.embed(texts), join(values.data, '..'));
for (const { set, by, found } of measured) {
  const shares = [...found].map(([k, share]) => `@${k} ${(100 * share).toFixed(1)}`);
  console.log(`${set.padEnd(9)} ${by.padEnd(10)} ${shares.join('  ')}`);
}
const rows = entries.length;
const bytes = file.length;
console.log(
  `${bytes} bytes, read in ${loadMs.toFixed(0)} ms, ${textsPerSecond.toFixed(0)} sentences a second`,
);
writeFileSync(
  values.card,
  modelCard(corpus, {
    model: builtinModel,
    bytes,
    rows,
    dimensions,
    phases,
    measured,
    loadMs,
    textsPerSecond,
  }),
);

function keptVectors(): Float32Array | undefined {
  if (!values.vectors || !existsSync(values.vectors)) return undefined;
  const found = new Float32Array(new Uint8Array(readFileSync(values.vectors)).buffer);
  if (found.length !== entries.length * dimensions)
    throw new Error(`${values.vectors} is of another training.`);
  return found;
}

function endPhase(name: string): void {
  const seconds = (performance.now() - since) / 1_000;
  phases.set(name, seconds);
  since = performance.now();
  console.log(`${name}: ${seconds.toFixed(0)} s`);
}
