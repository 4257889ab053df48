const token = /[\p{L}\p{M}']+|\d+|[?:{}()=;"<>]/gu;
/** The asker speaks of themselves, in the languages of the training data. */
const firstPerson =
  /(?<![\p{L}'])(?:i|i'm|i've|i'd|i'll|im|ive|me|my|mine|myself|we|we're|we've|our|us|ours|ich|mir|mich|mein\p{L}*|wir|uns\p{L}*|je|moi|mon|ma|mes|nous|notre|nos|yo|mi|mis|nuestr\p{L}+|eu|meu|minha|io|mio|mia|noi|ik|mijn|wij|ons)(?![\p{L}'])|(?<!\p{L})j'/iu;
const given = /"[^"]*"|“[^”]*”|«[^»]*»|:.*$/gsu;
const codeLike = /[{};=<>]|def |function|```|SELECT/;
/** What follows tells no more of what a text is about. */
const longest = 1_500;

/**
 * What a text is placed by beside its vector: words and pairs of words with the small ones among them, how it begins,
 * and whether its writer speaks of themselves. Each feature once. The same for training and use.
 */
export function placerFeatures(text: string): Set<string> {
  const plain = text.slice(0, longest).replaceAll('’', "'");
  const words = (plain.toLowerCase().match(token) ?? []).map((word) => (/\d/.test(word) ? '#' : word));
  const outside = plain.replace(given, '');
  return new Set([
    ...words,
    ...words.slice(1).map((word, index) => `${words[index]} ${word}`),
    ...words.slice(0, 3).map((word, place) => `^${place}${word}`),
    `^^${words.slice(0, 2).join(' ')}`,
    firstPerson.test(plain) ? '+i' : '-i',
    firstPerson.test(outside) ? '+io' : '-io',
    /\?\s*$/.test(plain) ? '+?' : '-?',
    `+l${Math.min(6, words.length >> 3)}`,
    codeLike.test(plain) ? '+c' : '-c',
    plain.includes(':') ? '+:' : '-:',
  ]);
}
