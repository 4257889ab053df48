import { plainWords } from '@/lib/plain-words';

/** A name as names are compared: lower-case, without accents and without a genitive's ending. */
export function plainName(name: string): string {
  return plainWords(name.replace(/['’]s$/u, '')).join('');
}
