import { rewrittenIn } from '@/memory/embed';
import { StorageFullError } from '@/memory/errors';
import { forgottenWords } from '@/memory/forgotten-words';
import type { Act, MemoryStore } from '@/memory/ports';
import { builtinModel, type Settings } from '@/memory/settings';
import type {
  Change,
  MemoryId,
  MemoryKind,
  MemoryStatus,
  Source,
  Turn,
  TurnId,
  VectorRecord,
} from '@/memory/types';
import { type Codec, openCodec } from '@/store/codec';
import { findConversationRow, saveTurns, tell } from '@/store/conversations';
import type { Database } from '@/store/database';
import { nextJob, retryJobs } from '@/store/jobs';
import { lastTurns } from '@/store/last-turns';
import {
  type AuditRow,
  openConversation,
  openEntry,
  openMemory,
  openTurn,
  openVector,
  sealEntry,
  sealMemory,
  sealTurn,
  sealVector,
  type TurnRow,
  toJob,
  toJobRow,
} from '@/store/rows';
import { settingsFrom } from '@/store/settings';
import { thread } from '@/store/thread';
import { turnsAround } from '@/store/turns-around';

/** The `MemoryStore` port on IndexedDB. `newId` names the rows the store itself makes (conversations, turns). */
export function memoryStore(database: Database, newId: () => string, codec: Codec = openCodec): MemoryStore {
  const open = { database, codec, newId };
  const openAll = <Row, Whole>(rows: Row[], one: (row: Row, codec: Codec) => Promise<Whole>) =>
    Promise.all(rows.map((row) => one(row, codec)));

  return {
    saveTurns: (captured, at) => orStorageFull(saveTurns(open, captured, at)),
    tell: (conversation, told, at) => orStorageFull(tell(open, conversation, told, at)),
    commit: (act) => orStorageFull(commit(open, act)),

    async nextPending() {
      for (;;) {
        const row = await database.turns.orderBy('pendingAt').first();
        if (!row) return undefined;
        const conversation = await database.conversations.get(row.conversationId);
        if (conversation) {
          return {
            turn: await openTurn(row, codec),
            conversation: await openConversation(conversation, codec),
          };
        }
        // A turn without its conversation has no source to name; it must not hold up those behind it.
        await database.turns.update(row.id, { pendingAt: undefined });
      }
    },

    async memory(id) {
      const row = await database.memories.get(id);
      return row && openMemory(row, codec);
    },

    async memories(ids) {
      const rows = await database.memories.bulkGet([...ids]);
      return openAll(
        rows.filter((row) => row !== undefined),
        openMemory,
      );
    },

    async memoriesByStatus(status: MemoryStatus) {
      return openAll(await ofStatus(database, status).toArray(), openMemory);
    },

    activeIds: (kind) =>
      (kind ? ofKind(database, 'active', kind) : ofStatus(database, 'active')).primaryKeys(),

    async rules(count) {
      const rows = await ofKind(database, 'active', 'procedure').reverse().limit(count).toArray();
      const rules = await openAll(rows, openMemory);
      return rules.filter((rule) => rule.status === 'active');
    },

    async holdersOf(space, key) {
      const rows = await database.memories.where('[space+key]').equals([space, key]).toArray();
      return openAll(
        rows.filter(({ status }) => status === 'active'),
        openMemory,
      );
    },

    async olderVersions(id) {
      const chain = [];
      let newer: MemoryId[] = [id];
      while (newer.length > 0) {
        const rows = await database.memories.where('supersededBy').anyOf(newer).toArray();
        chain.push(...rows);
        newer = rows.map((row) => row.id);
      }
      return openAll(chain, openMemory);
    },

    async vectors(model) {
      return openAll(await database.vectors.where('model').equals(model).toArray(), openVector);
    },

    async withoutVector(model) {
      const embedded = await database.vectors.where('model').equals(model).primaryKeys();
      const have = new Set(embedded.map(([memoryId]) => memoryId));
      const active = await ofStatus(database, 'active').primaryKeys();
      return active.filter((id) => !have.has(id));
    },

    saveVectors: (records) => orStorageFull(saveVectors(open, records)),

    async keepVectorsOf(model) {
      await database.vectors.where('model').notEqual(model).delete();
    },

    async turn(id) {
      const row = await database.turns.get(id);
      return row && row.replacedBy === undefined ? openTurn(row, codec) : undefined;
    },

    turnsAround: (ids, reach) => turnsAround(open, ids, reach),
    lastTurns: (id, count) => lastTurns(open, id, count),
    thread: (id) => thread(open, id),

    async conversationIds() {
      return (await database.conversations.toCollection().primaryKeys()).reverse();
    },

    async memoriesOfTurn(id) {
      return openAll(await database.memories.where('turnIds').equals(id).toArray(), openMemory);
    },

    async leasedJobs() {
      const rows = await database.jobs.filter(({ leasedUntil }) => leasedUntil !== undefined).toArray();
      return rows.map(toJob);
    },

    nextJob: (now) => nextJob(open, now),
    async saveJob(job) {
      await orStorageFull(database.jobs.put(toJobRow(job)));
    },
    retryJobs: (turnIds, at) => retryJobs(open, turnIds, at),

    async findConversation(ref) {
      const row = await findConversationRow(database, ref);
      return row && openConversation(row, codec);
    },

    async auditEntry(id) {
      const row = await database.audit.get(id);
      return row && openEntry(row, codec);
    },

    async lastUndoable() {
      const row = await database.audit.orderBy('undoableAt').last();
      return row && openEntry(row, codec);
    },

    async forgottenBefore(before) {
      const rows = await database.audit
        .where('[kind+at]')
        .between(['forget', 0], ['forget', before])
        .filter((row) => row.body !== undefined && row.undoneBy === undefined)
        .toArray();
      return openAll(rows, openEntry);
    },

    async auditOf(ids) {
      const rows = await database.audit
        .where('memoryIds')
        .anyOf([...ids])
        .distinct()
        .toArray();
      const entries = await openAll(rows, openEntry);
      return entries.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
    },

    async retainedAt() {
      return (await database.upkeep.get('retention'))?.at;
    },
    async saveRetainedAt(at) {
      await orStorageFull(database.upkeep.put({ id: 'retention', at }));
    },

    async settings() {
      const row = await database.settings.get('settings');
      return withBuiltinOfToday(settingsFrom(row?.value));
    },

    async saveSettings(value) {
      await orStorageFull(database.settings.put({ id: 'settings', value }));
    },
  };
}

