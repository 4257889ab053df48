import { stem } from '@/lexical/stem';
import { stopWords } from '@/lexical/stop-words';
import { type Language, languageOf } from '@/lib/language';
import { characterPairs, isUnspaced, plainWords, splitScripts } from '@/lib/plain-words';

export interface Word {
  plain: string;
  /** What it has in common with its other forms in the language that the text is likely in. */
  stem: string;
  /** Whether it is a function word there, which nothing is found by. */
  isStop: boolean;
}

/**
 * The words of a text to be found. Scripts without spaces give every character and every pair of neighbours, since
 * nothing tells where their words end.
 */
export function wordsToIndex(text: string): Word[] {
  return wordsOf(text, (characters) => [...characters, ...characterPairs(characters)]);
}

/** The words to look for: a lone character of such a script counts only where it stands alone. */
export function wordsToFind(text: string): Word[] {
  return wordsOf(text, (characters) => (characters.length > 1 ? characterPairs(characters) : characters));
}

/** A wrongly guessed language gives other stems, so each word also counts as it stands. */
export function termsOf({ stem, plain }: Word): string[] {
  return stem === plain ? [plain] : [stem, plain];
}

function wordsOf(text: string, split: (characters: string[]) => string[]): Word[] {
  const language = languageOf(text);
  const words = plainWords(withoutElision(text, language));
  const parted = isUnspaced(text) ? words.flatMap(splitScripts).flatMap((run) => partsOf(run, split)) : words;
  return parted.map((plain) => ({
    plain,
    stem: stem(plain, language),
    isStop: stopWords[language].has(plain),
  }));
}

function partsOf(run: string, split: (characters: string[]) => string[]): string[] {
  return isUnspaced(run) ? split(Array.from(run)) : [run];
}

/** "L'école" and "dell'anno" are two words each; an English apostrophe parts none. */
function withoutElision(text: string, language: Language): string {
  return language === 'fr' || language === 'it' ? text.replace(elided, ' ') : text;
}

const elided =
  /(?<!\p{L})(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu|(?:ne|de|a|da|su|co)ll|un|quest|dov|com)['’](?=\p{L})/giu;
