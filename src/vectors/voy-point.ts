import { type VoyPoint, voyAxes } from '@/vectors/voy-instance';

/** Whole numbers are a third of the JSON that fractions are, and a float32 holds them exactly below 2^24. */
const scale = 2 ** 20;
const jitterBits = 8;
/** A tree of 2^32 points still splits on an axis on which points differ. */
const spareAxes = 32;

/**
 * What Voy is given for a vector of length 1. Its tree traps when too many of 32 points share a value on the axis
 * of a split, which sparse vectors do at once with their zeros, and near-identical ones later. So every axis,
 * and a few beyond the vector's own, get a jitter of 1e-4 that depends on the number of the entry alone; scores
 * are computed from the true vectors.
 */
export function voyPoint(entry: number, vector: Float32Array): VoyPoint {
  const axes = new Array<number>(Math.min(voyAxes, vector.length + spareAxes));
  let state = Math.imul(entry + 1, 0x9e3779b9);
  for (let i = 0; i < axes.length; i++) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    axes[i] = Math.round((vector[i] ?? 0) * scale) + (state >> (32 - jitterBits));
  }
  return { id: String(entry), axes };
}

export function voyQuery(vector: Float32Array): Float32Array {
  return vector.map((value) => value * scale);
}
