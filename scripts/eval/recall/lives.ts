import * as v from 'valibot';
import { memoryKinds } from '@/memory/types';
import { type Figures, mean, shareFound } from '../figures';
import type { Item, System } from './system';

const roles = ['user', 'assistant'] as const;
const lifeShape = v.object({
  id: v.string(),
  now: v.string(),
  memories: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist(memoryKinds),
      text: v.string(),
      at: v.string(),
      pinned: v.optional(v.boolean()),
      importance: v.optional(v.number()),
      space: v.optional(v.string()),
    }),
  ),
  drafts: v.array(
    v.object({
      id: v.string(),
      text: v.string(),
      context: v.optional(v.array(v.object({ role: v.picklist(roles), text: v.string() }))),
      site: v.optional(v.string()),
      must: v.array(v.string()),
      may: v.array(v.string()),
    }),
  ),
});
export type Life = v.InferOutput<typeof lifeShape>;

export function parseLives(rows: readonly unknown[]): Life[] {
  return rows.map((row) => v.parse(lifeShape, row));
}

export function itemsOf({ memories }: Life): Item[] {
  return memories.map((memory) => ({ ...memory, at: Date.parse(memory.at) }));
}

/** Of one draft: what had to come, what came, and what of that was out of place. */
export interface Verdict {
  life: string;
  draft: Life['drafts'][number];
  injected: string[];
}

/** A memory full of one person's life, and what each of their drafts brings. */
export async function lives(
  all: readonly Life[],
  system: System,
  tell?: (verdict: Verdict) => void,
): Promise<Figures> {
  const found: number[] = [];
  const needless: number[] = [];
  let injectedCount = 0;
  let misplaced = 0;
  for (const life of all) {
    const searcher = await system.open(itemsOf(life), Date.parse(life.now));
    for (const draft of life.drafts) {
      const injected = (await searcher.inject?.(draft)) ?? [];
      const fits = new Set([...draft.must, ...draft.may]);
      const wrong = injected.filter((id) => !fits.has(id)).length;
      injectedCount += injected.length;
      misplaced += wrong;
      if (draft.must.length > 0) found.push(shareFound(draft.must, injected));
      else needless.push(wrong > 0 ? 1 : 0);
      tell?.({ life: life.id, draft, injected });
    }
    await searcher.close();
  }
  return {
    'own.must': mean(found),
    'own.mustNot': injectedCount === 0 ? 0 : misplaced / injectedCount,
    'own.needless': mean(needless),
    'counts.ownDrafts': found.length + needless.length,
    'counts.ownInjected': injectedCount,
  };
}
