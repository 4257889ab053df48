import type { JudgedTurn } from '@/memory/extraction/judged/features';
import type { Settings } from '@/memory/settings';
import type {
  ActiveMemory,
  AuditEntry,
  AuditId,
  CapturedTurns,
  Conversation,
  ConversationId,
  ConversationRef,
  Job,
  Memory,
  MemoryId,
  MemoryKind,
  MemoryStatus,
  SpaceId,
  Turn,
  TurnId,
  VectorRecord,
} from '@/memory/types';

/** Everything one act changes; the store writes all of it in one transaction or none of it. */
export interface Act {
  entry?: AuditEntry;
  put?: Memory[];
  remove?: MemoryId[];
  vectors?: VectorRecord[];
  learned?: { turnIds: TurnId[]; at: number };
  /** Turns that a language model shall read, and those it has read. */
  jobs?: { added?: Job[]; done?: TurnId[] };
  /** Entry that this act undoes. */
  undoes?: AuditId;
  /** Memories whose words must also vanish from the audit and from the turns they were read off. */
  purge?: MemoryId[];
}

export interface TurnAround {
  turn: Turn;
  /** Places in the thread between the two, 1 or more. */
  distance: number;
}

export interface Thread {
  conversation: Conversation;
  turns: Turn[];
}

export interface PendingTurn {
  turn: Turn;
  conversation: Conversation;
}

/** A turn that a language model is to read, and the answer before it, which tells what "it" and "there" mean. */
export interface ReadingJob {
  job: Job;
  turn: Turn;
  before?: Turn | undefined;
  conversation: Conversation;
}

export interface MemoryStore {
  /**
   * Saves the turns that are not known yet as pending and answers how many were new. The promise settles when they
   * are on disk. A turn is known by its key within the conversation; `StorageFullError` when there is no room.
   */
  saveTurns(captured: CapturedTurns, at: number): Promise<number>;
  /** A turn that is there and was not replaced. */
  turn(id: TurnId): Promise<Turn | undefined>;
  /** The turns up to `reach` places before and after each of these, where the places in the thread are known. */
  turnsAround(ids: readonly TurnId[], reach: number): Promise<Map<TurnId, TurnAround[]>>;
  /** The last turns of a conversation, the newest first. */
  lastTurns(id: ConversationId, count: number): Promise<Turn[]>;
  /** The conversation that was begun last comes first. */
  conversationIds(): Promise<ConversationId[]>;
  /** A conversation with its turns in their order, without those that were replaced. */
  thread(id: ConversationId): Promise<Thread | undefined>;
  /** The oldest turn that was not learned from yet and was not replaced. */
  nextPending(): Promise<PendingTurn | undefined>;
  commit(act: Act): Promise<void>;

  memory(id: MemoryId): Promise<Memory | undefined>;
  /** In the order of `ids`, leaving out those that do not exist. */
  memories(ids: readonly MemoryId[]): Promise<Memory[]>;
  memoriesByStatus(status: MemoryStatus): Promise<Memory[]>;
  /** Active memories, of one kind if told; those whose words changed longest ago come first. */
  activeIds(kind?: MemoryKind): Promise<MemoryId[]>;
  /** Active memories of kind procedure, those that changed last first. */
  rules(count: number): Promise<ActiveMemory[]>;
  /** Memories of any status that were learned, also, in this turn. */
  memoriesOfTurn(id: TurnId): Promise<Memory[]>;
  /** The active memories that hold a single-valued key: one, unless an older one was brought back beside it. */
  holdersOf(space: SpaceId, key: string): Promise<Memory[]>;
  /** The chain of older values behind a memory, newest first. */
  olderVersions(id: MemoryId): Promise<Memory[]>;
  vectors(model: string): Promise<VectorRecord[]>;
  /** Active memories that have no vector of this model yet. */
  withoutVector(model: string): Promise<MemoryId[]>;
  /** Vectors of memories that are gone, or were never there, are left out. Nothing else of the act is needed. */
  saveVectors(records: readonly VectorRecord[]): Promise<void>;
  /** Drops the vectors of all models but this one. */
  keepVectorsOf(model: string): Promise<void>;

  /** The oldest job that is neither parked nor leased at `now`; jobs whose turn is gone are dropped on the way. */
  nextJob(now: number): Promise<ReadingJob | undefined>;
  saveJob(job: Job): Promise<void>;
  /** Jobs under a lease: when the engine starts, those that a page was at when it ended. */
  leasedJobs(): Promise<Job[]>;
  /** Lets parked jobs wait again, with all their attempts before them. */
  retryJobs(turnIds: readonly TurnId[], at: number): Promise<void>;

  findConversation(ref: ConversationRef): Promise<Conversation | undefined>;
  /** Remembers which memories a conversation was given, making the conversation's record if there is none. */
  tell(
    conversation: ConversationRef & { url: string; title: string },
    told: Record<MemoryId, number>,
    at: number,
  ): Promise<void>;

