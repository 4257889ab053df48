import { withinTime } from '@/lib/within-time';
import type { Act, Embedder, Embedding, Ports } from '@/memory/ports';
import type { Memory, MemoryId, VectorRecord } from '@/memory/types';

/**
 * Longest wait for a model, which may have to be loaded first, or may hang. Nobody waits longer: an act goes on
 * without vectors, which are made up for later, and a recall goes by words and needs.
 */
const waitMs = { memory: 3_000, query: 600 };

/** The vectors of sentences that become memories, in their order; undefined where the model does not answer now. */
export async function sentenceVectors(
  texts: readonly string[],
  { embedder }: Embedding,
): Promise<Float32Array[] | undefined> {
  if (texts.length === 0) return [];
  return tryEmbed(embedder, texts, 'memory');
}

/** The vector of what somebody asks; undefined where the model does not answer at once. */
export async function queryVector(text: string, { embedder }: Embedding): Promise<Float32Array | undefined> {
  const vectors = await tryEmbed(embedder, [text], 'query');
  return vectors?.[0];
}

/** One record for each memory, none at all where the model does not answer now. */
export async function embedAll(memories: readonly Memory[], ports: Ports): Promise<VectorRecord[]> {
  const texts = memories.map(({ text }) => text);
  const vectors = await sentenceVectors(texts, ports);
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
async function tryEmbed(embedder: Embedder, texts: readonly string[], as: 'query' | 'memory') {
  const stop = new AbortController();
  const embedded = embedder.embed(texts, { as, signal: stop.signal });
  return withinTime(embedded, waitMs[as]).catch(() => {
    stop.abort();
    return undefined;
  });
}
