import { withinTime } from '@/lib/within-time';
import type { Act, Embedder, Embedding, MemoryStore, Ports } from '@/memory/ports';
import { type Surroundings, surroundingsOf } from '@/memory/surroundings';
import type { Memory, MemoryId, VectorRecord } from '@/memory/types';

/**
 * Longest wait for a model, which may have to be loaded first, or may hang. Nobody waits longer: an act goes on
 * without vectors, which are made up for later, and a recall goes by words and needs.
 */
const waitMs = { memory: 3_000, query: 600 };

/** Words that become, or are, a memory, and what was said around them. */
export interface Passage extends Partial<Surroundings> {
  text: string;
}

/** The vectors of passages, in their order; undefined where the model does not answer now. */
export async function passageVectors(
  passages: readonly Passage[],
  { embedder }: Embedding,
): Promise<Float32Array[] | undefined> {
  if (passages.length === 0) return [];
  const stop = new AbortController();
  return inTime(embedPassages(passages, embedder, stop.signal), waitMs.memory, stop);
}

/** As `passageVectors`, however long the model takes; throws where it does not answer. */
export async function embedPassages(
  passages: readonly Passage[],
  embedder: Embedder,
  signal?: AbortSignal,
): Promise<Float32Array[]> {
  const around = passages.flatMap(({ near = '', wide = '' }, index) => [
    ...(near === '' ? [] : [{ index, text: near, weight: surroundingWeights.near }]),
    ...(wide === '' ? [] : [{ index, text: wide, weight: surroundingWeights.wide }]),
  ]);
  const texts = [...passages, ...around].map(({ text }) => text);
  const vectors = await embedder.embed(texts, { as: 'memory', signal });
  for (const [place, { index, weight }] of around.entries()) {
    const own = vectors[index];
    const other = vectors[passages.length + place];
    if (own && other)
      for (let axis = 0; axis < own.length; axis++)
        own[axis] = (own[axis] ?? 0) + weight * (other[axis] ?? 0);
  }
  for (const { index } of around) normalise(vectors[index]);
  return vectors.slice(0, passages.length);
}

/** "Yes, the second one" means what was said before it. Set on the development half of LoCoMo. */
const surroundingWeights = { near: 0.5, wide: 0.25 };

function normalise(vector: Float32Array = new Float32Array()): void {
  const length = Math.hypot(...vector) || 1;
  for (let axis = 0; axis < vector.length; axis++) vector[axis] = (vector[axis] ?? 0) / length;
}

/** The vector of what somebody asks; undefined where the model does not answer at once. */
export async function queryVector(text: string, { embedder }: Embedding): Promise<Float32Array | undefined> {
  const stop = new AbortController();
  const vectors = await inTime(
    embedder.embed([text], { as: 'query', signal: stop.signal }),
    waitMs.query,
    stop,
  );
  return vectors?.[0];
}

/** One record for each memory, none at all where the model does not answer now. */
export async function embedAll(memories: readonly Memory[], ports: Ports): Promise<VectorRecord[]> {
  const vectors = await passageVectors(await passagesOf(memories, ports.store), ports);
  return vectors ? recordsOf(memories, vectors, ports.embedder) : [];
}

export function recordsOf(
  memories: readonly Memory[],
  vectors: readonly Float32Array[],
  { model }: Embedder,
): VectorRecord[] {
  return memories.map(({ id }, index) => {
    const vector = vectors[index];
    if (!vector)
      throw new Error(`The embedder answered ${vectors.length} vectors for ${memories.length} texts`);
    return { memoryId: id, model, vector };
  });
}

/** Memories whose words an act changes: every vector that was made of the old words is stale. */
export function rewrittenIn({ entry }: Act): MemoryId[] {
  return (entry?.changes ?? []).flatMap(({ before, after }) =>
    after && before && before.text !== after.text ? after.id : [],
  );
}

/** Why a model fails is known where it runs, and shown there; here it is only absent. */
async function inTime<Value>(
  embedded: Promise<Value>,
  ms: number,
  stop: AbortController,
): Promise<Value | undefined> {
  return withinTime(embedded, ms).catch(() => {
    stop.abort();
    return undefined;
  });
}

/** What is embedded of a memory, whether it is stored yet or not. */
export type Said = Pick<Memory, 'id' | 'kind' | 'text' | 'sources'>;

/** The words of memories, and what was said around those that are episodes. */
export async function passagesOf(memories: readonly Said[], store: MemoryStore): Promise<Passage[]> {
  const surroundings = await surroundingsOf(memories, store);
  return memories.map(({ id, text }) => ({ text, ...surroundings.get(id) }));
}
