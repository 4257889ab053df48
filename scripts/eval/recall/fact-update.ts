import * as v from 'valibot';
import { type Figures, mean } from '../figures';
import type { Item, System } from './system';

const setShape = v.object({
  id: v.string(),
  facts: v.array(v.string()),
  items: v.array(
    v.object({ question: v.string(), supporting_fact_indices: v.array(v.number()), new_fact: v.string() }),
  ),
});

const start = Date.UTC(2026, 0, 1);
const dayMs = 86_400_000;

/** A fact that contradicts one that is known: is it found above that, and does the old one stay out of prompts? */
export async function factUpdate(rows: readonly unknown[], system: System): Promise<Figures> {
  const newerFirst: number[] = [];
  const oldInjected: number[] = [];
  for (const { facts, items } of rows.map((row) => v.parse(setShape, row))) {
    const known = facts.map((text, index) => fact(`old-${index}`, text, start + index * dayMs));
    for (const { question, supporting_fact_indices, new_fact } of items) {
      const searcher = await system.open(known, start + 60 * dayMs);
      await searcher.store?.([fact('new', new_fact, start + 30 * dayMs)]);
      const ranked = await searcher.rank(question, facts.length + 1);
      const old = supporting_fact_indices.map((index) => `old-${index}`);
      const newer = ranked.indexOf('new');
      newerFirst.push(newer >= 0 && old.every((id) => !ranked.slice(0, newer).includes(id)) ? 1 : 0);
      const injected = (await searcher.inject?.({ text: question })) ?? [];
      oldInjected.push(old.some((id) => injected.includes(id)) ? 1 : 0);
      await searcher.close();
    }
  }
  return {
    'factUpdate.newerFirst': mean(newerFirst),
    'factUpdate.oldInjected': mean(oldInjected),
    'counts.factUpdate': newerFirst.length,
  };
}

function fact(id: string, text: string, at: number): Item {
  return { id, text, kind: 'fact', at };
}
