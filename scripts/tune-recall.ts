import type { Signals } from '@/memory/recall/signals';
import { folderOf, readSet } from './eval/data';
import { parseLives } from './eval/recall/lives';
import { crossCheck, silence } from './tune-recall/check';
import { fitColumn } from './tune-recall/fit-column';
import { type Judged, judge } from './tune-recall/judge';

/*
 * Prints what `src/memory/recall/rank.ts` rests on: for statements and for episodes a logistic regression over the
 * signals of what each draft of the lives looked at, once on the development lives and once on those held back; what
 * each of the two fits does on either half; and how well *nothing* tells the drafts that need nothing.
 */
const folder = folderOf('recall-drafts', undefined);
if (!folder) throw new Error('There are no lives to tune on: test/eval/recall-drafts is missing.');
const halves = {
  development: await judge(parseLives(readSet(folder, /^development/))),
  'held back': await judge(parseLives(readSet(folder, /^held-back/))),
};
const isEpisode = ({ signals }: Judged) => signals.episode > 0;
// Rules are always given, so they teach nothing here.
const isStatement = (row: Judged) => !isEpisode(row) && row.kind !== 'procedure';

for (const [column, belongs] of Object.entries({ statements: isStatement, episodes: isEpisode })) {
  const fits = Object.entries(halves).map(([half, rows]) => ({ half, ...fitColumn(rows.filter(belongs)) }));
  console.log(`\n${column}, fitted on: ${fits.map(({ half }) => half).join(', ')}`);
  for (const name of Object.keys(fits[0]?.weights ?? {}) as (keyof Signals)[])
    console.log(`  ${name}: ${fits.map(({ weights }) => weights[name].toFixed(2)).join(', ')}`);
  console.log(`  even: ${fits.map(({ bias }) => (-bias).toFixed(2)).join(', ')}`);
  for (const fit of fits) {
    const shares = Object.entries(halves).map(
      ([half, rows]) => `${crossCheck(rows.filter(belongs), fit.weights).toFixed(3)} on ${half}`,
    );
    console.log(
      `  fitted on ${fit.half}, of what must come where a quarter is out of place: ${shares.join(', ')}`,
    );
  }
}
for (const [half, rows] of Object.entries(halves))
  console.log(`\nnothing, area under the curve on ${half}: ${silence(rows).toFixed(3)}`);
