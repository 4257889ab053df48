import { contentWords } from '@/lib/content-words';
import { sharedShare } from '@/lib/shared-share';
import { type BlockOptions, frameTokens, memoryTokens } from '@/memory/injection/block';
import { toBlockMemory } from '@/memory/injection/block-memory';
import type { Ranked } from '@/memory/recall/ranked';

/** How much a memory that repeats one before it loses: maximal marginal relevance (Carbonell and Goldstein 1998). */
const repeats = 0.5;
/** Memories that share so much of their words say the same. */
const mostAlike = 0.8;
/** Of more than these the last ones are not worth the time it takes to weigh them. */
const mostWeighed = 120;

/** The set of most worth whose block has at most so many tokens, in the order of the ranking. */
export function chosenWithin(
  ranked: readonly Ranked[],
  tokens: number,
  { format, language }: BlockOptions,
): Ranked[] {
  const items = withMarginalWorth(ranked.slice(0, mostWeighed)).map(({ one, worth }) => ({
    one,
    worth,
    cost: memoryTokens(toBlockMemory(one.memory), format, language),
  }));
  return bestSet(items, tokens - frameTokens(format, language)).map(({ one }) => one);
}

interface Worth {
  one: Ranked;
  worth: number;
}

function withMarginalWorth(ranked: readonly Ranked[]): Worth[] {
  const before: ReadonlySet<string>[] = [];
  const kept: Worth[] = [];
  for (const one of ranked) {
    const words = contentWords(one.memory.text);
    const likeness = Math.max(0, ...before.map((other) => sharedShare(words, other)));
    if (likeness > mostAlike) continue;
    before.push(words);
    kept.push({ one, worth: one.score * (1 - repeats * likeness) });
  }
  return kept;
}

interface Item extends Worth {
  cost: number;
}

/** The set of most worth that fits: a 0-1 knapsack, solved exactly, so that more room is never worth less. */
function bestSet(items: readonly Item[], room: number): Item[] {
  const size = Math.max(0, Math.floor(room));
  const best = new Float64Array(size + 1);
  const taken = items.map(({ worth, cost }) => {
    const isTaken = new Uint8Array(size + 1);
    for (let left = size; left >= cost; left--) {
      const withIt = worth + (best[left - cost] ?? 0);
      if (withIt <= (best[left] ?? 0)) continue;
      best[left] = withIt;
      isTaken[left] = 1;
    }
    return isTaken;
  });
  const chosen: Item[] = [];
  let left = size;
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (!item || !taken[index]?.[left]) continue;
    chosen.unshift(item);
    left -= item.cost;
  }
  return chosen;
}
