import { existsSync, writeFileSync } from 'node:fs';
import { staticVector } from '@/inference/builtin-embedder';
import { judge, longestTurn } from '@/inference/judge';
import { readStaticModel } from '@/inference/static-model';
import { judgedTurn } from '@/memory/extraction/judged/features';
import { judgeOutputs, keptKinds } from '@/memory/extraction/judged/outputs';
import { phrasesIn } from '@/memory/extraction/judged/phrases';
import { builtinFile } from '../test/support/builtin-from-disk';
import { averagePrecision } from './train-judge/average-precision';
import { type LabelledTurn, readTurns, statementTurns, strangersTurns } from './train-judge/labelled';
import { classifiersFile } from './training/classifiers-file';
import { type Sample, trainClassifier } from './training/train-classifier';

/*
 * Trains what judges phrases: `npm run train:judge [TEXTS]`, where TEXTS holds the public text of the embedder's
 * training; without it that beside the checkout, and without that the committed data alone.
 */
const root = new URL('../', import.meta.url).pathname;
const texts =
  process.argv[2] ?? new URL('../../shared/data/embedder-training/text', import.meta.url).pathname;
const model = readStaticModel(builtinFile());
const training = { epochs: 80, decay: 0.001, lossScale: 10, fewestTexts: 10 };
/** Every fifth block of turns is left out of a first training: neighbours in a file are often pairs. */
const block = { size: 12, heldBack: 5 };

const turns = readTurns(`${root}scripts/train-judge/data`);
const statements = statementTurns(`${root}scripts/train-embedder/data`);
const strangers = existsSync(texts) ? strangersTurns(texts) : [];
console.log(`${turns.length} turns, ${statements.length} statements, ${strangers.length} lines of strangers`);

const isHeldBack = (index: number) => Math.floor(index / block.size) % block.heldBack === 0;
const rest = [...statements, ...strangers].flatMap(samplesOf);
const first = trainBoth([...turns.filter((_, index) => !isHeldBack(index)).flatMap(samplesOf), ...rest]);
const tests = turns.filter((turn, index) => isHeldBack(index) && turn.isWhole).flatMap(samplesOf);
const score = averagePrecision(
  tests.map((one) => [first.phrases.guess(one)[0] ?? 0, one.labels.includes('durable')]),
);
const kept = tests.filter(({ labels }) => labels.includes('durable'));
const right = kept.filter((one) => {
  const guess = first.kinds.guess(one);
  return one.labels.includes(keptKinds[guess.indexOf(Math.max(...guess))] ?? '');
});
console.log(
  `of ${tests.length} phrases held back: average precision ${score.toFixed(3)}, ` +
    `of ${kept.length} to be kept ${((100 * right.length) / kept.length).toFixed(1)} % are of the right kind`,
);

const file = classifiersFile(trainBoth([...turns.flatMap(samplesOf), ...rest]), 3 * model.dimensions);
writeFileSync(`${root}public/embedder/judge.bin`, new Uint8Array(file));
const phrases = phrasesIn("I'm allergic to shellfish.");
const [said] = judge(model, file).weigh(judgedTurn(phrases));
console.log(
  `${file.byteLength} bytes; “I'm allergic to shellfish” is kept with ${said?.phrase[0]?.toFixed(2)}`,
);

/** What is worth keeping, by all phrases; of what kind, by those whose kind is known. */
function trainBoth(samples: readonly Sample[]) {
  const ofKind = samples.filter(({ labels }) => keptKinds.some((kind) => labels.includes(kind)));
  return {
    phrases: trainClassifier(samples, judgeOutputs, training),
    kinds: trainClassifier(
      ofKind.map((sample) => ({ ...sample, weight: 1 })),
      keptKinds,
      training,
    ),
  };
}

function samplesOf({ phrases, weight }: LabelledTurn): Sample[] {
  const turn = judgedTurn(phrases.map(({ phrase }) => phrase));
  const ofTurn = staticVector(turn.text.slice(0, longestTurn), model);
  return turn.phrases.map(({ text, sentence, features }, at) => ({
    features: new Set([...features, ...turn.features]),
    vectors: [staticVector(text, model), staticVector(sentence, model), ofTurn],
    labels: phrases[at]?.labels ?? [],
    weight,
  }));
}
