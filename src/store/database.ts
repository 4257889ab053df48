import { Dexie, type Table } from 'dexie';
import type { ShelvedModel } from '@/models/types';
import { migrate } from '@/store/migrations';
import type {
  AuditRow,
  ConversationRow,
  HashRow,
  JobRow,
  MemoryRow,
  SettingsRow,
  TurnRow,
  UpkeepRow,
  VectorRow,
} from '@/store/rows';

export interface Database extends Dexie {
  conversations: Table<ConversationRow, string>;
  turns: Table<TurnRow, string>;
  memories: Table<MemoryRow, string>;
  vectors: Table<VectorRow, [string, string]>;
  audit: Table<AuditRow, string>;
  settings: Table<SettingsRow, string>;
  upkeep: Table<UpkeepRow, string>;
  jobs: Table<JobRow, string>;
  models: Table<ShelvedModel, string>;
  hashes: Table<HashRow, string>;
}

/**
 * Strict durability: a transaction is complete when its bytes are on the disk and not merely handed to the system,
 * because a captured turn is acknowledged on that word.
 */
export function openDatabase(name = 'throughline'): Database {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database;
  migrate(database);
  return database;
}
