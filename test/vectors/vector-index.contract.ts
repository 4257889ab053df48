import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Neighbour, VectorIndex, VectorItem } from '@/memory/ports';

const dimensions = 8;

/** What every vector index owes the engine, run against each of them. */
export function describeVectorIndex(
  name: string,
  create: (dimensions: number) => VectorIndex | Promise<VectorIndex>,
): void {
  describe(`${name} as a vector index`, () => {
    test('answers the nearest in the order of an exhaustive comparison, with the same scores', async () => {
      const items = Array.from({ length: 500 }, (_, i) => ({ id: `m${i}`, vector: scattered(i) }));
      const index = await create(dimensions);
      index.add(items);
      for (let i = 0; i < 20; i++) {
        const query = scattered(1000 + i);
        expectSameRanking(index.search(query, 10), exhaustive(items, query, 10));
      }
    });

    test('finds nothing while it is empty', async () => {
      const index = await create(dimensions);
      expect(index.size).toBe(0);
      expect(index.search(scattered(1), 5)).toEqual([]);
    });

    test('gives the score of a cosine whatever the lengths of the vectors', async () => {
      const index = await create(dimensions);
      index.add([
        { id: 'along', vector: axis(0, 5) },
        { id: 'across', vector: axis(1, 0.1) },
        { id: 'against', vector: axis(0, -2) },
      ]);
      const found = index.search(axis(0, 300), 3);
      expect(found.map(({ id }) => id)).toEqual(['along', 'across', 'against']);
      expect(found.map(({ score }) => score)).toEqual([1, 0, -1].map((cosine) => expect.closeTo(cosine, 5)));
    });

    test('replaces the vector of an id that is added again', async () => {
      const index = await create(dimensions);
      index.add([
        { id: 'moved', vector: axis(0) },
        { id: 'stays', vector: axis(1) },
      ]);
      index.add([{ id: 'moved', vector: axis(2) }]);
      expect(index.size).toBe(2);
      expect(index.search(axis(2), 1)[0]?.id).toBe('moved');
      const old = index.search(axis(0), 2);
      expect(old).toHaveLength(2);
      expect(old.every(({ score }) => score < 0.5)).toBe(true);
    });

    test('takes the last vector of an id that comes twice in one batch', async () => {
      const index = await create(dimensions);
      index.add([
        { id: 'twice', vector: axis(0) },
        { id: 'twice', vector: axis(1) },
      ]);
      expect(index.size).toBe(1);
      expect(index.search(axis(1), 5)).toEqual([{ id: 'twice', score: expect.closeTo(1, 5) }]);
    });

    test('never answers a removed id and does not mind removing an unknown one', async () => {
      const index = await create(dimensions);
      index.add([
        { id: 'gone', vector: axis(0) },
        { id: 'left', vector: axis(1) },
      ]);
      index.remove(['gone', 'never there']);
      expect(index.size).toBe(1);
      expect(index.search(axis(0), 5).map(({ id }) => id)).toEqual(['left']);
    });

    test('keeps an added vector when the caller changes its own copy', async () => {
      const index = await create(dimensions);
      const vector = axis(0);
      index.add([{ id: 'kept', vector }]);
      vector.set(axis(1));
      expect(index.search(axis(0), 1)[0]?.score).toBeCloseTo(1, 5);
    });

    test('holds hundreds of memories with one and the same vector and lets each go by itself', async () => {
      const index = await create(dimensions);
      const same = Array.from({ length: 300 }, (_, i) => ({ id: `same${i}`, vector: axis(0) }));
      index.add(same.slice(0, 40));
      index.add(same.slice(40));
      index.add([{ id: 'other', vector: axis(1) }]);
      expect(index.search(axis(0), 301)).toHaveLength(301);
      index.remove(same.slice(1).map(({ id }) => id));
      expect(index.search(axis(0), 5).map(({ id }) => id)).toEqual(['same0', 'other']);
    });

    test('holds vectors that are almost the same, and sparse ones', async () => {
      const index = await create(384);
      const nearly = Array.from({ length: 200 }, (_, i) => {
        const vector = axis(0, 1, 384);
        vector[383] = i * 1e-7;
        return { id: `nearly${i}`, vector };
      });
      const sparse = Array.from({ length: 384 }, (_, i) => ({ id: `axis${i}`, vector: axis(i, 1, 384) }));
      index.add([...nearly, ...sparse]);
      expect(index.size).toBe(584);
      expect(index.search(axis(0, 1, 384), 201).every(({ score }) => score > 0.99)).toBe(true);
      expect(index.search(axis(77, 1, 384), 1)[0]?.id).toBe('axis77');
    });

    test('never answers a zero vector, nor anything to one', async () => {
      const index = await create(dimensions);
      index.add([
        { id: 'zero', vector: new Float32Array(dimensions) },
        { id: 'some', vector: axis(0) },
      ]);
      expect(index.size).toBe(2);
      expect(index.search(axis(0, -1), 5).map(({ id }) => id)).toEqual(['some']);
      expect(index.search(new Float32Array(dimensions), 5)).toEqual([]);
      index.add([{ id: 'zero', vector: axis(1) }]);
      expect(index.search(axis(1), 1)[0]?.id).toBe('zero');
      index.add([{ id: 'zero', vector: new Float32Array(dimensions) }]);
      expect(index.search(axis(1), 5).map(({ id }) => id)).toEqual(['some']);
    });

    test('answers all it has when asked for more, and nothing when asked for none', async () => {
      const index = await create(dimensions);
      index.add([
        { id: 'a', vector: axis(0) },
        { id: 'b', vector: axis(1) },
      ]);
      expect(index.search(axis(0), 1000)).toHaveLength(2);
      expect(index.search(axis(0), 0)).toEqual([]);
    });

    test.each([Number.NaN, Number.POSITIVE_INFINITY])(
      'refuses %d in a vector and changes nothing',
      async (bad) => {
        const index = await create(dimensions);
        const broken = axis(0);
        broken[3] = bad;
        const good = { id: 'good', vector: axis(1) };
        expect(() => index.add([good, { id: 'broken', vector: broken }])).toThrow(RangeError);
        expect(index.size).toBe(0);
        expect(() => index.search(broken, 1)).toThrow(RangeError);
      },
    );

    test.each([0, 7, 9])('refuses a vector of %d numbers where 8 are due', async (length) => {
      const index = await create(dimensions);
      expect(() => index.add([{ id: 'odd', vector: new Float32Array(length) }])).toThrow(RangeError);
      expect(() => index.search(new Float32Array(length), 1)).toThrow(RangeError);
      expect(index.size).toBe(0);
    });

    test('agrees with an exhaustive comparison after any adding, replacing and removing', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(steps, { maxLength: 60 }),
          coarseVector,
          fc.nat(20),
          async (acts, query, k) => {
            const index = await create(dimensions);
            const expected = new Map<string, Float32Array>();
            for (const act of acts) {
              if (act.add) {
                index.add(act.add);
                for (const { id, vector } of act.add) expected.set(id, vector);
              } else {
                index.remove(act.remove);
                for (const id of act.remove) expected.delete(id);
              }
            }
            expect(index.size).toBe(expected.size);
            const items = [...expected].map(([id, vector]) => ({ id, vector }));
            expectSameRanking(index.search(query, k), exhaustive(items, query, k), items, query);
          },
        ),
        { numRuns: 60 },
      );
    });
  });
}

