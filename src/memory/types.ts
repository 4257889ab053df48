import type { Domain } from '@/memory/domains';

/** Kinds in the order in which every list and filter shows them. */
export const memoryKinds = ['fact', 'preference', 'procedure', 'goal', 'episode'] as const;
export type MemoryKind = (typeof memoryKinds)[number];

export type Role = 'user' | 'assistant';

/** How the words of a user turn came into the composer; only typed words are surely the user's own. */
export type Origin = 'typed' | 'pasted' | 'prefilled' | 'unknown';

/** A walled set of memories; recall never looks over the wall. */
export type SpaceId = string;
export const personalSpace: SpaceId = 'personal';

export type SiteId = string;
export type ConversationId = string;
export type TurnId = string;
export type MemoryId = string;
export type AuditId = string;

/**
 * How a page names the conversation it shows. A new chat has no id of the site yet: it goes by a key the page
 * made up, and both are sent together once the site has given its own.
 */
export interface ConversationRef {
  site: SiteId;
  provisionalKey: string;
  siteConversationId?: string | undefined;
}

export interface Conversation {
  id: ConversationId;
  site: SiteId;
  provisionalKey: string;
  siteConversationId?: string | undefined;
  url: string;
  title: string;
  space: SpaceId;
  startedAt: number;
  lastTurnAt: number;
  /** Memories this conversation was given, with the time of the wording it was given. */
  told: Record<MemoryId, number>;
}

export interface CapturedTurn {
  /** Stable within the conversation: the site's own message id where there is one. */
  key: string;
  role: Role;
  text: string;
  origin: Origin;
  /** Place in the thread, where the site tells it reliably. A new key at a known place replaces the old turn. */
  position?: number | undefined;
}

export interface CapturedTurns {
  conversation: ConversationRef;
  url: string;
  title: string;
  turns: CapturedTurn[];
}

export interface Turn extends CapturedTurn {
  id: TurnId;
  conversationId: ConversationId;
  capturedAt: number;
  /** Absent while the turn still waits to be learned from. */
  learnedAt?: number | undefined;
  /** The turn that took this one's place after an edit or a regeneration. */
  replacedBy?: TurnId | undefined;
}

/** Where a memory was learned: the exact words of one turn, or the user's own hand in the extension. */
export type Source =
  | {
      from: 'turn';
      site: SiteId;
      conversationId: ConversationId;
      turnId: TurnId;
      quote: string;
      at: number;
    }
  | { from: 'hand'; at: number };

/** Read off the words by extraction, agreed to by the user, or written by the user. */
export type Basis = 'inferred' | 'confirmed' | 'written';

/** A topic for which the user wanted a memory not: word stems of the draft, few and out of their order. */
export interface Dismissal {
  words: string[];
  at: number;
}

interface MemoryBase {
  id: MemoryId;
  kind: MemoryKind;
  /** One self-contained sentence in the user's own voice and language. */
  text: string;
  space: SpaceId;
  /** Natural key of a single-valued fact ("home", "name"): a newer value takes the older one's place. */
  key?: string | undefined;
  basis: Basis;
  /** 0 to 1: how much it matters that this is not overlooked. */
  importance: number;
  /** 0 to 1: how sure extraction was. */
  confidence: number;
  /** Value at `strengthAt`; fades from there with the half-life of its kind. */
  strength: number;
  strengthAt: number;
  uses: number;
  lastUsedAt?: number | undefined;
  pinned: boolean;
  /** Topics it was turned down for, the newest last. */
  dismissedFor?: Dismissal[] | undefined;
  sources: Source[];
  createdAt: number;
  /** When the words last changed; reinforcement and use leave it alone. */
  updatedAt: number;
  validFrom?: number | undefined;
  validTo?: number | undefined;
}

export type MemoryState =
  | { status: 'active' }
  | { status: 'archived'; archivedAt: number }
  | { status: 'superseded'; supersededBy: MemoryId; supersededAt: number }
  | { status: 'quarantined'; reason: string }
  | { status: 'conflict'; conflictsWith: MemoryId };

export type MemoryStatus = MemoryState['status'];
export type Memory = MemoryBase & MemoryState;
export type ActiveMemory = Extract<Memory, { status: 'active' }>;

