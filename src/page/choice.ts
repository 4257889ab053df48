import type { Block, Recall } from '@/memory/recall/types';
import type { MemoryId } from '@/memory/types';
import type { ReadyRecall } from '@/page/serving';

export type Thumb = 'up' | 'down';

/** What the user makes of the memories that are offered for one draft. */
export interface Choice {
  readonly unticked: ReadonlySet<MemoryId>;
  readonly rated: ReadonlyMap<MemoryId, Thumb>;
  /** The recall with only what is ticked; undefined where nothing is, or where its block is not there yet. */
  of(ready: ReadyRecall): Recall | undefined;
  tick(id: MemoryId, isTicked: boolean): void;
  /** A thumb down takes the tick away too. */
  rate(id: MemoryId, thumb: Thumb): void;
  clear(): void;
}

interface ChoiceParts {
  /** The block of these memories alone, as only the engine words it. */
  blockFor(draft: string, memories: MemoryId[]): Promise<Block | undefined>;
  onChange(): void;
}

export function followChoice({ blockFor, onChange }: ChoiceParts): Choice {
  const unticked = new Set<MemoryId>();
  const rated = new Map<MemoryId, Thumb>();
  /** What was asked for last, and the answer. */
  let asked: { recall: Recall; ids: string; block?: Block | undefined } | undefined;

  async function ask({ draft, recall }: ReadyRecall, kept: MemoryId[]): Promise<void> {
    const question: NonNullable<typeof asked> = { recall, ids: `${kept}` };
    asked = question;
    try {
      question.block = await blockFor(draft, kept);
      if (asked === question) onChange();
    } catch {
      // Without an answer nothing is added; the next change asks again.
      if (asked === question) asked = undefined;
    }
  }

  return {
    unticked,
    rated,
    of(ready) {
      const { recall } = ready;
      const kept = recall.memories.filter(({ id }) => !unticked.has(id));
      if (kept.length === recall.memories.length) return recall;
      if (kept.length === 0) return undefined;
      const ids = kept.map(({ id }) => id);
      if (asked?.recall !== recall || asked.ids !== `${ids}`) void ask(ready, ids);
      const block = asked?.block;
      if (!block || block.block === '') return undefined;
      const inBlock = new Set(block.memories);
      return { ...recall, ...block, memories: kept.filter(({ id }) => inBlock.has(id)) };
    },
    tick(id, isTicked) {
      if (isTicked) unticked.delete(id);
      else unticked.add(id);
      onChange();
    },
    rate(id, thumb) {
      rated.set(id, thumb);
      if (thumb === 'down') unticked.add(id);
      onChange();
    },
    clear() {
      unticked.clear();
      rated.clear();
      asked = undefined;
    },
  };
}
