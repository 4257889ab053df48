/*
 * What a text is to the static embedding model: the very same words when it is trained and when it reads. Any change
 * here asks for a new training.
 */

/** Most digits that stand as one word. */
const digitsOfWord = 4;

const ligatures: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** Endings after an apostrophe that carry nothing: it's, I'm, you're, I've, we'll, I'd. */
const shortEndings = new Set(['s', 'm', 're', 've', 'll', 'd']);

/** What is before "n't" where it is no word by itself. */
const negated: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'is' };

/**
 * Lower-case words in their order: runs of a to z without the accents of European scripts, numbers of up to four digits,
 * and runs of letters of other scripts as they are. "Don't" is "do" and "not"; punctuation is left out.
 */
export function staticWords(text: string): string[] {
  const plain = isAscii(text) ? text.toLowerCase() : fold(text);
  const words: string[] = [];
  let at = 0;
  while (at < plain.length) {
    const sort = sortAt(plain, at);
    if (sort === 'other') {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < plain.length && sortAt(plain, end) === sort) end++;
    if (sort === 'digit') {
      for (let from = at; from < end; from += digitsOfWord) {
        words.push(plain.slice(from, Math.min(end, from + digitsOfWord)));
      }
    } else if (sort === 'latin' && plain.charCodeAt(end) === apostrophe) {
      end = addShortened(plain, at, end, words);
    } else {
      words.push(plain.slice(at, end));
    }
    at = end;
  }
  return words;
}

type Sort = 'latin' | 'digit' | 'script' | 'other';

const apostrophe = 39;

function sortAt(text: string, at: number): Sort {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return 'latin';
  if (code >= 48 && code <= 57) return 'digit';
  if (code < 128) return 'other';
  return letter.test(characterAt(text, at)) ? 'script' : 'other';
}

const letter = /[\p{L}\p{M}\p{N}]/u;

/** The whole character, also from its second half. */
function characterAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  const isSecondHalf = code >= 0xdc00 && code <= 0xdfff && at > 0;
  return String.fromCodePoint(text.codePointAt(isSecondHalf ? at - 1 : at) ?? 0);
}

/** Adds the word before an apostrophe, and "not" after it; answers where reading goes on. */
function addShortened(text: string, from: number, end: number, words: string[]): number {
  let after = end + 1;
  while (after < text.length && sortAt(text, after) === 'latin') after++;
  const ending = text.slice(end + 1, after);
  const word = text.slice(from, end);
  if (ending === 't' && word.length > 1 && word.endsWith('n')) {
    const verb = word.slice(0, -1);
    words.push(negated[verb] ?? verb, 'not');
    return after;
  }
  words.push(word);
  return shortEndings.has(ending) ? after : end + 1;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** Full width, accents, ligatures and typographic apostrophes made plain; marks of other scripts stay. */
function fold(text: string): string {
  return text
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => ligatures[letter] ?? letter);
}
