import { characterPairs, isUnspaced, plainWords, splitScripts } from '@/lib/plain-words';

/**
 * The words of a text to be found. Scripts without spaces give every character and every pair of neighbours, since
 * nothing tells where their words end.
 */
export function wordsToIndex(text: string): string[] {
  return scriptWords(text, (characters) => [...characters, ...characterPairs(characters)]);
}

/** The words to look for: a lone character of such a script counts only where it stands alone. */
export function wordsToFind(text: string): string[] {
  return scriptWords(text, (characters) => (characters.length > 1 ? characterPairs(characters) : characters));
}

function scriptWords(text: string, split: (characters: string[]) => string[]): string[] {
  return plainWords(text)
    .flatMap(splitScripts)
    .flatMap((run) => (isUnspaced(run) ? split(Array.from(run)) : [run]));
}