  auditEntry(id: AuditId): Promise<AuditEntry | undefined>;
  /** The newest entry of the user’s own acts that is not undone yet. */
  lastUndoable(): Promise<AuditEntry | undefined>;
  /** Entries of kind `forget` older than `before` that hold forgotten words and were not taken back. */
  forgottenBefore(before: number): Promise<AuditEntry[]>;
  /** Every entry that tells of one of these memories, in the order in which they were made. */
  auditOf(ids: readonly MemoryId[]): Promise<AuditEntry[]>;

  /** When the nightly pass last began, epoch milliseconds. */
  retainedAt(): Promise<number | undefined>;
  saveRetainedAt(at: number): Promise<void>;

  settings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<void>;
}

export interface Neighbour {
  id: MemoryId;
  /** Larger is nearer; the scale is the index's own. Vector indexes answer the cosine, -1 to 1. */
  score: number;
}

export interface VectorItem {
  id: MemoryId;
  vector: Float32Array;
}

/** All methods throw `RangeError` on a vector whose length is not `dimensions` or that is not finite. */
export interface VectorIndex {
  readonly size: number;
  /** Replaces the vector of an id that is there already. */
  add(items: readonly VectorItem[]): void;
  remove(ids: readonly MemoryId[]): void;
  /** The `k` nearest by cosine, nearest first. */
  search(vector: Float32Array, k: number): Neighbour[];
  /** The cosine to each of these that is held; one with the zero vector has none. */
  compare(vector: Float32Array, ids: Iterable<MemoryId>): Map<MemoryId, number>;
}

export interface LexicalItem {
  id: MemoryId;
  text: string;
  /** The turns just before and after the one an episode was read off: they tell what it is about. */
  near?: string | undefined;
  /** Those one and two turns further. */
  wide?: string | undefined;
}

export interface WordMatch extends Neighbour {
  /** 0 to 1: how much of what the query's words can tell stands in the memory's own words; rare ones tell more. */
  share: number;
}

export interface LexicalIndex {
  readonly size: number;
  /** Replaces the words of an id that is there already. */
  add(items: readonly LexicalItem[]): void;
  remove(ids: readonly MemoryId[]): void;
  /** Best by BM25 over the words, best first. Unfinished words match by prefix when `prefix` is set. */
  search(text: string, k: number, options?: { prefix?: boolean }): WordMatch[];
}

/** Tells what a text is about, at once and on this machine; each output from 0 to 1. */
export interface Placer {
  /** How surely a memory belongs to each domain, in the order of `domains`. */
  domains(text: string): Float32Array;
  /** How surely a draft raises each matter, in the order of `matters`. */
  matters(draft: string): Float32Array;
}

/** Tells whether what somebody says of themselves is worth keeping, at once and on this machine. */
export interface Judge {
  /** For each phrase of a turn, in order. */
  weigh(turn: JudgedTurn): Judgement[];
}

export interface Judgement {
  /** Each of `judgeOutputs`, 0 to 1. */
  phrase: Float32Array;
  /** Each of `keptKinds` if it is worth keeping, 0 to 1. */
  kinds(): Float32Array;
}

export interface EmbedOptions {
  /** A query is wanted at once and overtakes whatever else waits; models may be trained to tell the two apart. */
  as?: 'query' | 'memory';
  signal?: AbortSignal | undefined;
}

export interface Embedder {
  /** Stored with every vector; a vector of another model is never compared with this one's. */
  readonly model: string;
  readonly dimensions: number;
  /** One unit-length vector per text; an empty text gives the zero vector. Texts are memories unless told. */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>;
}

/** A model's vectors and what finds their neighbours: always exchanged together. */
export interface Embedding {
  embedder: Embedder;
  vectors: VectorIndex;
}

export interface ExtractorRequest {
  /** How to behave. */
  system: string;
  /** What to work on. */
  prompt: string;
  /** JSON Schema of the answer; those who can decode under a constraint do, the others are asked in words. */
  schema?: Readonly<Record<string, unknown>> | undefined;
  /** Most tokens of the answer. */
  maxTokens: number;
}

/** A language model: text in, text out. What it writes is parsed, and believed, by nobody but `src/memory`. */
export interface Extractor {
  readonly model: string;
  /** Tokens of prompt and answer together. */
  readonly contextTokens: number;
  /** Whether it could answer at once, without loading first. */
  readonly ready: boolean;
  write(request: ExtractorRequest, signal?: AbortSignal): Promise<string>;
}

export interface Ports extends Embedding {
  store: MemoryStore;
  words: LexicalIndex;
  placer: Placer;
  judge: Judge;
  /** An embedding of another model with an empty index. Throws where the model is not on this machine. */
  openEmbedding(model: string): Promise<Embedding>;
  /** The language model the user chose, if there is one. */
  extractor(): Extractor | undefined;
  /** Whether long work may run now: on power, or on battery where the user allows that. */
  mayWork(): Promise<boolean>;
  now(): number;
  newId(): string;
}
