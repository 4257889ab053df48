import { ModelError } from '@/models/model-error';
import type { EmbeddingCard } from '@/models/types';

/** Numbers of a tensor in row-major order, and its sizes. */
export interface Numbers {
  data: Float32Array;
  dims: readonly number[];
}

/** What a model answered for some texts: vectors of the tokens, of the whole texts, or both. */
export interface ModelOutput {
  tokens?: Numbers | undefined;
  texts?: Numbers | undefined;
}

/**
 * One vector of length 1 for each text, one behind the other; the zero vector for a text of which no token is left,
 * or which the model gives no direction. `mask` is 1 where there is a token, [texts × tokens].
 * Throws `ModelError` where this is no output of an embedding model.
 */
export function textVectors(
  { tokens, texts }: ModelOutput,
  mask: readonly boolean[],
  pooling: EmbeddingCard['pooling'],
): Float32Array {
  const output = pooling === 'none' ? texts : tokens;
  const rank = pooling === 'none' ? 2 : 3;
  const [count = 0, dimensions = 0] = [output?.dims[0], output?.dims[rank - 1]];
  if (!output || output.dims.length !== rank || count === 0 || dimensions === 0) {
    throw new ModelError('notAnEmbedder', 'The model has no output with the vectors that are looked for.');
  }
  const perText = mask.length / count;
  const vectors = new Float32Array(count * dimensions);
  for (let text = 0; text < count; text++) {
    const vector = vectors.subarray(text * dimensions, (text + 1) * dimensions);
    for (const row of pooledRows(text, perText, mask, pooling)) {
      for (let i = 0; i < dimensions; i++) {
        vector[i] = (vector[i] ?? 0) + (output.data[row * dimensions + i] ?? Number.NaN);
      }
    }
    makeUnit(vector);
  }
  return vectors;
}

/** Rows of the output that make up the vector of a text: none where no token of it is left. */
function pooledRows(
  text: number,
  perText: number,
  mask: readonly boolean[],
  pooling: EmbeddingCard['pooling'],
): number[] {
  const tokens = Array.from({ length: perText }, (_, token) => text * perText + token);
  const used = tokens.filter((token) => mask[token]);
  if (pooling === 'mean') return used;
  return used.slice(0, 1).map((first) => (pooling === 'cls' ? first : text));
}

/** The sum of the tokens' vectors points where their mean does. */
function makeUnit(vector: Float32Array): void {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (!Number.isFinite(squares)) {
    throw new ModelError('notAnEmbedder', 'The model answered numbers that are not finite.');
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / length;
}
