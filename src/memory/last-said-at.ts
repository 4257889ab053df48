import type { Memory } from '@/memory/types';

/** When the memory was last said or written, epoch milliseconds. */
export function lastSaidAt(memory: Pick<Memory, 'sources' | 'updatedAt'>): number {
  return Math.max(...memory.sources.map((source) => source.at), memory.updatedAt);
}
