import type { Act, Ports } from '@/memory/ports';
import { fading, strengthen, strengthNow, strengthOf } from '@/memory/strength';
import type { AuditEntry, Change, Memory, MemoryId } from '@/memory/types';

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

/**
 * The memories of an entry of use as they are, and as they would be without it. The entry keeps no copies: what a use
 * adds is known, and when they were used before stands in the audit.
 */
export async function withoutUse(entry: AuditEntry, { store, now }: Ports): Promise<Required<Change>[]> {
  const at = now();
  const memories = await store.memories([...new Set(entry.used)]);
  return Promise.all(
    memories.map(async (before) => {
      const { lastUsedAt: _, ...rest } = before;
      const added = strengthOf.used * fading(before.kind, at - entry.at);
      const after: Memory = {
        ...rest,
        strength: Math.max(0, strengthNow(before, at) - added),
        strengthAt: at,
        uses: before.uses - 1,
      };
      const others = (await store.auditOf([before.id])).filter(
        ({ id, used, undoneBy }) => used?.includes(before.id) && id !== entry.id && undoneBy === undefined,
      );
      const lastUsedAt = others.at(-1)?.at;
      return { before, after: lastUsedAt === undefined ? after : { ...after, lastUsedAt } };
    }),
  );
}
