import MiniSearch from 'minisearch';
import type { Embedder } from '@/memory/ports';
import type { Item, Searcher, System } from './system';

const hourMs = 3_600_000;

/** BM25 as MiniSearch does it without a setting. */
export const plainWords: System = {
  name: 'bm25',
  async open(items) {
    const index = new MiniSearch({ fields: ['text'] });
    index.addAll(items);
    return {
      rank: async (query, count) =>
        index
          .search(query)
          .slice(0, count)
          .map(({ id }) => String(id)),
      close: async () => undefined,
    };
  },
};

/** The embedder alone: nearest by cosine. */
export function embedderAlone(embedder: Embedder): System {
  return scored('embedderAlone', embedder, (similarity) => similarity);
}

/**
 * Similarity and recency as LangChain's TimeWeightedVectorStoreRetriever adds them up: cosine + (1 - 0.01)^hours since
 * it was said.
 */
export function timeWeighted(embedder: Embedder): System {
  return scored(
    'timeWeighted',
    embedder,
    (similarity, item, now) => similarity + 0.99 ** ((now - item.at) / hourMs),
  );
}

/**
 * Relevance, importance and recency in equal parts, as in Generative Agents (Park et al., UIST 2023), recency as
 * 0.995^hours.
 */
export function importanceWeighted(embedder: Embedder): System {
  return scored(
    'importanceWeighted',
    embedder,
    (similarity, item, now) => similarity + (item.importance ?? 0.5) + 0.995 ** ((now - item.at) / hourMs),
  );
}

/** Several queries from one: the text, its halves and its long words; each item has its best cosine. */
export function multiQuery(embedder: Embedder): System {
  return {
    name: 'multiQuery',
    async open(items) {
      const vectors = await embedder.embed(items.map(({ text }) => text));
      return ranking(items, async (query) => {
        const queries = await embedder.embed(queriesIn(query), { as: 'query' });
        return (index) => Math.max(...queries.map((vector) => dot(vector, vectors[index])));
      });
    },
  };
}

function queriesIn(query: string): string[] {
  const words = query.split(/\s+/);
  const half = Math.ceil(words.length / 2);
  const long = words.filter((word) => word.length > 4);
  return [query, words.slice(0, half).join(' '), words.slice(half).join(' '), long.join(' ')].filter(Boolean);
}

type Score = (similarity: number, item: Item, now: number) => number;

function scored(name: string, embedder: Embedder, score: Score): System {
  return {
    name,
    async open(items, now) {
      const vectors = await embedder.embed(items.map(({ text }) => text));
      return ranking(items, async (query) => {
        const [vector] = await embedder.embed([query], { as: 'query' });
        return (index, item) => score(dot(vector, vectors[index]), item, now);
      });
    },
  };
}

type Scorer = (query: string) => Promise<(index: number, item: Item) => number>;

function ranking(items: readonly Item[], scorer: Scorer): Searcher {
  return {
    async rank(query, count) {
      const score = await scorer(query);
      return items
        .map((item, index) => ({ id: item.id, score: score(index, item) }))
        .sort((one, other) => other.score - one.score)
        .slice(0, count)
        .map(({ id }) => id);
    },
    close: async () => undefined,
  };
}

function dot(one: Float32Array = new Float32Array(), other: Float32Array = new Float32Array()): number {
  let sum = 0;
  for (let axis = 0; axis < one.length; axis++) sum += (one[axis] ?? 0) * (other[axis] ?? 0);
  return sum;
}
