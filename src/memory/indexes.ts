import { nextTask } from '@/lib/next-task';
import type { Act, LexicalItem, Ports, VectorItem } from '@/memory/ports';
import type { ActiveMemory, Memory, VectorRecord } from '@/memory/types';

/** So many vectors are taken up between two looks at what else wants to run, a recall above all. */
const vectorBatch = 32;
const wordBatch = 500;

/**
 * Fills the index of words and needs, which alone answers recalls at once, and answers the active memories it was
 * filled with; the vectors of many memories take longer.
 */
export async function loadWords({ store, words }: Ports): Promise<Memory[]> {
  const memories = await store.memoriesByStatus('active');
  for (let from = 0; from < memories.length; from += wordBatch) {
    words.add(memories.slice(from, from + wordBatch).map(toItem));
    await nextTask();
  }
  return memories;
}

/** Fills the vector index from the store and embeds the memories without a vector of the present model. */
export async function loadVectors(memories: readonly Memory[], ports: Ports): Promise<void> {
  const { store, vectors, embedder } = ports;
  const missing = new Map(memories.map((memory) => [memory.id, memory]));
  const items: VectorItem[] = [];
  for (const { memoryId, vector } of await store.vectors(embedder.model)) {
    if (missing.delete(memoryId)) items.push({ id: memoryId, vector });
  }
  for (let from = 0; from < items.length; from += vectorBatch) {
    vectors.add(items.slice(from, from + vectorBatch));
    await nextTask();
  }
  if (missing.size > 0) {
    const act: Act = { vectors: await embedAll([...missing.values()], ports) };
    vectors.add(toVectorItems(act));
    // Without room for them on the disk they are made again at the next start; what is asked for now must not fail.
    await store.commit(act).catch(() => undefined);
  }
}

/** One vector record for each memory. */
export async function embedAll(memories: readonly Memory[], { embedder }: Ports): Promise<VectorRecord[]> {
  const vectors = await embedder.embed(memories.map((memory) => memory.text));
  return memories.map(({ id }, index) => {
    const vector = vectors[index];
    if (!vector)
      throw new Error(`The embedder answered ${vectors.length} vectors for ${memories.length} texts`);
    return { memoryId: id, model: embedder.model, vector };
  });
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
  vectors.add(toVectorItems(act).filter(({ id }) => activeIds.has(id)));
}

function toVectorItems(act: Act): VectorItem[] {
  return (act.vectors ?? []).map(({ memoryId, vector }) => ({ id: memoryId, vector }));
}

function isActive(memory: Memory): memory is ActiveMemory {
  return memory.status === 'active';
}

function toItem({ id, text, domains, importance }: Memory): LexicalItem {
  return { id, text, domains, importance };
}
