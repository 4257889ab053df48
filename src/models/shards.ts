import { ModelError } from '@/models/model-error';
import { isPlainPath } from '@/models/plain-path';

export interface Shard {
  path: string;
  bytes: number;
  /** Hex. */
  md5?: string | undefined;
}

const mostShards = 10_000;

/** The files that a model's manifest names. Whoever wrote it may name anything: a path stays within the model. */
export function shardsIn(manifest: string): Shard[] {
  const records = (parse(manifest) as { records?: unknown } | null)?.records;
  if (!Array.isArray(records) || records.length > mostShards) throw unreadable();
  const shards = new Map(records.map(readShard).map((shard) => [shard.path, shard]));
  return [...shards.values()];
}

function readShard(record: unknown): Shard {
  const { dataPath, nbytes, md5sum } = (record ?? {}) as Record<string, unknown>;
  if (typeof dataPath !== 'string' || !isPlainPath(dataPath)) throw unreadable();
  if (typeof nbytes !== 'number' || !Number.isSafeInteger(nbytes) || nbytes < 0) throw unreadable();
  const md5 = typeof md5sum === 'string' && /^[\da-f]{32}$/i.test(md5sum) ? md5sum.toLowerCase() : undefined;
  return { path: dataPath, bytes: nbytes, md5 };
}

function parse(manifest: string): unknown {
  try {
    return JSON.parse(manifest);
  } catch (cause) {
    throw unreadable({ cause });
  }
}

function unreadable(options?: ErrorOptions): ModelError {
  return new ModelError('corrupt', 'The list of the model’s files cannot be read', options);
}
