import type { Dexie, Transaction } from 'dexie';
import type { Memory } from '@/memory/types';
import { type MemoryRow, turnsOf } from '@/store/rows';

interface Migration {
  version: number;
  /** Only the tables that change; an index is listed only if a query uses it. */
  stores: Record<string, string | null>;
  /** Runs once inside the version-change transaction of a database that is older. */
  upgrade?(transaction: Transaction): PromiseLike<unknown>;
}

/** Append only: a version that has shipped never changes again. */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    stores: {
      conversations: 'id, &provisionalKey, [site+siteConversationId]',
      turns: 'id, &[conversationId+key], [conversationId+position], pendingAt',
      memories: 'id, [status+updatedAt], [status+kind+updatedAt], [space+key], supersededBy',
      vectors: '[memoryId+model], model',
      audit: 'id, undoableAt, *memoryIds, [kind+at]',
      settings: 'id',
    },
  },
  {
    version: 2,
    stores: {
      memories: 'id, [status+updatedAt], [status+kind+updatedAt], [space+key], supersededBy, *turnIds',
      vectors: '[memoryId+model], model, memoryId',
      jobs: 'turnId, waitingSince, parkedAt',
      models: 'id',
      hashes: 'id',
    },
    // What version 1 wrote is not sealed: its only codec was the open one.
    upgrade: (transaction) =>
      transaction
        .table<MemoryRow>('memories')
        .toCollection()
        .modify((row) => {
          row.turnIds = turnsOf(row.body as Pick<Memory, 'sources'>);
        }),
  },
  { version: 3, stores: { upkeep: 'id' } },
];

export function migrate(database: Dexie): void {
  for (const { version, stores, upgrade } of migrations) {
    const declared = database.version(version).stores(stores);
    if (upgrade) declared.upgrade(upgrade);
  }
}
