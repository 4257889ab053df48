import { asking } from '@/memory/assist/ask';
import { blockProse } from '@/memory/assist/block-prose';
import { conversationSummary, type SummarisedConversation } from '@/memory/assist/conversation-summary';
import { expandQuery } from '@/memory/assist/expand-query';
import { pace } from '@/memory/assist/pace';
import { profileProse } from '@/memory/assist/profile-prose';
import { relevanceCheck } from '@/memory/assist/relevance-check';
import type { Ports } from '@/memory/ports';
import type { Memory, MemoryId } from '@/memory/types';

/** What the language model does beside reading, each with an answer of its own where the model has none in time. */
export interface Assistant {
  relevanceCheck(draft: string, memories: readonly Memory[]): Promise<MemoryId[]>;
  expandQuery(draft: string): Promise<string[]>;
  blockProse(memories: readonly Memory[]): Promise<string>;
  conversationSummary(conversation: SummarisedConversation): Promise<string>;
  profileProse(memories: readonly Memory[]): Promise<string>;
}

/** Longest waits: somebody who types waits for the first three, and looks at a page for the others. */
export const assistLimits = {
  expandQuery: 400,
  relevanceCheck: 600,
  blockProse: 800,
  conversationSummary: 20_000,
  profileProse: 30_000,
};

/** What there is without a language model. */
export const unassisted: Assistant = assistant({ extractor: () => undefined, now: () => 0 });

/** Each task keeps its own pace: a model may be quick enough for one and too slow for another. */
export function assistant(
  ports: Pick<Ports, 'extractor' | 'now'>,
  limits: Record<keyof Assistant, number> = assistLimits,
): Assistant {
  const askFor = (task: keyof Assistant) => asking(ports, limits[task], pace(ports.now));
  const ask = {
    expandQuery: askFor('expandQuery'),
    relevanceCheck: askFor('relevanceCheck'),
    blockProse: askFor('blockProse'),
    conversationSummary: askFor('conversationSummary'),
    profileProse: askFor('profileProse'),
  };
  return {
    expandQuery: (draft) => expandQuery(draft, ask.expandQuery),
    relevanceCheck: (draft, memories) => relevanceCheck(draft, memories, ask.relevanceCheck),
    blockProse: (memories) => blockProse(memories, ask.blockProse),
    conversationSummary: (conversation) => conversationSummary(conversation, ask.conversationSummary),
    profileProse: (memories) => profileProse(memories, ask.profileProse),
  };
}
