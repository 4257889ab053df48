import { describe, expect, test } from 'vitest';
import { miniSearchIndex } from '@/lexical/minisearch-index';
import { newId } from '@/lib/new-id';
import { domainIndex } from '@/memory/recall/domain-index';
import { propose, type RecallPorts } from '@/memory/recall/propose';
import { queryOf, type RecallQuery } from '@/memory/recall/query';
import { rank } from '@/memory/recall/rank';
import { type Signals, signalsOf } from '@/memory/recall/signals';
import { halfLifeMs } from '@/memory/strength';
import { voyIndex } from '@/vectors/voy-index';
import { builtinFromDisk, placerFromDisk } from '../../support/builtin-from-disk';
import { freshName, openEngine } from '../../support/open-engine';
import { compileVoyFromDisk } from '../../vectors/compile-voy-from-disk';

const hourMs = 3_600_000;
const now = Date.UTC(2026, 10, 22, 10);

/** Of one kind, so that all fade alike; the hours since each was said. */
const said = [
  { text: 'We had sushi at the harbour with Anna', hours: 2_000, importance: 0.2 },
  { text: 'The new Thai restaurant was far too loud', hours: 30, importance: 0.4 },
  { text: 'I cooked a mushroom risotto for eight people', hours: 400, importance: 0.3 },
  { text: 'My sister was taken to hospital after eating nuts', hours: 5_000, importance: 1 },
  { text: 'I changed the tyres of my bicycle', hours: 3, importance: 0.1 },
  { text: 'The landlord announced a higher rent', hours: 700, importance: 0.8 },
  { text: 'I ran ten kilometres along the river', hours: 1_200, importance: 0.5 },
  { text: 'I signed the contract of my new job', hours: 3_000, importance: 0.9 },
];
type Said = (typeof said)[number];

const query = 'Where should I go for dinner?';

/** Per hour, so that half is left after the half-life that episodes have. */
const decay = 1 - 0.5 ** (hourMs / halfLifeMs.episode);

/*
 * The strategies that recall systems began with, each by its own formula over cosines and times, and the order in
 * which the engine's signals put the same memories where those alone have weight.
 */
describe('time-weighted: cosine + (1 − decay)^hours (LangChain, TimeWeightedVectorStoreRetriever)', () => {
  test('is similarity and recency', async () => {
    const { cosine, signals } = await asked(query);
    const formula = (one: Said) => cosine(one) + (1 - decay) ** one.hours;
    expect(orderBy((one) => rank(signals(one), { similarity: 1, recency: 1 }))).toEqual(orderBy(formula));
    for (const one of said) {
      expect(rank(signals(one), { similarity: 1, recency: 1 })).toBeCloseTo(formula(one), 4);
    }
  });

  test.each([0.001, 0.01, 0.1])(
    'its recency with a decay of %f puts memories in the same order as ours',
    async (other) => {
      const { signals } = await asked(query);
      expect(orderBy((one) => rank(signals(one), { recency: 1 }))).toEqual(
        orderBy((one) => (1 - other) ** one.hours),
      );
    },
  );
});

describe('importance-weighted: relevance + importance + recency, each from 0 to 1 (Generative Agents, 2023)', () => {
  test('is similarity, importance and recency, each by its range', async () => {
    const { cosine, signals } = await asked(query);
    const parts = {
      similarity: (one: Said) => cosine(one),
      importance: (one: Said) => one.importance,
      recency: (one: Said) => (1 - decay) ** one.hours,
    };
    const scaled = Object.values(parts).map(fromZeroToOne);
    const weights = {
      similarity: 1 / rangeOf(parts.similarity),
      importance: 1 / rangeOf(parts.importance),
      recency: 1 / rangeOf(parts.recency),
    };
    expect(orderBy((one) => rank(signals(one), weights))).toEqual(
      orderBy((one) => scaled.reduce((sum, part) => sum + part(one), 0)),
    );
  });

  test('an important memory of long ago comes before a trifle of today', async () => {
    const { signals } = await asked(query);
    const order = orderBy((one) => rank(signals(one), { importance: 1, recency: 0.1 }));
    expect(order.indexOf(said[3]?.text ?? '')).toBeLessThan(order.indexOf(said[4]?.text ?? ''));
  });
});

