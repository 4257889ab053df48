import type { Act, Ports } from '@/memory/ports';
import { strengthen, strengthOf } from '@/memory/strength';
import type { MemoryId } from '@/memory/types';

/** Memories that were put into a prompt grow a little stronger. */
export async function useAct(
  ids: readonly MemoryId[],
  { store, now, newId }: Ports,
): Promise<Act | undefined> {
  const at = now();
  const used = (await store.memories(ids)).map((memory) => ({
    ...strengthen(memory, strengthOf.used, at),
    uses: memory.uses + 1,
    lastUsedAt: at,
  }));
  if (used.length === 0) return undefined;
  return {
    put: used,
    entry: { id: newId(), at, kind: 'use', changes: [], used: used.map(({ id }) => id) },
  };
}
