import { type Feature, features } from '@/inference/text-features';
import type { Embedder } from '@/memory/ports';
import { builtinModel } from '@/memory/types';

const dimensions = 384;

/**
 * Places texts by the words and pieces of words they share, with no model to load: it always works, in every
 * language, and knows no synonyms. A text without a letter or digit gives the zero vector.
 */
export function builtinEmbedder(): Embedder {
  return {
    model: builtinModel,
    dimensions,
    async embed(texts, { signal } = {}) {
      signal?.throwIfAborted();
      return texts.map((text) => unit(features(text)));
    },
  };
}

/** Signed feature hashing: colliding features cancel as often as they add up, so they do not make texts alike. */
function unit(all: readonly Feature[]): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const { hash, weight } of all) {
    const mixed = mix(hash);
    place(vector, mixed, weight);
    place(vector, mix(mixed ^ 0x5bd1e995), weight);
  }
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < dimensions; i++) vector[i] = (vector[i] ?? 0) / length;
  return vector;
}

/** The lowest bit tells the sign, the others the place. */
function place(vector: Float32Array, hash: number, weight: number): void {
  const at = (hash >>> 1) % dimensions;
  vector[at] = (vector[at] ?? 0) + (hash & 1 ? weight : -weight);
}

/** The 32-bit finaliser of MurmurHash3: every bit of the hash depends on every other. */
function mix(hash: number): number {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
