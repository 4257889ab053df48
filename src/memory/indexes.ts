import type { Act, LexicalItem, Ports } from '@/memory/ports';
import type { ActiveMemory, Memory } from '@/memory/types';

/** Fills both indexes from the store and embeds what has no vector of the present model yet. */
export async function loadIndexes({ store, vectors, words, embedder }: Ports): Promise<void> {
  const active = (await store.memoriesByStatus('active')) as ActiveMemory[];
  words.add(active.map(toItem));

  const ids = new Set(active.map((memory) => memory.id));
  const records = (await store.vectors(embedder.model)).filter(({ memoryId }) => ids.has(memoryId));
  vectors.add(records.map(({ memoryId, vector }) => ({ id: memoryId, vector })));

  const embedded = new Set(records.map(({ memoryId }) => memoryId));
  const missing = active.filter((memory) => !embedded.has(memory.id));
  if (missing.length === 0) return;
  const made = await embedder.embed(missing.map((memory) => memory.text));
  const fresh = missing.map((memory, index) => ({
    memoryId: memory.id,
    model: embedder.model,
    vector: made[index] ?? new Float32Array(embedder.dimensions),
  }));
  await store.commit({ vectors: fresh });
  vectors.add(fresh.map(({ memoryId, vector }) => ({ id: memoryId, vector })));
}

/** Brings the indexes to where the store is after an act; only active memories can be found. */
export function followAct(act: Act, { vectors, words }: Ports): void {
  const put = act.put ?? [];
  const active = put.filter(isActive);
  const gone = [
    ...(act.remove ?? []),
    ...put.filter((memory) => !isActive(memory)).map((memory) => memory.id),
  ];
  words.remove(gone);
  vectors.remove(gone);
  words.add(active.map(toItem));
  const activeIds = new Set(active.map((memory) => memory.id));
  const embedded = (act.vectors ?? []).filter(({ memoryId }) => activeIds.has(memoryId));
  vectors.add(embedded.map(({ memoryId, vector }) => ({ id: memoryId, vector })));
}

function isActive(memory: Memory): memory is ActiveMemory {
  return memory.status === 'active';
}

function toItem({ id, text, domains, importance }: Memory): LexicalItem {
  return { id, text, domains, importance };
}
