import * as v from 'valibot';
import { type Figures, mean } from '../figures';
import { itemsOf, type Life } from './lives';
import type { System } from './system';

const promptShape = v.object({ id: v.string(), text: v.string() });
/** So many lives in one memory make about two hundred memories. */
const livesInOne = 5;

/** Prompts that have nothing to do with who asks, against a full memory: anything but a rule is needless. */
export async function impersonal(
  rows: readonly unknown[],
  all: readonly Life[],
  system: System,
): Promise<Figures> {
  const items = all
    .slice(0, livesInOne)
    .flatMap((life) => itemsOf(life).map((item) => ({ ...item, id: `${life.id}/${item.id}` })));
  const rules = new Set(items.filter(({ kind }) => kind === 'procedure').map(({ id }) => id));
  const searcher = await system.open(items, Math.max(...all.map(({ now }) => Date.parse(now))));
  const needless: number[] = [];
  for (const { text } of rows.map((row) => v.parse(promptShape, row))) {
    const injected = (await searcher.inject?.({ text })) ?? [];
    needless.push(injected.some((id) => !rules.has(id)) ? 1 : 0);
  }
  await searcher.close();
  return { 'impersonal.injected': mean(needless), 'counts.impersonal': needless.length };
}
