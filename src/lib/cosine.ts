/** Of unit vectors; 0 where one is missing. */
export function cosine(
  one: Float32Array = new Float32Array(),
  other: Float32Array = new Float32Array(),
): number {
  return one.reduce((sum, value, axis) => sum + value * (other[axis] ?? 0), 0);
}
