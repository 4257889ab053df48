import { liveQuery, type Observable } from 'dexie';
import { type HistoryItem, historyOf } from '@/memory/history';
import type { Settings } from '@/memory/settings';
import type {
  AuditEntry,
  Conversation,
  ConversationId,
  Job,
  Memory,
  MemoryId,
  MemoryKind,
  MemoryStatus,
} from '@/memory/types';
import type { ShelvedModel } from '@/models/types';
import { type Codec, openCodec } from '@/store/codec';
import { type Database, openDatabase } from '@/store/database';
import { memoryStore, ofKind, ofStatus } from '@/store/memory-store';
import { openConversation, openEntry, openMemory, toJob } from '@/store/rows';

export interface MemoryQuery {
  status: MemoryStatus;
  kind?: MemoryKind | undefined;
  limit: number;
}

/** What extension pages read. Each observable answers at once and again whenever any context changes the data. */
export interface LiveStore {
  /** Newest wording first. */
  memories(query: MemoryQuery): Observable<Memory[]>;
  /** In the order of `ids`. */
  memoriesById(ids: readonly MemoryId[]): Observable<Memory[]>;
  /** Memories that still exist as the learning of the last `limit` acts left them, newest first. */
  recentlyLearned(limit: number): Observable<Memory[]>;
  count(status: MemoryStatus): Observable<number>;
  /** What befell a memory and the older values behind it, oldest first. */
  history(id: MemoryId): Observable<HistoryItem[]>;
  conversations(ids: readonly ConversationId[]): Observable<Map<ConversationId, Conversation>>;
  lastUndoable(): Observable<AuditEntry | undefined>;
  settings(): Observable<Settings>;
  models(): Observable<ShelvedModel[]>;
  /** How far a change of the embedding model has come: active memories, and those with a vector of `model`. */
  embedded(model: string): Observable<{ done: number; total: number }>;
  /** Turns that wait for a language model, and those it failed on, oldest first. */
  jobs(): Observable<{ waiting: number; parked: Job[] }>;
}

export function liveStore(database: Database = openDatabase(), codec: Codec = openCodec): LiveStore {
  const store = memoryStore(database, refuseToName, codec);
  const opened = async (rows: Promise<Parameters<typeof openMemory>[0][]>) =>
    Promise.all((await rows).map((row) => openMemory(row, codec)));

  return {
    memories: ({ status, kind, limit }) =>
      liveQuery(() => {
        const rows = kind ? ofKind(database, status, kind) : ofStatus(database, status);
        return opened(rows.reverse().limit(limit).toArray());
      }),

    memoriesById: (ids) => liveQuery(() => store.memories(ids)),

    recentlyLearned: (limit) =>
      liveQuery(async () => {
        const rows = await database.audit
          .where('[kind+at]')
          .between(['learn', -Infinity], ['learn', Infinity])
          .reverse()
          .limit(limit)
          .toArray();
        const entries = await Promise.all(rows.map((row) => openEntry(row, codec)));
        const ids = entries.flatMap(({ changes }) => changes.flatMap(({ after }) => after?.id ?? []));
        const memories = await store.memories([...new Set(ids)]);
        return memories.filter(({ status }) => status === 'active').slice(0, limit);
      }),

    count: (status) => liveQuery(() => ofStatus(database, status).count()),
    history: (id) => liveQuery(() => historyOf(id, store)),

    conversations: (ids) =>
      liveQuery(async () => {
        const rows = await database.conversations.bulkGet([...new Set(ids)]);
        const found = rows.filter((row) => row !== undefined);
        const conversations = await Promise.all(found.map((row) => openConversation(row, codec)));
        return new Map(conversations.map((conversation) => [conversation.id, conversation]));
      }),

    lastUndoable: () => liveQuery(() => store.lastUndoable()),
    settings: () => liveQuery(() => store.settings()),
    models: () => liveQuery(() => database.models.toArray()),

    embedded: (model) =>
      liveQuery(async () => ({
        done: await database.vectors.where('model').equals(model).count(),
        total: await ofStatus(database, 'active').count(),
      })),

    jobs: () =>
      liveQuery(async () => ({
        waiting: await database.jobs.where('waitingSince').above(-Infinity).count(),
        parked: (await database.jobs.orderBy('parkedAt').limit(mostParked).toArray()).map(toJob),
      })),
  };
}

/** More are not read one by one; retrying the first makes room for the next. */
const mostParked = 100;

function refuseToName(): never {
  throw new Error('Extension pages read the database; only the engine writes it.');
}
