import { stopWords } from '@/inference/stop-words';
import { characterPairs, isUnspaced, plainWords, splitScripts } from '@/lib/plain-words';

export interface Feature {
  hash: number;
  weight: number;
}

/**
 * The pieces of a word together weigh as much as the word, which bridges slips and endings. In scripts without
 * spaces between words a pair of characters is about a word; hiragana is mostly endings and particles.
 */
const weights = {
  word: 1,
  stopWord: 0.1,
  pieces: 1,
  neighbours: 0.3,
  character: 0.4,
  characterPair: 1,
  hiragana: 0.2,
};

/** What a text is compared by: words, neighbouring words and pieces of words; a repeat adds ever less. */
export function features(text: string): Feature[] {
  const words = plainWords(text).flatMap(splitScripts);
  const telling = words.filter((word) => !stopWords.has(word)).map(stripEnding);
  const neighbours = telling.slice(1).map((word, i) => `${telling[i]} ${word}`);
  return [
    ...counted(words).flatMap(([word, emphasis]) => weighted(wordFeatures(word), emphasis)),
    ...counted(neighbours).map(([pair, emphasis]) => feature('pair', pair, weights.neighbours * emphasis)),
  ];
}

function wordFeatures(word: string): Feature[] {
  if (isUnspaced(word)) return characterFeatures(Array.from(word));
  if (stopWords.has(word)) return [feature('word', word, weights.stopWord)];
  const pieces = piecesOf(`<${word}>`);
  const weight = weights.pieces / Math.sqrt(pieces.length);
  return [
    feature('word', stripEnding(word), weights.word),
    ...pieces.map((piece) => feature('piece', piece, weight)),
  ];
}

function characterFeatures(characters: string[]): Feature[] {
  const pairs = characterPairs(characters);
  return [
    ...characters.map((character) => feature('word', character, weights.character * tellingShare(character))),
    ...pairs.map((pair) => feature('word', pair, weights.characterPair * tellingShare(pair))),
  ];
}

function tellingShare(characters: string): number {
  return /^\p{sc=Hira}+$/u.test(characters) ? weights.hiragana : 1;
}

/** All runs of three to five characters. */
function piecesOf(word: string): string[] {
  const pieces: string[] = [];
  for (let size = 3; size <= 5; size++) {
    for (let from = 0; from + size <= word.length; from++) pieces.push(word.slice(from, from + size));
  }
  return pieces;
}

/** The endings that the most languages share, as crude as they are: the pieces carry the rest. */
function stripEnding(word: string): string {
  return word.length > 4 ? word.replace(/(?<=...)(?:ings?|ed|e[nrs]|[aeos])$/u, '') : word;
}

/** Every item once, with 1 for the first time it occurs and ever less for each further time. */
function counted(items: string[]): [item: string, emphasis: number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].map(([item, count]) => [item, 1 + Math.log(count)]);
}

function weighted(all: Feature[], factor: number): Feature[] {
  return factor === 1 ? all : all.map(({ hash, weight }) => ({ hash, weight: weight * factor }));
}

/** FNV-1a over the UTF-16 units, begun differently for each sort of feature. */
function feature(sort: 'word' | 'piece' | 'pair', text: string, weight: number): Feature {
  let hash = { word: 0x811c9dc5, piece: 0x2f0b4c47, pair: 0x6c62272e }[sort];
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return { hash, weight };
}
