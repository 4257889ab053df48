import { writeFileSync } from 'node:fs';
import type { Signals } from '@/memory/recall/signals';
import type { MemoryKind } from '@/memory/types';
import { folderOf, readSet } from './eval/data';
import { itemsOf, type Life, parseLives } from './eval/recall/lives';
import { throughline } from './eval/recall/throughline';
import { fitLogistic } from './tune-recall/fit-logistic';

/*
 * Prints weights for `src/memory/recall/rank.ts`: a logistic regression over the signals of what each draft of the
 * development lives looked at, and how well the same weights tell what fits on the lives that are held back.
 */

/** A memory that may come counts less than one that must: what belongs to both sides teaches little. */
const weightOf = { must: 3, may: 0.35, neither: 1 };

export interface Judged {
  life: string;
  draft: string;
  id: string;
  kind: MemoryKind;
  verdict: 'must' | 'may' | 'neither';
  signals: Signals;
}

const folder = folderOf('recall-drafts', undefined);
if (!folder) throw new Error('There are no lives to tune on: test/eval/recall-drafts is missing.');
const development = await judge(parseLives(readSet(folder, /^development/)));
const heldBack = await judge(parseLives(readSet(folder, /^held-back/)));
const [out] = process.argv.slice(2);
if (out) writeFileSync(out, [...development, ...heldBack].map((row) => `${JSON.stringify(row)}\n`).join(''));

const names = Object.keys(development[0]?.signals ?? {}) as (keyof Signals)[];
/** Rules are always given, so they teach nothing here. */
const fitted = fitLogistic(
  development
    .filter(({ kind }) => kind !== 'procedure')
    .map((row) => ({
      values: names.map((name) => row.signals[name]),
      label: row.verdict === 'neither' ? 0 : 1,
      weight: weightOf[row.verdict],
    })),
);
for (const [index, name] of names.entries()) console.log(`  ${name}: ${fitted.weights[index]?.toFixed(2)},`);
console.log(`threshold for even chances: ${(-fitted.bias).toFixed(2)}`);

async function judge(lives: readonly Life[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const life of lives) {
    const searcher = await throughline(undefined).open(itemsOf(life), Date.parse(life.now));
    for (const draft of life.drafts) {
      for (const { id, signals } of (await searcher.signals?.(draft)) ?? []) {
        const verdict = draft.must.includes(id) ? 'must' : draft.may.includes(id) ? 'may' : 'neither';
        const kind = life.memories.find((memory) => memory.id === id)?.kind ?? 'fact';
        judged.push({ life: life.id, draft: draft.id, id, kind, verdict, signals });
      }
    }
    await searcher.close();
  }
  return judged;
}