/** What extraction proposes; it becomes a memory only through the gate and consolidation. */
export interface Candidate {
  kind: MemoryKind;
  text: string;
  /** The exact words of the turn it was read off. */
  quote: string;
  key?: string | undefined;
  importance: number;
  confidence: number;
  basis: Basis;
  validFrom?: number | undefined;
  validTo?: number | undefined;
}

export interface VectorRecord {
  memoryId: MemoryId;
  model: string;
  vector: Float32Array;
}

/**
 * A user turn that waits to be read by a language model. At most one reads it at a time, until `leasedUntil`; after so
 * many failures it is parked with the reason of the last one.
 */
export interface Job {
  turnId: TurnId;
  addedAt: number;
  attempts: number;
  leasedUntil?: number | undefined;
  parkedAt?: number | undefined;
  reason?: string | undefined;
}

export type AuditKind =
  | 'learn'
  | 'add'
  | 'revise'
  | 'archive'
  | 'restore'
  | 'forget'
  | 'use'
  | 'rate'
  | 'undo';

/** A memory before and after one act; an absent side means that it did not exist there. */
export interface Change {
  before?: Memory | undefined;
  after?: Memory | undefined;
}

export interface AuditEntry {
  id: AuditId;
  at: number;
  kind: AuditKind;
  changes: Change[];
  /** Memories put into a prompt: a `use` changes their strength by a known amount and keeps no copies of them. */
  used?: MemoryId[] | undefined;
  /** What the user thought of the memories that a `rate` changed. */
  rated?: FeedbackSort | undefined;
  /** The language model that read the turn; absent where the rules did. */
  readBy?: string | undefined;
  undoneBy?: AuditId | undefined;
}

/** *automatic* adds on send, *ask* adds when the user says so, *off* neither looks nor adds. */
export const injectionModes = ['automatic', 'ask', 'off'] as const;
export type InjectionMode = (typeof injectionModes)[number];

/** The block's memories as a list under headings, as a few sentences, or as a line within brackets. */
export const blockFormats = ['section', 'paragraph', 'line'] as const;
export type BlockFormat = (typeof blockFormats)[number];

/** Who reads exchanges beside the rules. */
export type ExtractorChoice =
  | { by: 'nobody' }
  /** A language model whose files are on this machine. */
  | { by: 'shelf'; model: string }
  /** The one that the browser brings along. */
  | { by: 'browser' }
  /** An OpenAI-compatible server of the user's own. `url` ends before "/chat/completions". */
  | { by: 'server'; url: string; model: string };

export interface Settings {
  enabled: boolean;
  pausedSites: SiteId[];
  injection: InjectionMode;
  /** Most tokens a block may add to one prompt. */
  budgetTokens: number;
  blockFormat: BlockFormat;
  /** Sites whose prompts get another format. */
  siteFormats: Record<SiteId, BlockFormat>;
  /** The embedding model that answers now, and the one to change to once it has a vector of every memory. */
  embedding: { serving: string; wanted: string };
  extractor: ExtractorChoice;
  /** The language model may also look over a recall and word its block, where it is quick enough. */
  assist: boolean;
  /** Long work goes on without a power supply. */
  worksOnBattery: boolean;
  /** Where model files come from, as an address that ends with "/"; empty for the hub. */
  modelHost: string;
}

export const builtinModel = 'builtin-static-1';

export const defaultSettings: Settings = {
  enabled: true,
  pausedSites: [],
  injection: 'automatic',
  budgetTokens: 400,
  blockFormat: 'section',
  siteFormats: {},
  embedding: { serving: builtinModel, wanted: builtinModel },
  extractor: { by: 'nobody' },
  assist: true,
  worksOnBattery: false,
  modelHost: '',
};

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

/**
 * What the user thinks of a memory that was offered: *up* and *down* on purpose, *dismissed* before it was added,
 * *edited-out* after.
 */
export const feedbackSorts = ['up', 'down', 'dismissed', 'edited-out'] as const;
export type FeedbackSort = (typeof feedbackSorts)[number];

export interface Feedback {
  conversation: ConversationRef;
  /** The draft that the memories were offered for. */
  draft: string;
  memories: MemoryId[];
  sort: FeedbackSort;
}

/** `stored` counts the turns that were new; `off` says that nothing was kept because the user switched it off. */
export type CaptureReceipt = { stored: number } | { off: true };
