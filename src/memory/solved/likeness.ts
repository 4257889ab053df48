import { isSpecific, type QuestionWords, weightOf } from '@/memory/solved/question-words';

/** Share of their words that two questions have in common at least. */
export const leastAlike = 0.78;

/**
 * Whether two questions are the same by their words. What gives a near-miss away is not what both say but that each
 * says something that the other does not, "hard" for "soft": then it is another question however much is shared. What
 * only one of them says makes it narrower, which a few words may.
 */
export function asksSame(one: QuestionWords, other: QuestionWords): boolean {
  // No more than the shorter one can be shared; nearly all questions are told apart by that alone.
  const [less, more] = one.weight < other.weight ? [one, other] : [other, one];
  if (less.weight < leastAlike * more.weight || isAnother(one, other)) return false;
  const { shared, share } = sharedBy(one.telling, other.telling);
  if (share < leastAlike || shared >= few) return share >= leastAlike;
  const isWhole = share === 1 && one.aspects.size === other.aspects.size;
  return isWhole && sharedBy(one.all, other.all).share >= leastOfAll;
}

/** In a long question a word may stand for another. */
const mostExchanged = 0.08;
/** Of fewer words than these each must be there, and what else builds the questions counts too. */
const few = 3;
const leastOfAll = 0.6;

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

/** Both ask for something else about the same, or for the way back. */
function isAnother(one: QuestionWords, other: QuestionWords): boolean {
  if ([...one.directions].some((way) => other.directions.has(way.split(' ').reverse().join(' '))))
    return true;
  const isSameAspect = [...one.aspects].some((aspect) => other.aspects.has(aspect));
  return one.aspects.size > 0 && other.aspects.size > 0 && !isSameAspect;
}

/** What two sets of words have in common, and its share of all; none where each has what the other lacks. */
function sharedBy(one: ReadonlySet<string>, other: ReadonlySet<string>): { shared: number; share: number } {
  const shared = weightOf([...one].filter((word) => hasAlike(word, other)));
  const mine = [...one].filter((word) => !hasAlike(word, other));
  const theirs = [...other].filter((word) => !hasAlike(word, one));
  const all = shared + weightOf(mine) + weightOf(theirs);
  const isTurned = [...mine, ...theirs].some((word) => turning.has(word));
  const exchanged = Math.min(weightOf(mine), weightOf(theirs));
  return { shared, share: all === 0 || isTurned || exchanged > mostExchanged * all ? 0 : shared / all };
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
