import type { Signals } from '@/memory/recall/signals';
import type { MemoryKind } from '@/memory/types';
import { itemsOf, type Life } from '../eval/recall/lives';
import { throughline } from '../eval/recall/throughline';

/** A memory that was looked at for a draft, and whether it should come. */
export interface Judged {
  draft: string;
  /** The draft has no memory that must come. */
  needsNothing: boolean;
  kind: MemoryKind;
  verdict: 'must' | 'may' | 'neither';
  signals: Signals;
}

/** Every memory that the built-in model and the words propose for every draft of these lives. */
export async function judge(lives: readonly Life[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const life of lives) {
    const searcher = await throughline(undefined).open(itemsOf(life), Date.parse(life.now));
    for (const draft of life.drafts) {
      for (const { id, signals } of (await searcher.signals?.(draft)) ?? []) {
        const verdict = draft.must.includes(id) ? 'must' : draft.may.includes(id) ? 'may' : 'neither';
        const kind = life.memories.find((memory) => memory.id === id)?.kind ?? 'fact';
        const needsNothing = draft.must.length === 0;
        judged.push({ draft: `${life.id}/${draft.id}`, needsNothing, kind, verdict, signals });
      }
    }
    await searcher.close();
  }
  return judged;
}