export function ofStatus(database: Database, status: MemoryStatus) {
  return database.memories.where('[status+updatedAt]').between([status, -Infinity], [status, Infinity]);
}

export function ofKind(database: Database, status: MemoryStatus, kind: MemoryKind) {
  return database.memories
    .where('[status+kind+updatedAt]')
    .between([status, kind, -Infinity], [status, kind, Infinity]);
}

async function commit({ database, codec }: { database: Database; codec: Codec }, act: Act): Promise<void> {
  const memories = await Promise.all((act.put ?? []).map((memory) => sealMemory(memory, codec)));
  const vectors = await Promise.all((act.vectors ?? []).map((record) => sealVector(record, codec)));
  const entry = act.entry && (await sealEntry(act.entry, codec));
  const stale = rewrittenIn(act);
  const purged = act.purge && (await purgedOf(act.purge, database, codec));

  await database.transaction(
    'rw',
    [database.memories, database.vectors, database.audit, database.turns, database.jobs],
    async () => {
      if (act.remove?.length) {
        await database.memories.bulkDelete(act.remove);
        await database.vectors.where('memoryId').anyOf(act.remove).delete();
      }
      if (memories.length > 0) await database.memories.bulkPut(memories);
      if (stale.length > 0) await database.vectors.where('memoryId').anyOf(stale).delete();
      if (vectors.length > 0) await database.vectors.bulkPut(vectors);
      if (purged) {
        await database.audit.bulkPut(purged.audit);
        await database.turns.bulkPut(purged.turns);
      }
      if (entry) await database.audit.add(entry);
      if (act.undoes && entry) {
        await database.audit.update(act.undoes, { undoneBy: entry.id, undoableAt: undefined });
      }
      if (act.jobs?.added?.length) await database.jobs.bulkPut(act.jobs.added.map(toJobRow));
      if (act.jobs?.done?.length) await database.jobs.bulkDelete(act.jobs.done);
      if (act.learned) {
        const learned = { learnedAt: act.learned.at, pendingAt: undefined };
        await database.turns.where('id').anyOf(act.learned.turnIds).modify(learned);
      }
    },
  );
}

