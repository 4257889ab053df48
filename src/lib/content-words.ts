/*
 * Function words of English that carry nothing alone. "not", "no", "never" and "without" are not among them: they
 * turn a statement round.
 */
const stopWords = new Set(
  `a about am an and any are as at be been but by can could did do does for from had has have he her hers him his how i
  if in into is it its just me mine my of on or our ours please she should so some than that the their theirs them then
  there these they this those to too us was we were what when where which who whom why will with would you your yours
  im ive id ill youre thats its dont`.split(/\s+/u),
);

/** The words of a text that carry meaning: lower case, without marks, lightly stemmed, without function words. */
export function contentWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const word of plainWords(text)) {
    if (!stopWords.has(word)) words.add(stem(word));
  }
  return words;
}

/** Lower-case words without diacritics and apostrophes. */
export function plainWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}'’\u200b-\u200f\u2060\ufeff]/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** English plural, past and progressive endings, so that "restaurants" meets "restaurant"; crude on purpose. */
function stem(word: string): string {
  if (word.length <= 4) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.replace(/(?<=[^s])s$|(?<=\p{L}{3})(?:ing|ed)$/u, '');
}
