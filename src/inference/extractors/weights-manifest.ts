import { at, parseJson } from '@/inference/extractors/unknown-json';
import { ModelError } from '@/models/model-error';

/** What WebLLM's list of weights says, in bytes. */
export interface Weights {
  /** All files together. */
  total: number;
  /** The largest piece, which the graphics card has to take in one buffer. */
  largest: number;
}

/** Throws `corrupt` where the list is none. */
export function readManifest(text: string): Weights {
  const shards = at(parseJson(text), 'records');
  if (!Array.isArray(shards) || shards.length === 0) throw corrupt();
  const pieces = shards.flatMap((shard) => {
    const records = at(shard, 'records');
    return Array.isArray(records) ? records.map((record) => bytesOf(record)) : [];
  });
  return { total: shards.reduce((sum, shard) => sum + bytesOf(shard), 0), largest: Math.max(0, ...pieces) };
}

function bytesOf(entry: unknown): number {
  const bytes = at(entry, 'nbytes');
  if (typeof bytes !== 'number' || !(bytes >= 0)) throw corrupt();
  return bytes;
}

function corrupt(): ModelError {
  return new ModelError('corrupt', 'The list of weights is no such list.');
}
