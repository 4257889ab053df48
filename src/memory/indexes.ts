import { nextTask } from '@/lib/next-task';
import { embedAll, rewrittenIn } from '@/memory/embed';
import { isExtract } from '@/memory/episodes/is-extract';
import { forgottenWords } from '@/memory/forgotten-words';
import { isActive } from '@/memory/is-active';
import type { Act, Embedder, Embedding, LexicalItem, MemoryStore, Ports, VectorItem } from '@/memory/ports';
import type { RecallPorts } from '@/memory/recall/propose';
import { surroundingsOf } from '@/memory/surroundings';
import type { Memory, MemoryId, VectorRecord } from '@/memory/types';

/** So many vectors are taken up between two looks at what else wants to run, a recall above all. */
const vectorBatch = 32;
const wordBatch = 500;

/**
 * Fills the index of words and needs, which alone answers recalls at once, and answers the active memories it was
 * filled with; the vectors of many memories take longer.
 */
export async function loadWords({ store, words, domains }: RecallPorts): Promise<Memory[]> {
  const memories = await store.memoriesByStatus('active');
  for (let from = 0; from < memories.length; from += wordBatch) {
    const batch = memories.slice(from, from + wordBatch);
    words.add(await toItems(batch, store));
    domains.add(batch.filter((memory) => !isExtract(memory)));
    await nextTask();
  }
  return memories;
}

/** Fills a vector index from the store; memories without a vector of its model are made up for by `embedMissing`. */
export async function loadVectors(
  ids: ReadonlySet<MemoryId>,
  { embedder, vectors }: Embedding,
  { store }: Ports,
): Promise<void> {
  const items: VectorItem[] = [];
  for (const { memoryId, vector } of await store.vectors(embedder.model)) {
    if (ids.has(memoryId)) items.push({ id: memoryId, vector });
  }
  for (let from = 0; from < items.length; from += vectorBatch) {
    vectors.add(items.slice(from, from + vectorBatch));
    await nextTask();
  }
}

/** Brings the indexes to where the store is after an act; only active memories can be found. */
export async function followAct(
  act: Act,
  { store, vectors, words, domains, embedder }: RecallPorts,
): Promise<void> {
  const put = act.put ?? [];
  const active = put.filter(isActive);
  const items = await toItems(active, store);
  const gone = [
    ...(act.remove ?? []),
    ...put.filter((memory) => !isActive(memory)).map((memory) => memory.id),
  ];
  words.remove(gone);
  domains.remove(gone);
  vectors.remove([...gone, ...rewrittenIn(act)]);
  words.add(items);
  domains.add(active.filter((memory) => !isExtract(memory)));
  const activeIds = new Set(active.map((memory) => memory.id));
  vectors.add(toVectorItems(act.vectors ?? [], embedder).filter(({ id }) => activeIds.has(id)));
}

/**
 * After words were purged from turns: the episodes around those turns are found by what is left of them. Their vectors
 * are made anew, for the old ones have the purged words blended in.
 */
export async function takeUpAround(ports: RecallPorts): Promise<void> {
  const { store, words, vectors, embedder } = ports;
  const episodes = (await store.memoriesByStatus('active')).filter(({ kind }) => kind === 'episode');
  const items = await toItems(episodes, store);
  const touched = new Set(
    items
      .filter(({ near = '', wide = '' }) => near.includes(forgottenWords) || wide.includes(forgottenWords))
      .map(({ id }) => id),
  );
  if (touched.size === 0) return;
  words.add(items.filter(({ id }) => touched.has(id)));
  const records = await embedAll(
    episodes.filter(({ id }) => touched.has(id)),
    ports,
  );
  await store.saveVectors(records);
  vectors.add(toVectorItems(records, embedder));
}

/** Those of the given model: an act that was made just before the model changed carries vectors of the old one. */
export function toVectorItems(records: readonly VectorRecord[], { model }: Embedder): VectorItem[] {
  return records
    .filter((record) => record.model === model)
    .map(({ memoryId, vector }) => ({ id: memoryId, vector }));
}

async function toItems(memories: readonly Memory[], store: MemoryStore): Promise<LexicalItem[]> {
  const surroundings = await surroundingsOf(memories, store);
  return memories.map(({ id, text }) => ({ id, text, ...surroundings.get(id) }));
}
