import type { Domain } from '@/memory/domains';
import type { InjectionMode } from '@/memory/settings';
import type { ConversationRef, FeedbackSort, MemoryId, MemoryKind, Role, SiteId } from '@/memory/types';

export interface RecallRequest {
  conversation: ConversationRef;
  draft: string;
  /** The last turns of the conversation, the newest first; those that were captured unless told. */
  turns?: { role: Role; text: string }[];
  /** Most tokens of the block; the setting unless told. */
  maxTokens?: number;
}

/** Why a memory was recalled. */
export type Reason =
  /** The draft needs what is known of this domain. */
  | { because: 'need'; detail: Domain }
  /** The memory's spelling of at most three words that stand in the draft too, apart by spaces. */
  | { because: 'words'; detail: string }
  /** A name in the draft. */
  | { because: 'about'; detail: string }
  /** The first and the last day that the draft asks for: "2026-03-01/2026-03-31". */
  | { because: 'time'; detail: string }
  | { because: 'alike' | 'around' | 'pinned' | 'rule' | 'important' | 'recent' | 'said' | 'used' | 'site' };

export interface RecalledMemory {
  id: MemoryId;
  kind: MemoryKind;
  text: string;
  /** When the memory was last said or written. */
  at: number;
  /** The strongest first, three at most. */
  reasons: Reason[];
}

/** A question that the user asked before in another conversation, and what was answered. */
export interface Solved {
  /** On one line, as `gist`: plain text, shortened. */
  question: string;
  gist: string;
  /** When it was asked. */
  at: number;
  site: SiteId;
  /** Of its conversation: http or https. */
  url: string;
}

/** What the page needs to offer and inject; `memories` is empty, and `block` too, when nothing bears on the draft. */
export interface Recall {
  injection: InjectionMode;
  memories: RecalledMemory[];
  block: string;
  /** Of the block, estimated on the safe side. */
  tokens: number;
  /** When the engine put this wording together, epoch milliseconds. */
  at: number;
  /** Present where the draft asks what was asked and answered before. */
  solved?: Solved;
}

export interface UseReport {
  conversation: ConversationRef;
  url: string;
  title: string;
  used: MemoryId[];
  /** `at` of the recall whose wording was used. */
  at: number;
}

/** Some of the memories of a recall, for the same draft. */
export interface BlockRequest {
  conversation: ConversationRef;
  draft: string;
  memories: MemoryId[];
}

/** The block of fewer memories than were recalled, and which ones are in it; empty when all are gone. */
export interface Block {
  memories: MemoryId[];
  block: string;
  tokens: number;
  at: number;
}

export interface Feedback {
  conversation: ConversationRef;
  /** The draft that the memories were offered for. */
  draft: string;
  memories: MemoryId[];
  sort: FeedbackSort;
}
