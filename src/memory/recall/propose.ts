import { queryVector } from '@/memory/embed';
import { isActive } from '@/memory/is-active';
import type { Ports } from '@/memory/ports';
import type { DomainIndex, Needed } from '@/memory/recall/domain-index';
import type { Look, RecallQuery } from '@/memory/recall/query';
import type { ActiveMemory, MemoryId } from '@/memory/types';

/** How near a memory is to what is looked for, by vectors and by words; each the best over all looks. */
export interface Nearness {
  /** Cosine, negative ones as 0. */
  similarity: number;
  /** The same as a share of the nearest memory's: a static model's true hits have a cosine of 0.13 upwards. */
  nearness: number;
  /** Share of the best memory's score by words, the turns around it included. */
  words: number;
  /** Share of what the look's words can tell that stands in the memory's own words. */
  share: number;
}

export interface Proposal extends Nearness, Needed {
  memory: ActiveMemory;
}

/** What recall looks in. */
export interface RecallPorts extends Ports {
  domains: DomainIndex;
}

/** How many each way of looking proposes; ranking sees the union. */
const proposals = 100;
/** Where nothing is nearer than this, the nearest is not near. */
const leastNearest = 0.25;
/** Nobody keeps more rules than this. */
const mostRules = 50;

/** Vectors, words and needs each propose, and so do rules, which bear on every draft: what only one finds is found. */
export async function propose(query: RecallQuery, ports: RecallPorts): Promise<Proposal[]> {
  const { store, domains } = ports;
  const rules = await store.rules(mostRules);
  const looks = await Promise.all(query.looks.map((look) => lookFor(look, ports)));
  const ids = new Set<MemoryId>([
    ...looks.flatMap(({ near, byWords }) => [...near.keys(), ...byWords.keys()]),
    ...domains.search(query.needs, proposals).map(({ id }) => id),
    ...rules.map(({ id }) => id),
  ]);
  for (const { vector, near } of looks) {
    if (!vector) continue;
    const missing = [...ids].filter((id) => !near.has(id));
    for (const [id, score] of ports.vectors.compare(vector, missing)) near.set(id, score);
  }
  const memories = await store.memories([...ids]);
  return memories
    .filter(isActive)
    .map((memory) => ({ memory, ...bestOf(memory.id, looks), ...domains.needed(memory.id, query.needs) }));
}

interface Found {
  look: Look;
  vector: Float32Array | undefined;
  near: Map<MemoryId, number>;
  byWords: Map<MemoryId, { score: number; share: number }>;
  nearest: number;
  bestByWords: number;
}

async function lookFor(look: Look, ports: Ports): Promise<Found> {
  const vector = await queryVector(look.text, ports);
  const near = vector ? ports.vectors.search(vector, proposals) : [];
  const byWords = ports.words.search(look.text, proposals);
  return {
    look,
    vector,
    near: new Map(near.map(({ id, score }) => [id, score])),
    byWords: new Map(byWords.map(({ id, score, share }) => [id, { score, share }])),
    nearest: Math.max(leastNearest, near[0]?.score ?? 0),
    bestByWords: byWords[0]?.score ?? 1,
  };
}

function bestOf(id: MemoryId, looks: readonly Found[]): Nearness {
  const best: Nearness = { similarity: 0, nearness: 0, words: 0, share: 0 };
  for (const { look, near, byWords, nearest, bestByWords } of looks) {
    const cosine = Math.max(0, near.get(id) ?? 0);
    const match = byWords.get(id);
    const nearness: Nearness = {
      similarity: cosine,
      nearness: cosine / nearest,
      words: (match?.score ?? 0) / bestByWords,
      share: match?.share ?? 0,
    };
    for (const key of ['similarity', 'nearness', 'words', 'share'] as const) {
      best[key] = Math.max(best[key], look.share * nearness[key]);
    }
  }
  return best;
}
