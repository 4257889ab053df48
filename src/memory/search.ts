import { queryVector } from '@/memory/embed';
import type { Ports } from '@/memory/ports';
import type { MemoryId } from '@/memory/types';

const mostResults = 200;
/** Below this likeness a vector's neighbour is noise in a list that somebody reads. */
const leastSimilarity = 0.4;

/** What the search box finds: word matches first, unfinished words included, then what is alike in meaning. */
export async function search(text: string, { words, vectors, embedder }: Ports): Promise<MemoryId[]> {
  const vector = await queryVector(text, { vectors, embedder });
  const byWords = words.search(text, mostResults, { prefix: true });
  const alike = vector ? vectors.search(vector, 20).filter(({ score }) => score >= leastSimilarity) : [];
  return [...new Set([...byWords, ...alike].map(({ id }) => id))].slice(0, mostResults);
}
