import { queryVector } from '@/memory/embed';
import { isExtract } from '@/memory/episodes/is-extract';
import { looksBack } from '@/memory/episodes/looks-back';
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
  const found = await Promise.all(query.looks.map((look) => lookFor(look, ports)));
  const ids = new Set<MemoryId>([
    ...found.flatMap(({ near, byWords }) => [...near.keys(), ...byWords.keys()]),
    ...domains.search(query.needs, proposals).map(({ id }) => id),
    ...rules.map(({ id }) => id),
  ]);
  // Extracts that are not asked for must not be the best that all others are measured by.
  const asksBack = query.asksPast || looksBack(query.looks[0]?.text ?? '');
  const memories = (await store.memories([...ids]))
    .filter(isActive)
    .filter((memory) => asksBack || !isExtract(memory));
  const wanted = new Set(memories.map(({ id }) => id));
  const looks = found.map((one) => among(wanted, one, ports));
  return memories.map((memory) => ({
    memory,
    ...bestOf(memory.id, looks),
    ...domains.needed(memory.id, query.needs),
  }));
}

interface Found {
  look: Look;
  vector: Float32Array | undefined;
  near: Map<MemoryId, number>;
  byWords: Map<MemoryId, { score: number; share: number }>;
}

interface Measured extends Found {
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
  };
}

/** What a look finds among some memories, and the best of that. */
function among(wanted: ReadonlySet<MemoryId>, found: Found, { vectors }: Ports): Measured {
  const near = new Map([...found.near].filter(([id]) => wanted.has(id)));
  const byWords = new Map([...found.byWords].filter(([id]) => wanted.has(id)));
  const nearest = Math.max(leastNearest, ...near.values());
  if (found.vector) {
    const missing = [...wanted].filter((id) => !near.has(id));
    for (const [id, score] of vectors.compare(found.vector, missing)) near.set(id, score);
  }
  const bestByWords = Math.max(0, ...[...byWords.values()].map(({ score }) => score)) || 1;
  return { ...found, near, byWords, nearest, bestByWords };
}

function bestOf(id: MemoryId, looks: readonly Measured[]): Nearness {
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
