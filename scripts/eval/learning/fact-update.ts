import * as v from 'valibot';
import { type OpenEngine, openEngine } from '../../../test/support/open-engine';
import { type Figures, mean } from '../figures';

const setShape = v.object({
  id: v.string(),
  facts: v.array(v.string()),
  items: v.array(v.object({ supporting_fact_indices: v.array(v.number()), new_fact: v.string() })),
});
type FactSet = v.InferOutput<typeof setShape>;

const start = Date.UTC(2026, 0, 1);
const dayMs = 86_400_000;

/**
 * A fact that contradicts one that is known: does it take that one's place (`superseded`, the share of the new facts),
 * and of no other's (`falseSuperseded`, the share of all other facts of the set)? A fact of another set must take no
 * place at all (`foreignSuperseded`), nor one of the same set (`ownSuperseded`).
 */
export async function factUpdate(rows: readonly unknown[]): Promise<Figures> {
  const sets = rows.map((row) => v.parse(setShape, row));
  const found: number[] = [];
  const wrong: number[] = [];
  const own: number[] = [];
  const foreign: number[] = [];
  const added: number[] = [];
  for (const [index, set] of sets.entries()) {
    const stranger = sets[(index + 1) % sets.length]?.facts[0];
    for (const { supporting_fact_indices, new_fact } of set.items) {
      const gone = await goneAfter(set, new_fact);
      own.push(...gone.before);
      found.push(supporting_fact_indices.some((fact) => gone.after[fact] === 1) ? 1 : 0);
      wrong.push(...gone.after.filter((_, fact) => !supporting_fact_indices.includes(fact)));
    }
    if (stranger !== undefined && sets.length > 1) {
      const gone = await goneAfter(set, stranger);
      foreign.push(...gone.after);
      added.push(gone.isAdded ? 1 : 0);
    }
  }
  return {
    'factUpdate.superseded': mean(found),
    'factUpdate.falseSuperseded': mean(wrong),
    'factUpdate.ownSuperseded': mean(own),
    'factUpdate.foreignSuperseded': mean(foreign),
    'factUpdate.foreignAdded': mean(added),
    'counts.factUpdate': found.length,
    'counts.factUpdateOthers': wrong.length,
  };
}

/** 1 for each fact of the set that is not active any more: when all were stored, and after one more. */
async function goneAfter({ facts }: FactSet, more: string) {
  const opened = await openEngine(undefined, { at: start + 60 * dayMs });
  const { engine } = opened;
  await engine.store(facts.map((text, day) => ({ text, kind: 'fact' as const, at: start + day * dayMs })));
  const before = await goneOf(facts, opened);
  const last = await engine.store([{ text: more, kind: 'fact', at: start + 30 * dayMs }]);
  const after = (await goneOf(facts, opened)).map((gone, fact) => (before[fact] === 1 ? 0 : gone));
  opened.close();
  await opened.database.delete();
  return { before, after, isAdded: last.some(({ text }) => text === more) };
}

async function goneOf(facts: readonly string[], { store }: OpenEngine): Promise<number[]> {
  const active = new Set((await store.memoriesByStatus('active')).map(({ text }) => text));
  return facts.map((text) => (active.has(text) ? 0 : 1));
}
