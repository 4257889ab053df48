import { contentWords } from '@/lib/content-words';
import { lastSaidAt } from '@/memory/injection/format-block';
import type { RecallQuery } from '@/memory/recall/query';
import { fading, strengthNow } from '@/memory/strength';
import type { ActiveMemory } from '@/memory/types';

/** What speaks for one memory and one draft, each from 0 to 1. */
export interface Signals {
  /** Cosine of the vectors, negative ones as 0. */
  similarity: number;
  /** Share of the smaller side's content words that both have. */
  words: number;
  /** How much the draft needs memories of this one's domains, times how much the memory matters. */
  need: number;
  recency: number;
  importance: number;
  strength: number;
}

export function signalsOf(
  memory: ActiveMemory,
  query: RecallQuery,
  similarity: number,
  now: number,
): Signals {
  const strength = strengthNow(memory, now);
  return {
    similarity: Math.max(0, similarity),
    words: sharedWords(query.words, contentWords(memory.text)),
    need: needFor(memory, query),
    recency: fading(memory.kind, now - lastSaidAt(memory)),
    importance: memory.importance,
    strength: strength / (strength + 1),
  };
}

/** One shared word of a longer pair is chance; it counts only where it is most of what one side says. */
function sharedWords(draft: ReadonlySet<string>, memory: ReadonlySet<string>): number {
  const shared = [...memory].filter((word) => draft.has(word)).length;
  if (shared === 0) return 0;
  const share = shared / Math.min(draft.size, memory.size);
  return shared === 1 ? share / 2 : share;
}

function needFor(memory: ActiveMemory, { needs }: RecallQuery): number {
  const needed = Math.max(0, ...memory.domains.map((domain) => needs.get(domain) ?? 0));
  return needed * memory.importance;
}