/** Few values and few ids, so that equal vectors, zero vectors and replaced ids are common. */
const coarseVector = fc
  .array(fc.constantFrom(-1, 0, 0, 1, 2), { minLength: dimensions, maxLength: dimensions })
  .map((values) => Float32Array.from(values));
const someId = fc.nat(40).map((n) => `m${n}`);
const steps = fc.oneof(
  fc.record({
    add: fc.array(fc.record({ id: someId, vector: coarseVector }), { maxLength: 30 }),
    remove: fc.constant(undefined),
  }),
  fc.record({ add: fc.constant(undefined), remove: fc.array(someId, { maxLength: 10 }) }),
);

/** Equal scores may come in any order, so the scores are compared in order and each id by its own score. */
function expectSameRanking(
  found: Neighbour[],
  expected: Neighbour[],
  items: VectorItem[] = [],
  query = new Float32Array(dimensions),
): void {
  expect(found.map(({ score }) => score)).toEqual(expected.map(({ score }) => expect.closeTo(score, 4)));
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  const own = new Map(exhaustive(items, query, items.length).map(({ id, score }) => [id, score]));
  for (const { id, score } of items.length > 0 ? found : []) expect(own.get(id)).toBeCloseTo(score, 4);
}

function exhaustive(items: VectorItem[], query: Float32Array, k: number): Neighbour[] {
  return items
    .map(({ id, vector }) => ({ id, score: product(vector, query) / (norm(vector) * norm(query)) }))
    .filter(({ score }) => Number.isFinite(score))
    .sort((a, b) => b.score - a.score)
    .slice(0, k);
}

function product(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

function norm(vector: Float32Array): number {
  return Math.sqrt(product(vector, vector));
}

function axis(i: number, length = 1, size = dimensions): Float32Array {
  const vector = new Float32Array(size);
  vector[i] = length;
  return vector;
}

/** The same well-spread vector for the same number. */
function scattered(seed: number): Float32Array {
  return Float32Array.from({ length: dimensions }, (_, i) => Math.sin((seed + 1) * 12.9898 + i * 78.233) * 2);
}
