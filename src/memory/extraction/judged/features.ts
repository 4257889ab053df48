import type { Phrase } from '@/memory/extraction/judged/phrases';

/** What a turn is judged by: features of the whole, which all its phrases share, and of each phrase. */
export interface JudgedTurn {
  text: string;
  features: ReadonlySet<string>;
  phrases: { text: string; sentence: string; features: ReadonlySet<string> }[];
}

const token = /[\p{L}\p{M}']+|\d+/gu;
const speaker =
  /(?<![\p{L}'])(?:i|i'm|i've|i'd|i'll|im|ive|me|my|mine|myself|we|we're|we've|our|us|ours|ich|mir|mich|mein\p{L}*|wir|uns\p{L}*|je|moi|mon|ma|mes|nous|notre|nos|yo|mi|mis|me|nuestr\p{L}+|eu|meu|minha|mim|io|mio|mia|noi|nostr\p{L}+)(?![\p{L}'])|(?<!\p{L})[jm]'/iu;
const most = { ofTurn: 80, ofOpening: 14, phrases: 6, words: 8 };

/**
 * What phrases are judged by beside their vectors: words and pairs of words, how they begin and end, and what stands
 * before and after them in their sentence and their turn. Each feature once. The same for training and use.
 */
export function judgedTurn(phrases: readonly Phrase[]): JudgedTurn {
  const sentences = [...new Set(phrases.map(({ sentence }) => sentence))];
  const text = sentences.map(({ text }) => text).join('\n');
  const wordsOfSentence = new Map(sentences.map((sentence) => [sentence, wordsOf(sentence.text)]));
  const words = phrases.map((phrase) => wordsOf(phrase.text));
  const opening = wordsOfSentence.get(sentences[0] as Phrase['sentence']) ?? [];
  const speaks = phrases.map((phrase) => speaker.test(phrase.text));
  const speaksIn = new Map(sentences.map((sentence) => [sentence, speaker.test(sentence.text)]));
  const features = new Set([
    ...opening.slice(0, 3).map((word, place) => `T${place}${word}`),
    ...opening.slice(0, most.ofOpening).map((word) => `O${word}`),
    ...wordsOf(text)
      .slice(0, most.ofTurn)
      .map((word) => `T${word}`),
    `c${Math.min(most.phrases, phrases.length)}`,
  ]);
  return {
    text,
    features,
    phrases: phrases.map((phrase, at) => {
      const { sentence, link } = phrase;
      const own = words[at] ?? [];
      // Only within its own sentence does a phrase say what the next one means.
      const isIn = (other: number) => phrases[other]?.sentence === sentence;
      const before = isIn(at - 1) ? (words[at - 1] ?? []) : [];
      const after = isIn(at + 1) ? (words[at + 1] ?? []) : [];
      const begins = wordsOfSentence.get(sentence) ?? [];
      return {
        text: phrase.text,
        sentence: sentence.text,
        features: new Set([
          ...own,
          ...own.slice(1).map((word, index) => `${own[index]} ${word}`),
          ...own.slice(0, 3).map((word, place) => `^${place}${word}`),
          `^^${own.slice(0, 2).join(' ')}`,
          `$${own.at(-1) ?? ''}`,
          ...own.map((word) => `~${word.slice(0, 5)}`),
          `L${link}`,
          `L${link}|${own[0] ?? ''}`,
          ...before.slice(-3).map((word) => `<${word}`),
          ...before.slice(0, 2).map((word) => `<^${word}`),
          ...after.slice(0, 3).map((word) => `>${word}`),
          ...begins.slice(0, 2).map((word, place) => `S${place}${word}`),
          `F${sentence.framing}`,
          `Q${sentence.asks ? 1 : 0}${isIn(at + 1) ? 'm' : 'e'}`,
          speaks[at] ? '+i' : '-i',
          speaksIn.get(sentence) ? '+si' : '-si',
          isIn(at - 1) && speaks[at - 1] ? '+bi' : '-bi',
          sentence.index === 0 ? '+first' : '-first',
          `n${Math.min(most.words, own.length)}`,
          /\d/.test(phrase.text) ? '+#' : '-#',
          /^\p{Lu}/u.test(phrase.text) ? '+A' : '-A',
        ]),
      };
    }),
  };
}

/** Written out, contracted or without its apostrophe, a word says the same. */
const spellings: [RegExp, string][] = [
  [/\b(i|we|you|they|he|she|it) (?:am|are|is)\b|\b(i)m\b|\b(we|you|they)re\b/g, "$1$2$3'm"],
  [/\b(i|we|you|they)(?: have|'ve|ve)\b/g, "$1've"],
  [/\b(?:(we|you|they)'re|(he|she|it)'s)\b/g, "$1$2'm"],
  [/\b(do|does|did|ca|wo|is|are|was|could|would|should)n['’]?t\b/g, "$1n't"],
  [/\b(do|does|did|is|are|was|could|would|should) not\b/g, "$1n't"],
  [/\bcannot\b/g, "can't"],
];

function wordsOf(text: string): string[] {
  let plain = text.replaceAll('’', "'").toLowerCase();
  for (const [spelling, one] of spellings) plain = plain.replace(spelling, one);
  return (plain.match(token) ?? []).map((word) => (/\d/.test(word) ? '#' : word));
}
