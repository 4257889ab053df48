import type { Clause } from '@/memory/extraction/clauses';
import type { Candidate } from '@/memory/types';

/** What a rule says of a clause; the words are the clause's own unless the rule gives others. */
export interface Finding extends Pick<Candidate, 'kind' | 'importance' | 'confidence'> {
  key?: string | undefined;
  text?: string;
  /** Said beside a request it holds for that one answer, so it is kept only when the turn says nothing else. */
  onlyAlone?: true;
}

/** One shape of statement. Rules are tried in order; the first that finds something has the clause. */
export interface Rule {
  shape: RegExp;
  /** @param match of the shape with the core of the clause */
  find(match: RegExpExecArray, clause: Clause): Finding | undefined;
}

/** Asks of the next letter that it is a capital, in a shape that otherwise takes both cases. */
export const capital = '(?=\\p{Lu})';

/** A rule for clauses of a shape, given as the source of a case-insensitive expression for their beginning. */
export function rule(shape: string, found: Finding | Rule['find']): Rule {
  let capitals = 0;
  const source = shape.replaceAll(capital, () => `(?=(?<capital${capitals++}>.))`);
  return {
    shape: new RegExp(`^(?:${source})`, 'iu'),
    find(match, clause) {
      if (capitals > 0 && !areCapitals(match)) return undefined;
      return typeof found === 'function' ? found(match, clause) : found;
    },
  };
}

function areCapitals(match: RegExpExecArray): boolean {
  return Object.entries(match.groups ?? {}).every(
    ([name, letter]) => !name.startsWith('capital') || letter === undefined || /\p{Lu}|\d/u.test(letter),
  );
}

/** Pieces of which shapes are made. They are matched against the core of a clause, where the adverbs are gone. */
export const I = '(?:I|we)(?: always)?';
export const Im = "(?:I'm|we're)";
export const Ive = "(?:I've|I have|we've|we have)";
export const dont = "(?:don'?t|do not|never|no longer)";
export const cant = "(?:can'?t|cannot|can not|couldn'?t)";
/** The end of a word, where a shape ends in one. */
export const end = "(?![\\p{L}\\p{N}'-])";
