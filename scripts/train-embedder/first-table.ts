/** Rarity from which on a word counts nearly in full (smooth inverse frequency). */
const evenness = 1e-3;

/**
 * What fine-tuning begins with: directions without what all words share, lengths that make rare words weigh more. The
 * length of a row is its weight from here on.
 */
export function firstTable(vectors: Float32Array, counts: Float64Array, size: number): Float32Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const table = vectors.slice();
  const mean = new Float64Array(size);
  counts.forEach((count, row) => {
    const vector = table.subarray(row * size, (row + 1) * size);
    scaleTo(vector, 1);
    for (let i = 0; i < size; i++) mean[i] = (mean[i] ?? 0) + ((vector[i] ?? 0) * count) / total;
  });
  counts.forEach((count, row) => {
    const vector = table.subarray(row * size, (row + 1) * size);
    for (let i = 0; i < size; i++) vector[i] = (vector[i] ?? 0) - (mean[i] ?? 0);
    scaleTo(vector, (evenness / (evenness + count / total)) * (count < 3 ? 0.3 : 1));
  });
  return table;
}

function scaleTo(vector: Float32Array, length: number): void {
  const now = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  for (let i = 0; i < vector.length; i++) vector[i] = ((vector[i] ?? 0) / now) * length;
}
