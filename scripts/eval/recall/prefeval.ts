import * as v from 'valibot';
import { type Figures, mean } from '../figures';
import type { System } from './system';

const pairShape = v.object({ id: v.string(), preference: v.string(), question: v.string() });
const cuts = [1, 5, 10];

/** PrefEval, explicit form (Zhao et al., ICLR 2025): a question's own preference among those of the whole set. */
export async function prefeval(rows: readonly unknown[], system: System): Promise<Figures> {
  const pairs = rows.map((row) => v.parse(pairShape, row));
  const now = Date.UTC(2026, 5, 1);
  const items = pairs.map(({ id, preference }, index) => ({
    id,
    text: preference,
    kind: 'preference' as const,
    at: now - index * 60_000,
  }));
  const searcher = await system.open(items, now);
  const ranks: string[][] = [];
  for (const { question } of pairs) ranks.push(await searcher.rank(question, Math.max(...cuts)));
  await searcher.close();
  const hit = (cut: number) =>
    mean(pairs.map(({ id }, index) => (ranks[index]?.slice(0, cut).includes(id) ? 1 : 0)));
  return {
    ...Object.fromEntries(cuts.map((cut) => [`prefeval.at${cut}`, hit(cut)])),
    'counts.prefeval': pairs.length,
  };
}
