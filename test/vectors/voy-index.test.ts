import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { VoyIndex, voyIndex } from '@/vectors/voy-index';
import { startVoy, type VoyInstance } from '@/vectors/voy-instance';
import { voyPoint } from '@/vectors/voy-point';
import { compileVoyFromDisk } from './compile-voy-from-disk';
import { describeVectorIndex } from './vector-index.contract';

describeVectorIndex('voy', (dimensions) => voyIndex(dimensions, compileVoyFromDisk));

let program: WebAssembly.Module;
beforeAll(async () => {
  program = await compileVoyFromDisk();
});

describe('a voy index', () => {
  test.each([769, 1024, 0, 1.5])('refuses %d dimensions and says what to do', async (dimensions) => {
    await expect(voyIndex(dimensions, compileVoyFromDisk)).rejects.toThrow(/Choose an embedding model/);
    await expect(voyIndex(dimensions, compileVoyFromDisk)).rejects.toThrow(RangeError);
  });

  test('takes vectors of as many dimensions as Voy has axes', async () => {
    const index = await voyIndex(768, compileVoyFromDisk);
    index.add(Array.from({ length: 100 }, (_, i) => ({ id: `m${i}`, vector: vectorOf(768, 767 - i) })));
    expect(index.search(vectorOf(768, 767), 1)[0]?.id).toBe('m0');
  });

  test('does not disturb another one when both are used in turn', async () => {
    const [a, b] = [await voyIndex(4, compileVoyFromDisk), await voyIndex(6, compileVoyFromDisk)];
    for (let i = 0; i < 100; i++) {
      a.add([{ id: `a${i}`, vector: Float32Array.of(1, i, i % 7, 1) }]);
      b.add([{ id: `b${i}`, vector: Float32Array.of(1, i, 2, i % 5, 0, 3) }]);
      expect(a.search(Float32Array.of(1, i, i % 7, 1), 1)[0]?.id).toBe(`a${i}`);
      expect(b.search(Float32Array.of(1, i, 2, i % 5, 0, 3), 1)[0]?.id).toBe(`b${i}`);
    }
  });
});

describe('a voy index whose Voy traps', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => vi.restoreAllMocks());

  test('answers the search in which it happened from a new instance', () => {
    const { index, instances, breakNext } = breakable();
    index.add([
      { id: 'a', vector: vectorOf(4, 0) },
      { id: 'b', vector: vectorOf(4, 1) },
    ]);
    breakNext('search');
    expect(index.search(vectorOf(4, 1), 1)).toEqual([{ id: 'b', score: 1 }]);
    expect(instances).toHaveLength(2);
    expect(console.warn).toHaveBeenCalledOnce();
  });

  test('holds what was being added, and no longer what was being removed', () => {
    const { index, instances, breakNext } = breakable();
    index.add([{ id: 'a', vector: vectorOf(4, 0) }]);
    breakNext('add');
    index.add([{ id: 'b', vector: vectorOf(4, 1) }]);
    expect(ids(index, vectorOf(4, 1))).toEqual(['b', 'a']);
    breakNext('remove');
    index.remove(['b']);
    expect(ids(index, vectorOf(4, 1))).toEqual(['a']);
    expect(instances).toHaveLength(3);
  });

  test('gives up after the second trap in a row and tries a new instance the next time', () => {
    const { index, instances, breakNext } = breakable();
    index.add([{ id: 'a', vector: vectorOf(4, 0) }]);
    breakNext('search', 2);
    expect(() => index.search(vectorOf(4, 0), 1)).toThrow(WebAssembly.RuntimeError);
    expect(ids(index, vectorOf(4, 0))).toEqual(['a']);
    expect(instances).toHaveLength(3);
  });

  test('survives the real trap that 33 equal points are', () => {
    const { axes } = voyPoint(0, vectorOf(4, 0));
    const flat = startVoy(program);
    const starts: (() => VoyInstance)[] = [
      () => ({ ...flat, add: (points) => flat.add(points.map(({ id }) => ({ id, axes }))) }),
    ];
    const index = new VoyIndex(4, () => (starts.shift() ?? (() => startVoy(program)))());
    const items = Array.from({ length: 50 }, (_, i) => ({
      id: `m${i}`,
      vector: Float32Array.of(1, i, 0, 2),
    }));
    index.add(items);
    expect(console.warn).toHaveBeenCalledOnce();
    expect(ids(index, Float32Array.of(1, 30, 0, 2), 1)).toEqual(['m30']);
  });
});

/** A real Voy index whose instances trap when told to, and are unusable from then on. */
function breakable() {
  const instances: VoyInstance[] = [];
  const pending: (keyof VoyInstance)[] = [];
  const index = new VoyIndex(4, () => {
    const real = startVoy(program);
    let broken = false;
    const through = <Answer>(method: keyof VoyInstance, call: () => Answer): Answer => {
      if (pending[0] === method) {
        pending.shift();
        broken = true;
      }
      if (broken) throw new WebAssembly.RuntimeError('unreachable');
      return call();
    };
    const instance: VoyInstance = {
      add: (points) => through('add', () => real.add(points)),
      remove: (points) => through('remove', () => real.remove(points)),
      search: (axes, k) => through('search', () => real.search(axes, k)),
    };
    instances.push(instance);
    return instance;
  });
  const breakNext = (method: keyof VoyInstance, times = 1) => {
    for (let i = 0; i < times; i++) pending.push(method);
  };
  return { index, instances, breakNext };
}

function ids(index: VoyIndex, query: Float32Array, k = 5): string[] {
  return index.search(query, k).map(({ id }) => id);
}

function vectorOf(dimensions: number, axis: number): Float32Array {
  const vector = new Float32Array(dimensions);
  vector[axis] = 1;
  return vector;
}
