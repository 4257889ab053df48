import type { StaticModel } from '@/inference/static-model';
import { staticWords } from '@/inference/static-words';
import type { Embedder } from '@/memory/ports';

/**
 * How much words without a row of their own weigh, chosen on development data. A trained row is about as long as the
 * word is telling; these have no training to tell.
 */
const weights = {
  /** Beside the trained pieces of an unknown word: what makes a name meet itself. */
  unknownWord: 1,
  /** A word of another script, and all its pieces together. */
  scriptWord: 1,
  scriptPieces: 1,
  /** In scripts without spaces a pair of characters is about a word; hiragana is mostly endings and particles. */
  character: 0.4,
  characterPair: 1,
  hiragana: 0.2,
};

/**
 * Places texts by what their words mean to a model that is all table: the sum of a row for each word. Words that
 * the model lacks are known by their pieces, words of other scripts by their letters. A text without a letter or digit
 * gives the zero vector.
 */
export function builtinEmbedder(model: StaticModel): Embedder {
  return {
    model: model.model,
    dimensions: model.dimensions,
    async embed(texts, { signal } = {}) {
      signal?.throwIfAborted();
      return texts.map((text) => staticVector(text, model));
    },
  };
}

export function staticVector(text: string, model: StaticModel): Float32Array {
  const sum = new Float64Array(model.dimensions);
  addText(sum, text, model);
  return unit(sum);
}

function addText(sum: Float64Array, text: string, model: StaticModel): void {
  const { vocabulary } = model;
  for (const word of staticWords(text)) {
    const row = vocabulary.rowOf(word);
    if (row !== undefined) addRow(sum, model, row);
    else if (word.charCodeAt(0) < 128) {
      for (const piece of vocabulary.piecesOf(word)) addRow(sum, model, piece);
      addHashed(sum, word, weights.unknownWord);
    } else addScript(sum, word);
  }
}

/** Four at a time, which halves what an embedding takes. */
function addRow(sum: Float64Array, { bytes, scales, dimensions }: StaticModel, row: number): void {
  const scale = scales[row] as number;
  let at = row * dimensions;
  for (let i = 0; i < dimensions; i += 4) {
    sum[i] = (sum[i] as number) + (bytes[at] as number) * scale;
    sum[i + 1] = (sum[i + 1] as number) + (bytes[at + 1] as number) * scale;
    sum[i + 2] = (sum[i + 2] as number) + (bytes[at + 2] as number) * scale;
    sum[i + 3] = (sum[i + 3] as number) + (bytes[at + 3] as number) * scale;
    at += 4;
  }
}

const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ー]/u;

function addScript(sum: Float64Array, word: string): void {
  const characters = Array.from(word);
  if (unspaced.test(word)) {
    characters.forEach((character, at) => {
      addHashed(sum, character, weights.character * tellingShare(character));
      if (at === 0) return;
      const pair = `${characters[at - 1]}${character}`;
      addHashed(sum, pair, weights.characterPair * tellingShare(pair));
    });
    return;
  }
  addHashed(sum, word, weights.scriptWord);
  const framed = `<${word}>`;
  const count = framed.length - 3;
  for (let at = 0; at < count; at++) {
    addHashed(sum, framed.slice(at, at + 4), weights.scriptPieces / Math.sqrt(count));
  }
}

function tellingShare(characters: string): number {
  return /^\p{sc=Hira}+$/u.test(characters) ? weights.hiragana : 1;
}

/** A direction of its own for any string: the signs are the bits of its hash. */
function addHashed(sum: Float64Array, text: string, weight: number): void {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  const step = weight / Math.sqrt(sum.length);
  let bits = 0;
  for (let i = 0; i < sum.length; i++) {
    if (i % 32 === 0) bits = mix(hash + i);
    sum[i] = (sum[i] as number) + (bits & 1 ? step : -step);
    bits >>>= 1;
  }
}

/** The 32-bit finaliser of MurmurHash3: every bit of the hash depends on every other. */
function mix(hash: number): number {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function unit(sum: Float64Array): Float32Array {
  let squares = 0;
  for (let i = 0; i < sum.length; i++) squares += (sum[i] as number) ** 2;
  const length = Math.sqrt(squares) || 1;
  const vector = new Float32Array(sum.length);
  for (let i = 0; i < sum.length; i++) vector[i] = (sum[i] as number) / length;
  return vector;
}
