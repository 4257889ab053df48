import { englishStem } from '@/lib/english-stem';
import { characterPairs, isUnspaced, plainWords, splitScripts } from '@/lib/plain-words';

/*
 * Function words of English that carry nothing alone. "not", "no", "never" and "without" are not among them: they
 * turn a statement round.
 */
const stopWords = new Set(
  `a about am an and any are as at be been but by can could did do does for from had has have he her hers him his how i
  if in into is it its just me mine my of on or our ours please she should so some than that the their theirs them then
  there these they this those to too us was we were what when where which who whom why will with would you your yours
  im ive id ill youre thats dont`.split(/\s+/u),
);

/** The words of a text that carry meaning, without endings; scripts without spaces give pairs of characters. */
export function contentWords(text: string): Set<string> {
  const words = plainWords(text).filter((word) => !stopWords.has(word));
  return new Set(words.flatMap(splitScripts).flatMap(meaningParts));
}

function meaningParts(word: string): string[] {
  if (!isUnspaced(word)) return [englishStem(word)];
  const characters = Array.from(word);
  return characters.length > 1 ? characterPairs(characters) : characters;
}