describe('multi-query: the union of what several queries find, each with its best score', () => {
  const queries = [query, 'Who has an allergy?', 'How much do I pay for my flat?'];

  test('is similarity over all that is looked for', async () => {
    const { signals } = await asked(query, queries);
    const alone = await Promise.all(queries.map((one) => asked(one)));
    const best = (one: Said) => Math.max(...alone.map(({ cosine }) => cosine(one)));
    expect(orderBy((one) => rank(signals(one), { similarity: 1 }))).toEqual(orderBy(best));
    for (const one of said) expect(signals(one).similarity).toBeCloseTo(best(one), 4);
  });

  test('proposes whatever one of the queries proposes', async () => {
    const { proposed } = await asked(query, queries);
    for (const one of queries) expect(proposed).toEqual(expect.arrayContaining((await asked(one)).proposed));
  });

  test('what only another query finds is nearer than without it', async () => {
    const [one, several] = [await asked(query), await asked(query, queries)];
    const rent = said[5] as Said;
    expect(several.signals(rent).similarity).toBeGreaterThan(one.signals(rent).similarity);
  });
});

interface Asked {
  /** By the embedder alone, without the engine; what points away from the query is as far as what has nothing of it. */
  cosine(one: Said): number;
  /** As recall sees the memory. */
  signals(one: Said): Signals;
  proposed: string[];
}

async function asked(draft: string, looks: readonly string[] = [draft]): Promise<Asked> {
  const embedder = builtinFromDisk();
  const ports: Partial<RecallPorts> = {
    vectors: await voyIndex(embedder.dimensions, compileVoyFromDisk),
    words: miniSearchIndex(),
  };
  const { engine, store, close } = await openEngine(freshName(), { at: now, ports });
  await engine.store(
    said.map(({ text, hours, importance }) => ({
      text,
      importance,
      kind: 'episode',
      at: now - hours * hourMs,
    })),
  );
  const all = {
    ...ports,
    store,
    embedder,
    domains: domainIndex(placerFromDisk()),
    now: () => now,
    newId,
  } as RecallPorts;
  const query: RecallQuery = {
    ...queryOf(draft, { now }),
    looks: looks.map((text) => ({ text, share: 1 })),
    names: new Set(),
  };
  const proposals = await propose(query, all);
  close();
  const known = new Map(
    proposals.map((proposal) => [proposal.memory.text, signalsOf(proposal, query, { now, site: 'claude' })]),
  );
  const vectors = await embedder.embed(said.map(({ text }) => text));
  const [own = new Float32Array()] = await embedder.embed([draft], { as: 'query' });
  return {
    cosine: (one) => Math.max(0, dot(own, vectors[said.indexOf(one)])),
    signals(one) {
      const signals = known.get(one.text);
      if (!signals) throw new Error('A memory was not proposed');
      return signals;
    },
    proposed: [...known.keys()],
  };
}

function dot(one: Float32Array, other: Float32Array = new Float32Array()): number {
  return one.reduce((sum, value, axis) => sum + value * (other[axis] ?? 0), 0);
}

/** Texts, the best first. */
function orderBy(score: (one: Said) => number): string[] {
  return [...said].sort((one, other) => score(other) - score(one)).map(({ text }) => text);
}

function rangeOf(part: (one: Said) => number): number {
  const values = said.map(part);
  return Math.max(...values) - Math.min(...values);
}

function fromZeroToOne(part: (one: Said) => number): (one: Said) => number {
  const least = Math.min(...said.map(part));
  return (one) => (part(one) - least) / rangeOf(part);
}
