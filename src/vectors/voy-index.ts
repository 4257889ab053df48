import type { Neighbour, VectorIndex, VectorItem } from '@/memory/ports';
import type { MemoryId } from '@/memory/types';
import { type CompileVoy, compileVoy } from '@/vectors/compile-voy';
import { DistinctVectors, type Entry, type EntryChanges } from '@/vectors/distinct-vectors';
import { cosine, unitVector } from '@/vectors/unit-vector';
import { startVoy, type VoyInstance, type VoyPoint, voyAxes } from '@/vectors/voy-instance';
import { voyPoint, voyQuery } from '@/vectors/voy-point';

/** Points go over as JSON; a larger batch is no faster and its text stays in the instance's memory for good. */
const batchSize = 256;

/**
 * Nearest vectors by voy-search. Throws `RangeError` when `dimensions` does not fit into Voy's 768 axes.
 */
export async function voyIndex(dimensions: number, compile: CompileVoy = compileVoy): Promise<VectorIndex> {
  expectFit(dimensions);
  const module = await compile();
  return new VoyIndex(dimensions, () => startVoy(module));
}

/**
 * The vectors kept here are the truth and Voy only proposes: it gives no scores, keeps ghosts of ids that are added
 * again, and traps. A trap leaves its memory in an unknown state, so a new instance is filled from the kept vectors.
 */
export class VoyIndex implements VectorIndex {
  private readonly kept = new DistinctVectors();
  private readonly dimensions: number;
  private readonly createInstance: () => VoyInstance;
  private voy: VoyInstance | undefined;

  constructor(dimensions: number, createInstance: () => VoyInstance) {
    this.dimensions = expectFit(dimensions);
    this.createInstance = createInstance;
  }

  /** Memories held; one with the zero vector counts, although no search finds it. */
  get size(): number {
    return this.kept.memories;
  }

  add(items: readonly VectorItem[]): void {
    const units = items.map(({ id, vector }) => ({ id, vector: unitVector(vector, this.dimensions) }));
    for (const { id, vector } of units) this.kept.put(id, vector);
    this.follow();
  }

  remove(ids: readonly MemoryId[]): void {
    for (const id of ids) this.kept.drop(id);
    this.follow();
  }

  search(vector: Float32Array, k: number): Neighbour[] {
    const query = unitVector(vector, this.dimensions);
    if (!query || !(k > 0) || this.kept.size === 0) return [];
    return this.propose(query, k)
      .flatMap(({ vector, ids }) => {
        const score = cosine(query, vector);
        return [...ids].map((id) => ({ id, score }));
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, k);
  }

  compare(vector: Float32Array, ids: Iterable<MemoryId>): Map<MemoryId, number> {
    const scores = new Map<MemoryId, number>();
    const query = unitVector(vector, this.dimensions);
    if (!query) return scores;
    for (const id of ids) {
      const held = this.kept.vectorOf(id);
      if (held) scores.set(id, cosine(query, held));
    }
    return scores;
  }

  /** More than `k` entries, since Voy ranks by jittered places and counts ghosts among its neighbours. */
  private propose(query: Float32Array, k: number): Entry[] {
    const wanted = Math.min(this.kept.size, Math.max(4 * k, k + 32));
    const numbers = this.askVoy(voyQuery(query), wanted);
    return numbers.flatMap((number) => this.kept.get(Number(number)) ?? []);
  }

  private askVoy(query: Float32Array, k: number): string[] {
    try {
      return this.running().search(query, k);
    } catch (trap) {
      this.letGo(trap);
      return this.running().search(query, k);
    }
  }

  private follow(): void {
    const changes = this.kept.takeChanges();
    try {
      if (this.voy) apply(this.voy, changes);
      else this.running();
    } catch (trap) {
      this.letGo(trap);
      this.running();
    }
  }

  /** A new instance takes the place of one that was let go, once it holds everything that is kept. */
  private running(): VoyInstance {
    if (this.voy) return this.voy;
    const voy = this.createInstance();
    fill(voy, [...this.kept.all()]);
    this.voy = voy;
    return voy;
  }

  private letGo(trap: unknown): void {
    this.voy = undefined;
    console.warn(
      `Throughline: ${trap instanceof Error ? trap.name : 'a trap'} in Voy; its index is built anew`,
    );
  }
}

function expectFit(dimensions: number): number {
  if (Number.isInteger(dimensions) && dimensions > 0 && dimensions <= voyAxes) return dimensions;
  throw new RangeError(
    `Voy holds vectors of 1 to ${voyAxes} dimensions and would silently cut these of ${dimensions}. ` +
      'Choose an embedding model with fewer dimensions, or another vector index.',
  );
}

function apply(voy: VoyInstance, { came, went }: EntryChanges): void {
  if (went.length > 0) voy.remove(points(went));
  fill(voy, came);
}

function fill(voy: VoyInstance, entries: readonly Entry[]): void {
  for (let i = 0; i < entries.length; i += batchSize) voy.add(points(entries.slice(i, i + batchSize)));
}

function points(entries: readonly Entry[]): VoyPoint[] {
  return entries.map(({ number, vector }) => voyPoint(number, vector));
}
