import { writeFileSync } from 'node:fs';
import { placer } from '@/inference/placer';
import { readPlacerWeights } from '@/inference/placer-weights';
import { readStaticModel } from '@/inference/static-model';
import { domains, matters } from '@/memory/domains';
import { builtinFile } from '../test/support/builtin-from-disk';
import { conceptMap } from './train-placer/concept-map';
import { type LabelledDraft, readLabelled } from './train-placer/labelled';
import { trainClassifier } from './train-placer/train-classifier';
import { placerFile } from './train-placer/write';

const root = new URL('../', import.meta.url).pathname;
/** Every fifth example is left out of a first training, which only tells how good the second one is. */
const heldBack = 5;

const model = readStaticModel(builtinFile());
const labelled = readLabelled(`${root}scripts/train-embedder/data`);
const statements = labelled.flatMap((draft) => draft.statements).filter((one) => one.domains.length > 0);
console.log(`${labelled.length} drafts, ${statements.length} statements`);

const sets = {
  drafts: {
    texts: labelled.map(({ text }) => text),
    labels: labelled.map((draft) => draft.matters.map((matter) => matters.indexOf(matter))),
    outputs: matters as readonly string[],
  },
  memories: {
    texts: statements.map(({ text }) => text),
    labels: statements.map((one) => one.domains.map((domain) => domains.indexOf(domain))),
    outputs: domains as readonly string[],
  },
};

for (const name of ['drafts', 'memories'] as const) {
  const { texts, labels, outputs } = sets[name];
  const isTest = (_: unknown, index: number) => index % heldBack === 0;
  const isTrain = (_: unknown, index: number) => index % heldBack !== 0;
  const trained = trainClassifier(texts.filter(isTrain), labels.filter(isTrain), outputs, model);
  const right = texts.filter(isTest).filter((text, index) => {
    const guess = trained.guess(text);
    return labels.filter(isTest)[index]?.includes(guess.indexOf(Math.max(...guess)));
  });
  console.log(
    `${name}: the first guess is right for ${((100 * right.length * heldBack) / texts.length).toFixed(1)} % of those held back`,
  );
}

const file = placerFile(
  (['drafts', 'memories'] as const).map((name) => ({
    name,
    trained: trainClassifier(sets[name].texts, sets[name].labels, sets[name].outputs, model),
    outputs: sets[name].outputs,
  })),
  model.dimensions,
);
writeFileSync(`${root}public/embedder/placer.bin`, new Uint8Array(file));
const read = placer(
  model,
  readPlacerWeights(file, { dimensions: model.dimensions, drafts: matters, memories: domains }),
);
const sample = read.matters('any dinner ideas?');
console.log(
  `${file.byteLength} bytes; “any dinner ideas?” is ${matters[sample.indexOf(Math.max(...sample))]}`,
);
writeFileSync(
  `${root}src/memory/recall/concept-map.json`,
  `${JSON.stringify(conceptMap(labelled satisfies LabelledDraft[]), undefined, 2)}\n`,
);
