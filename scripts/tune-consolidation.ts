import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type Evidence, evidenceOf } from '@/memory/consolidation/evidence';
import { sentenceOf } from '@/memory/consolidation/sentence';
import { folderOf, readSet } from './eval/data';
import { mean } from './eval/figures';
import { type Example, logitsOf, trainLogistic } from './training/logistic';

/*
 * Prints the weights of `src/memory/consolidation/takes-place-of.ts`: a logistic regression over the evidence that a
 * newer sentence takes the place of an older one. Learned from the pairs in `tune-consolidation/pairs.tsv` (1 or 0, the
 * older, the newer) and, where it lies beside the checkout, the development half of fact-update: a new fact against each
 * fact of its set, of which one is contradicted, and these among themselves. Told for four folds of sets, each judged by
 * what was learned from the other three.
 */
interface Pair {
  set: string;
  older: string;
  newer: string;
  takesPlace: boolean;
  weight: number;
}

const factSet = v.object({
  id: v.string(),
  facts: v.array(v.string()),
  items: v.array(v.object({ supporting_fact_indices: v.array(v.number()), new_fact: v.string() })),
});
/** Shorter sentences share most of their words by chance; rules tell of those. */
const fewestWords = 5;
const ownWeight = 8;
const folds = 4;

const pairs = [...ownPairs(), ...factUpdatePairs()];
const sets = [...new Set(pairs.map(({ set }) => set))];
const foldOf = new Map(sets.map((set, index) => [set, index % folds]));
const evidence = pairs.map(({ newer, older }) => evidenceOf(sentenceOf(newer), sentenceOf(older)));
const names = Object.keys(evidence[0] ?? {}) as (keyof Evidence)[];
const examples: Example[] = pairs.map(({ takesPlace, weight }, at) => ({
  rows: names.map((_, row) => row),
  values: names.map((name) => evidence[at]?.[name] ?? 0),
  labels: [takesPlace ? 1 : 0],
  weight,
}));
const training = { rows: names.length, outputs: 1, epochs: 300, decay: 1e-5, lossScale: 1 };

const whole = trainLogistic(examples, training);
for (const [row, name] of names.entries()) console.log(`  ${name}: ${whole.weights[row]?.toFixed(2)},`);
console.log(`bias ${whole.bias[0]?.toFixed(2)}`);

const odds = new Array<number>(pairs.length).fill(0);
for (let fold = 0; fold < folds; fold++) {
  const isIn = (at: number) => foldOf.get(pairs[at]?.set ?? '') === fold;
  const trained = trainLogistic(
    examples.filter((_, at) => !isIn(at)),
    training,
  );
  for (const [at, example] of examples.entries()) if (isIn(at)) odds[at] = logitsOf(example, trained)[0] ?? 0;
}
for (const threshold of [-1, -0.5, 0, 0.5, 1]) {
  const told = (takesPlace: boolean) =>
    mean(
      pairs.flatMap((pair, at) =>
        pair.takesPlace === takesPlace ? Number((odds[at] ?? 0) > threshold) : [],
      ),
    );
  console.log(`threshold ${threshold}: found ${told(true).toFixed(3)}, false ${told(false).toFixed(4)}`);
}

function ownPairs(): Pair[] {
  const file = new URL('tune-consolidation/pairs.tsv', import.meta.url);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.flatMap((line, index) => {
    const [label, older = '', newer = ''] = line.split('\t');
    const isShort = [older, newer].some((text) => sentenceOf(text).words.length < fewestWords);
    if (isShort) return [];
    return [{ set: `own-${index}`, older, newer, takesPlace: label === '1', weight: ownWeight }];
  });
}

function factUpdatePairs(): Pair[] {
  const folder = folderOf('fact-update', undefined);
  if (!folder) {
    console.error('fact-update: not here, skipped');
    return [];
  }
  return readSet(folder).flatMap((row) => {
    const { id: set, facts, items } = v.parse(factSet, row);
    const among = facts.flatMap((newer, at) =>
      facts.slice(0, at).map((older) => ({ set, older, newer, takesPlace: false, weight: 1 })),
    );
    // Of several facts behind an answer nobody tells which one is contradicted.
    const single = items.filter(({ supporting_fact_indices: known }) => known.length === 1);
    return [
      ...among,
      ...single.flatMap(({ supporting_fact_indices: known, new_fact: newer }) =>
        facts.map((older, at) => ({ set, older, newer, takesPlace: known.includes(at), weight: 1 })),
      ),
    ];
  });
}
