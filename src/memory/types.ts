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
  /** It and another memory cannot both be true; the user is asked which is. Each of the two names the other. */
  | { status: 'conflict'; conflictsWith: MemoryId }
  /** A goal that needs nothing any more. */
  | { status: 'closed'; outcome: 'reached' | 'dropped'; closedAt: number };

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

/**
 * What the user thinks of a memory that was offered: *up* and *down* on purpose, *dismissed* before it was added,
 * *edited-out* after.
 */
export const feedbackSorts = ['up', 'down', 'dismissed', 'edited-out'] as const;
export type FeedbackSort = (typeof feedbackSorts)[number];

/** The user's answer to which of two memories in conflict holds. */
export const keeps = ['older', 'newer', 'both'] as const;
export type Keep = (typeof keeps)[number];

export type AuditKind =
  | 'learn'
  | 'add'
  | 'revise'
  | 'archive'
  | 'restore'
  | 'forget'
  | 'use'
  | 'rate'
  | 'pin'
  | 'settle'
  /** The nightly pass: archived for having faded, or for being over. */
  | 'fade'
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

/** `stored` counts the turns that were new; `off` says that nothing was kept because the user switched it off. */
export type CaptureReceipt = { stored: number } | { off: true };
