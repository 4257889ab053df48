import { writeFileSync } from 'node:fs';
import { staticVector } from '@/inference/builtin-embedder';
import { placer } from '@/inference/placer';
import { placerFeatures } from '@/inference/placer-features';
import { readStaticModel } from '@/inference/static-model';
import { domains, matters } from '@/memory/domains';
import { builtinFile } from '../test/support/builtin-from-disk';
import { conceptMap } from './train-placer/concept-map';
import { type LabelledDraft, readLabelled } from './train-placer/labelled';
import { classifiersFile } from './training/classifiers-file';
import { type Sample, trainClassifier } from './training/train-classifier';

const root = new URL('../', import.meta.url).pathname;
/** Every fifth example is left out of a first training, which only tells how good the second one is. */
const heldBack = 5;

const model = readStaticModel(builtinFile());
const labelled = readLabelled(`${root}scripts/train-embedder/data`);
const statements = labelled.flatMap((draft) => draft.statements).filter((one) => one.domains.length > 0);
console.log(`${labelled.length} drafts, ${statements.length} statements`);

const sample = (text: string, labels: readonly string[]): Sample => ({
  features: placerFeatures(text),
  vectors: [staticVector(text, model)],
  labels,
});
const sets = {
  drafts: { samples: labelled.map((draft) => sample(draft.text, draft.matters)), outputs: matters },
  memories: { samples: statements.map((one) => sample(one.text, one.domains)), outputs: domains },
};
/** Set by cross-checking on a fifth of the data. */
const training = { epochs: 80, decay: 0.003, lossScale: 10, fewestTexts: 3 };

for (const [name, { samples, outputs }] of Object.entries(sets)) {
  const tests = samples.filter((_, index) => index % heldBack === 0);
  const trained = trainClassifier(
    samples.filter((_, index) => index % heldBack !== 0),
    outputs,
    training,
  );
  const right = tests.filter((one) => {
    const guess = trained.guess(one);
    return one.labels.includes(outputs[guess.indexOf(Math.max(...guess))] ?? '');
  });
  console.log(
    `${name}: the first guess is right for ${((100 * right.length) / tests.length).toFixed(1)} % of those held back`,
  );
}

const file = classifiersFile(
  {
    drafts: trainClassifier(sets.drafts.samples, matters, training),
    memories: trainClassifier(sets.memories.samples, domains, training),
  },
  model.dimensions,
);
writeFileSync(`${root}public/embedder/placer.bin`, new Uint8Array(file));
const read = placer(model, file);
const guess = read.matters('any dinner ideas?');
console.log(`${file.byteLength} bytes; “any dinner ideas?” is ${matters[guess.indexOf(Math.max(...guess))]}`);
writeFileSync(
  `${root}src/memory/recall/concept-map.json`,
  `${JSON.stringify(conceptMap(labelled satisfies LabelledDraft[]), undefined, 2)}\n`,
);
