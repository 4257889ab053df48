import type { StoreItem } from '@/memory/acts';
import type { MemoryEngine } from '@/memory/engine';
import type { MemoryStore } from '@/memory/ports';
import { type Profile, profileIn } from '@/memory/profile';
import type { Recall, RecallRequest } from '@/memory/recall/types';
import type { AuditId, CapturedTurns, CaptureReceipt, Memory, MemoryId, SpaceId } from '@/memory/types';

/** What a draft is to be answered with; without a conversation nothing counts as known already. */
export type ContextRequest = Omit<RecallRequest, 'conversation'> &
  Partial<Pick<RecallRequest, 'conversation'>>;

/**
 * The memory as a program uses it: six verbs, the same for every caller. docs/api.md tells them with examples. All of them
 * go through the engine, so that order, audit and indexes hold whoever calls.
 */
export interface MemoryApi {
  /** Consolidates statements with what is known, in the order in which they were said. */
  store(items: readonly StoreItem[]): Promise<Memory[]>;
  /** Memories that a text finds by its words and its meaning, best first. */
  search(text: string): Promise<MemoryId[]>;
  /** Takes the turns of a conversation to be learned from; settles when they are on disk. */
  observe(turns: CapturedTurns): Promise<CaptureReceipt>;
  /** What bears on a draft, as memories with their reasons and as a block of at most `maxTokens`. */
  getContext(request: ContextRequest): Promise<Recall>;
  /** Removes memories with their history; to be taken back for five minutes. */
  forget(ids: readonly MemoryId[]): Promise<AuditId>;
  /** What is known of the user, by kind, the weightiest first. */
  profile(space?: SpaceId): Promise<Profile>;
}

/** Nobody's conversation: what it is told is not remembered as told. */
const noConversation = { site: 'api', provisionalKey: 'api' };

export function memoryApi(engine: MemoryEngine, store: MemoryStore, now: () => number): MemoryApi {
  return {
    store: (items) => engine.store(items),
    search: (text) => engine.search(text),
    observe: (turns) => engine.capture(turns),
    getContext: (request) => engine.recall({ conversation: noConversation, ...request }),
    forget: (ids) => engine.forget(ids),
    profile: (space) => profileIn(store, now(), space),
  };
}
