import type { Settings } from '@/memory/settings';
import type {
  AuditEntry,
  Change,
  Conversation,
  Job,
  Memory,
  MemoryId,
  Turn,
  TurnId,
  VectorRecord,
} from '@/memory/types';
import type { Codec, Sealed } from '@/store/codec';

/*
 * A row keeps in the clear what the database must look up by, and seals the rest. Sealing may take a while (a later
 * codec encrypts), and an IndexedDB transaction does not wait for that: rows are made before one opens and read after.
 */

type Body<Whole, Clear extends keyof Whole> = Sealed<Omit<Whole, Clear>>;

type ConversationKeys =
  | 'id'
  | 'site'
  | 'provisionalKey'
  | 'siteConversationId'
  | 'space'
  | 'startedAt'
  | 'lastTurnAt'
  | 'told';
export type ConversationRow = Omit<Pick<Conversation, ConversationKeys>, 'siteConversationId'> & {
  /** Empty while the site has not named the conversation: IndexedDB cannot look up what is absent. */
  siteConversationId: string;
  body: Body<Conversation, ConversationKeys>;
};

type TurnKeys =
  | 'id'
  | 'conversationId'
  | 'key'
  | 'role'
  | 'position'
  | 'capturedAt'
  | 'learnedAt'
  | 'replacedBy';
export type TurnRow = Pick<Turn, TurnKeys> & {
  /** Present only while the turn waits to be learned from: the index on it is the queue. */
  pendingAt?: number | undefined;
  body: Body<Turn, TurnKeys>;
};

type MemoryKeys = 'id' | 'kind' | 'space' | 'key' | 'status' | 'createdAt' | 'updatedAt';
export type MemoryRow = Pick<Memory, MemoryKeys> & {
  /** The turns it was learned in. */
  turnIds: TurnId[];
  supersededBy?: MemoryId | undefined;
  body: Body<Memory, MemoryKeys>;
};

export interface VectorRow {
  memoryId: MemoryId;
  model: string;
  body: Sealed<Float32Array>;
}

export type AuditRow = Omit<AuditEntry, 'changes'> & {
  memoryIds: MemoryId[];
  /** Present only while the user can still take the act back: the index on it finds the last one. */
  undoableAt?: number | undefined;
  /** Absent once the words were purged. */
  body?: Sealed<Change[]> | undefined;
};

export interface SettingsRow {
  id: 'settings';
  value: Settings;
}

/** When the engine last did something that it does now and then, epoch milliseconds. */
export interface UpkeepRow {
  id: 'retention';
  at: number;
}

export type JobRow = Job & {
  /** Present unless the job is parked: the index on it is the queue. */
  waitingSince?: number | undefined;
};

/** SHA-256 of a model's file as it was downloaded first; `id` is the model and the path. */
export interface HashRow {
  id: string;
  sha256: string;
}

export function toJobRow(job: Job): JobRow {
  return job.parkedAt === undefined ? { ...job, waitingSince: job.addedAt } : job;
}

export function toJob({ waitingSince: _, ...job }: JobRow): Job {
  return job;
}

export async function sealTurn(turn: Turn, codec: Codec): Promise<TurnRow> {
  const { id, conversationId, key, role, position, capturedAt, learnedAt, replacedBy, ...rest } = turn;
  const row: TurnRow = { id, conversationId, key, role, capturedAt, body: await codec.seal(rest) };
  if (position !== undefined) row.position = position;
  if (replacedBy !== undefined) row.replacedBy = replacedBy;
  if (learnedAt === undefined) row.pendingAt = capturedAt;
  else row.learnedAt = learnedAt;
  return row;
}

export async function openTurn(row: TurnRow, codec: Codec): Promise<Turn> {
  const { body, pendingAt: _, ...clear } = row;
  return { ...clear, ...(await codec.open(body)) };
}

export async function sealConversation(conversation: Conversation, codec: Codec): Promise<ConversationRow> {
  const {
    id,
    site,
    provisionalKey,
    siteConversationId = '',
    space,
    startedAt,
    lastTurnAt,
    told,
    ...rest
  } = conversation;
  const body = await codec.seal(rest);
  return { id, site, provisionalKey, siteConversationId, space, startedAt, lastTurnAt, told, body };
}

export async function openConversation(row: ConversationRow, codec: Codec): Promise<Conversation> {
  const { body, siteConversationId, ...clear } = row;
  const conversation = { ...clear, ...(await codec.open(body)) };
  return siteConversationId ? { ...conversation, siteConversationId } : conversation;
}

export async function sealMemory(memory: Memory, codec: Codec): Promise<MemoryRow> {
  const { id, kind, space, key, status, createdAt, updatedAt, ...rest } = memory;
  const turnIds = turnsOf(memory);
  const body = await codec.seal(rest);
  const row: MemoryRow = { id, kind, space, status, turnIds, createdAt, updatedAt, body };
  if (key !== undefined) row.key = key;
  if (memory.status === 'superseded') row.supersededBy = memory.supersededBy;
  return row;
}

export async function openMemory(row: MemoryRow, codec: Codec): Promise<Memory> {
  const { body, turnIds: _, ...clear } = row;
  return { ...clear, ...(await codec.open(body)) } as Memory;
}

export async function sealVector(record: VectorRecord, codec: Codec): Promise<VectorRow> {
  return { memoryId: record.memoryId, model: record.model, body: await codec.seal(record.vector) };
}

export async function openVector(row: VectorRow, codec: Codec): Promise<VectorRecord> {
  return { memoryId: row.memoryId, model: row.model, vector: await codec.open(row.body) };
}

const undoableKinds = new Set<AuditEntry['kind']>([
  'add',
  'revise',
  'archive',
  'restore',
  'forget',
  'rate',
  'pin',
  'settle',
]);

export async function sealEntry(entry: AuditEntry, codec: Codec): Promise<AuditRow> {
  const { changes, ...clear } = entry;
  const row: AuditRow = {
    ...clear,
    memoryIds: [...(entry.used ?? []), ...idsOf(changes)],
    body: await codec.seal(changes),
  };
  if (undoableKinds.has(entry.kind) && !entry.undoneBy) row.undoableAt = entry.at;
  return row;
}

export async function openEntry(row: AuditRow, codec: Codec): Promise<AuditEntry> {
  const { memoryIds: _, undoableAt: __, body, ...clear } = row;
  return { ...clear, changes: body ? await codec.open(body) : [] };
}

export function turnsOf({ sources }: Pick<Memory, 'sources'>): TurnId[] {
  return [...new Set(sources.flatMap((source) => (source.from === 'turn' ? source.turnId : [])))];
}

function idsOf(changes: readonly Change[]): MemoryId[] {
  const ids = changes.map((change) => (change.after ?? change.before)?.id);
  return [...new Set(ids.filter((id) => id !== undefined))];
}
