import type { Act, Ports } from '@/memory/ports';
import { strengthen, usedStrength } from '@/memory/strength';
import type { MemoryId } from '@/memory/types';

/** Memories that were put into a prompt grow a little stronger. */
export async function useAct(
  ids: readonly MemoryId[],
  { store, now, newId }: Ports,
): Promise<Act | undefined> {
  const at = now();
  const changes = (await store.memories(ids)).map((before) => ({
    before,
    after: { ...strengthen(before, usedStrength, at), uses: before.uses + 1, lastUsedAt: at },
  }));
  if (changes.length === 0) return undefined;
  return {
    put: changes.map(({ after }) => after),
    entry: { id: newId(), at, kind: 'use', changes },
  };
}
