/**
 * Lower-case words without apostrophes, invisible characters and the accents of European scripts. Marks of other
 * scripts stay: in Thai, Hindi or Japanese they are vowels and sounds.
 */
export function plainWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’\u200b-\u200f\u2060\ufeff]/gu, '')
    .normalize('NFC')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
}

const unspacedScripts =
  '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}ー';
const unspaced = new RegExp(`[${unspacedScripts}]`, 'u');
const scriptRuns = new RegExp(`[${unspacedScripts}]+|[^${unspacedScripts}]+`, 'gu');

/** Whether a word is of a script that puts no spaces between words, so that its characters must stand for them. */
export function isUnspaced(word: string): boolean {
  return unspaced.test(word);
}

/** Parts a word where a script with spaces meets one without. */
export function splitScripts(word: string): string[] {
  return isUnspaced(word) ? (word.match(scriptRuns) ?? []) : [word];
}

/** Every two neighbouring characters. */
export function characterPairs(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
