/**
 * The direction of a vector at length 1, as a copy; undefined for the zero vector, which has none.
 * Throws `RangeError` when the length is not `dimensions` or a number is not finite.
 */
export function unitVector(vector: Float32Array, dimensions: number): Float32Array | undefined {
  if (vector.length !== dimensions) {
    throw new RangeError(`A vector of ${dimensions} numbers is needed here; this one has ${vector.length}.`);
  }
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (!Number.isFinite(squares)) throw new RangeError('Every number of a vector must be finite.');
  if (squares === 0) return undefined;
  const length = Math.sqrt(squares);
  return vector.map((value) => value / length);
}

/** Cosine of two vectors of length 1, kept in -1 to 1 against rounding. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return Math.max(-1, Math.min(1, sum));
}
