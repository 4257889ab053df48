import { isSpecific, type QuestionWords } from '@/memory/solved/question-words';

/**
 * How far two questions are the same by their words, 0 to 1. What gives a near-miss away is not what both say but that
 * each says something that the other does not, "hard" for "soft": then it is another question however much is shared.
 * What only one of them says makes it narrower, which a few words may.
 */
export function likeness(one: QuestionWords, other: QuestionWords): number {
  const shared = weightOf([...one.telling].filter((word) => hasAlike(word, other.telling)));
  const mine = [...one.telling].filter((word) => !hasAlike(word, other.telling));
  const theirs = [...other.telling].filter((word) => !hasAlike(word, one.telling));
  const all = shared + weightOf(mine) + weightOf(theirs);
  if (shared === 0 || isAnother(one, other, shared)) return 0;
  if ([...mine, ...theirs].some((word) => turning.has(word))) return 0;
  const exchanged = Math.min(weightOf(mine), weightOf(theirs));
  return exchanged > mostExchanged * all ? 0 : shared / all;
}

/** In a long question a word may stand for another. */
const mostExchanged = 0.08;
/** Of fewer words than these each must be there, and nothing else may be asked about them. */
const few = 3;

const turning = new Set([
  'not',
  'no',
  'never',
  'without',
  'except',
  'ohne',
  'nicht',
  'kein',
  'sin',
  'sans',
  'sem',
  'nao',
]);

function isAnother(one: QuestionWords, other: QuestionWords, shared: number): boolean {
  if ([...one.directions].some((way) => other.directions.has(way.split(' ').reverse().join(' '))))
    return true;
  const isSameAspect = [...one.aspects].some((aspect) => other.aspects.has(aspect));
  if (one.aspects.size > 0 && other.aspects.size > 0 && !isSameAspect) return true;
  return shared < few && (one.telling.size !== other.telling.size || one.aspects.size !== other.aspects.size);
}

function weightOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (isSpecific(word) ? 2 : 1), 0);
}

function hasAlike(word: string, words: ReadonlySet<string>): boolean {
  if (words.has(word)) return true;
  return !isSpecific(word) && [...words].some((other) => isSameRoot(word, other));
}

/** "Portugal" and "Portuguese", "config" and "configuration". */
function isSameRoot(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 5) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return same >= Math.max(5, Math.min(short.length, Math.ceil(0.7 * long.length)));
}
