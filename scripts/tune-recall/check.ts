import { rank } from '@/memory/recall/rank';
import type { Signals } from '@/memory/recall/signals';
import type { Judged } from './judge';

const outOfPlace = 0.25;

/** The largest share of what must come that comes while at most a quarter of what comes is out of place. */
export function crossCheck(judged: readonly Judged[], weights: Signals): number {
  const ranked = judged
    .map(({ signals, verdict }) => ({ verdict, score: rank(signals, weights) }))
    .sort((one, other) => other.score - one.score);
  const wanted = ranked.filter(({ verdict }) => verdict === 'must').length;
  let best = 0;
  let came = 0;
  let wrong = 0;
  for (const [index, { verdict }] of ranked.entries()) {
    if (verdict === 'must') came++;
    if (verdict === 'neither') wrong++;
    if (wrong <= outOfPlace * (index + 1)) best = came;
  }
  return best / wanted;
}

/** Area under the curve of the signal *nothing*, over drafts: those that need nothing against the others. */
export function silence(judged: readonly Judged[]): number {
  const drafts = [...new Map(judged.map((row) => [row.draft, row])).values()];
  const needing = drafts.filter(({ needsNothing }) => !needsNothing);
  const silent = drafts.filter(({ needsNothing }) => needsNothing);
  let above = 0;
  for (const one of silent) {
    for (const other of needing) {
      const gap = one.signals.nothing - other.signals.nothing;
      above += gap > 0 ? 1 : gap === 0 ? 0.5 : 0;
    }
  }
  return above / (needing.length * silent.length);
}
