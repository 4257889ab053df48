import type { Phrase } from '@/memory/extraction/judged/phrases';

const token = /[\p{L}\p{M}']+|\d+/gu;
const speaker =
  /(?<![\p{L}'])(?:i|i'm|i've|i'd|i'll|im|ive|me|my|mine|myself|we|we're|we've|our|us|ours|ich|mir|mich|mein\p{L}*|wir|uns\p{L}*|je|moi|mon|ma|mes|nous|notre|nos|yo|mi|mis|me|nuestr\p{L}+|eu|meu|minha|mim|io|mio|mia|noi|nostr\p{L}+)(?![\p{L}'])|(?<!\p{L})[jm]'/iu;
const lookedAt = 14;
const mostOfTurn = 80;

/**
 * What a phrase is judged by beside its vector: its words and pairs of words, how it begins and ends, and what stands
 * before and after it in its sentence and its turn. Each feature once. The same for training and use.
 */
export function judgeFeatures(phrases: readonly Phrase[], at: number): Set<string> {
  const phrase = phrases[at];
  if (!phrase) return new Set();
  const { sentence, link } = phrase;
  const before = neighbour(phrases[at - 1], phrase);
  const after = neighbour(phrases[at + 1], phrase);
  const words = wordsOf(phrase.text);
  const opening = wordsOf(phrases[0]?.sentence.text ?? '');
  const begins = wordsOf(sentence.text);
  return new Set([
    ...words,
    ...words.slice(1).map((word, index) => `${words[index]} ${word}`),
    ...words.slice(0, 3).map((word, place) => `^${place}${word}`),
    `^^${words.slice(0, 2).join(' ')}`,
    `$${words.at(-1) ?? ''}`,
    ...words.map((word) => `~${stemOf(word)}`),
    `L${link}`,
    `L${link}|${words[0] ?? ''}`,
    ...wordsOf(before)
      .slice(-3)
      .map((word) => `<${word}`),
    ...wordsOf(before)
      .slice(0, 2)
      .map((word) => `<^${word}`),
    ...wordsOf(after)
      .slice(0, 3)
      .map((word) => `>${word}`),
    ...begins.slice(0, 2).map((word, place) => `S${place}${word}`),
    ...opening.slice(0, 3).map((word, place) => `T${place}${word}`),
    ...opening.slice(0, lookedAt).map((word) => `O${word}`),
    ...wordsOf(turnOf(phrases))
      .slice(0, mostOfTurn)
      .map((word) => `T${word}`),
    `F${sentence.framing}`,
    `Q${sentence.asks ? 1 : 0}${phrases[at + 1]?.sentence === sentence ? 'm' : 'e'}`,
    speaker.test(phrase.text) ? '+i' : '-i',
    speaker.test(sentence.text) ? '+si' : '-si',
    speaker.test(before) ? '+bi' : '-bi',
    sentence.index === 0 ? '+first' : '-first',
    `n${Math.min(8, words.length)}`,
    `c${Math.min(6, phrases.length)}`,
    /\d/.test(phrase.text) ? '+#' : '-#',
    /^\p{Lu}/u.test(phrase.text) ? '+A' : '-A',
  ]);
}

/** Its sentences, each once. */
export function turnOf(phrases: readonly Phrase[]): string {
  return [...new Set(phrases.map(({ sentence }) => sentence))].map(({ text }) => text).join('\n');
}

/** Only within its own sentence does a phrase say what the next one means. */
function neighbour(other: Phrase | undefined, phrase: Phrase): string {
  return other?.sentence === phrase.sentence ? other.text : '';
}

function wordsOf(text: string): string[] {
  const words = text.replaceAll('’', "'").toLowerCase().match(token) ?? [];
  return words.map((word) => (/\d/.test(word) ? '#' : word));
}

/** Inflected forms of a word begin alike. */
function stemOf(word: string): string {
  return word.length > 5 ? word.slice(0, 5) : word;
}