/** One transaction, so that a memory that is forgotten meanwhile does not leave its vector behind. */
async function saveVectors(
  { database, codec }: { database: Database; codec: Codec },
  records: readonly VectorRecord[],
): Promise<void> {
  const rows = await Promise.all(records.map((record) => sealVector(record, codec)));
  await database.transaction('rw', database.memories, database.vectors, async () => {
    const known = await database.memories.bulkGet(rows.map(({ memoryId }) => memoryId));
    await database.vectors.bulkPut(rows.filter((_, index) => known[index] !== undefined));
  });
}

interface Purged {
  audit: AuditRow[];
  turns: TurnRow[];
}

/** The audit without the words of these memories, and the turns they were read off without the words quoted. */
async function purgedOf(ids: MemoryId[], database: Database, codec: Codec): Promise<Purged> {
  const gone = new Set(ids);
  const isGone = ({ before, after }: Change) => gone.has((after ?? before)?.id ?? '');
  const rows = await database.audit.where('memoryIds').anyOf(ids).distinct().toArray();
  const quotes: Source[] = [];
  const audit: AuditRow[] = [];
  for (const row of rows.filter(({ body }) => body !== undefined)) {
    const { changes } = await openEntry(row, codec);
    quotes.push(...changes.filter(isGone).flatMap(({ before, after }) => (after ?? before)?.sources ?? []));
    const kept = changes.filter((change) => !isGone(change));
    const { body: _, undoableAt: __, ...bare } = row;
    audit.push(kept.length > 0 ? { ...bare, body: await codec.seal(kept) } : bare);
  }
  return { audit, turns: await turnsWithout(quotes, database, codec) };
}

async function turnsWithout(quotes: readonly Source[], database: Database, codec: Codec): Promise<TurnRow[]> {
  const changed = new Map<TurnId, Turn>();
  for (const source of quotes) {
    if (source.from !== 'turn') continue;
    const row = await database.turns.get(source.turnId);
    const turn = changed.get(source.turnId) ?? (row && (await openTurn(row, codec)));
    if (turn) changed.set(turn.id, { ...turn, text: turn.text.replaceAll(source.quote, forgottenWords) });
  }
  return Promise.all([...changed.values()].map((turn) => sealTurn(turn, codec)));
}

/** An older built-in model stands for the one of today: its vectors are made anew. */
function withBuiltinOfToday(settings: Settings): Settings {
  const ofToday = (model: string) => (model.startsWith('builtin-') ? builtinModel : model);
  const { serving, wanted } = settings.embedding;
  return { ...settings, embedding: { serving: ofToday(serving), wanted: ofToday(wanted) } };
}

async function orStorageFull<Value>(write: PromiseLike<Value>): Promise<Value> {
  try {
    return await write;
  } catch (error) {
    throw isQuotaError(error) ? new StorageFullError() : error;
  }
}

function isQuotaError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, inner } = error as { name?: string; inner?: unknown };
  return name === 'QuotaExceededError' || (inner !== error && isQuotaError(inner));
}
