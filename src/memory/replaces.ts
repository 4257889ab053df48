import { contentWords } from '@/lib/content-words';

/** The newer sentence itself says that something changed. */
const marked =
  /\b(?:now|nowadays|switched|switch|changed|moved|replaced|upgraded|swapped|new|no longer|not any ?more|anymore|any more|instead|stopped|quit|gave up|sold|since (?:january|february|march|april|may|june|july|august|september|october|november|december|last|this|\d{4}))\b/i;
const markers = contentWords(
  'now nowadays currently switched changed moved replaced upgraded swapped new no longer not never any more anymore instead stopped quit gave up sold since still just recently',
);
const denies = /\b(?:no longer|not|never|n't|stopped|quit|gave up|don't|doesn't|isn't|aren't|can't)\b/i;

/** How much two sentences must share, of all their words, to speak of the same thing. */
const sameThing = { plain: 0.5, marked: 0.2 };
/** Words shared by chance are fewer. */
const fewestShared = 3;

/**
 * Whether a newer sentence takes the place of an older one: it says the same of the same subject with another value
 * ("I drive a Golf", "I drive a Fiat now"), or denies it. Both are of one person and one kind.
 */
export function replaces(newer: string, older: string): boolean {
  const now = wordsOf(newer);
  const before = wordsOf(older);
  const shared = before.filter((word) => now.includes(word));
  if (shared.length === before.length && before.length === now.length)
    return denies.test(newer) !== denies.test(older);
  const all = new Set([...now, ...before]).size;
  const likeness = shared.length / Math.max(1, all);
  if (denies.test(newer) && !denies.test(older)) return shared.length >= Math.max(2, before.length * 0.6);
  if (now[0] !== before[0] || shared.length === before.length) return false;
  if (likeness >= sameThing.plain && shared.length >= fewestShared) return true;
  return marked.test(newer) && likeness >= sameThing.marked && startsAlike(newer, older);
}

/** What a sentence is about, in its order; what only tells that something changed is left out. */
function wordsOf(text: string): string[] {
  return [...contentWords(text)].filter((word) => !markers.has(word));
}

/** "My phone is", "I drive", "Our till system is": the same subject does the same. */
function startsAlike(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) =>
    text
      .toLowerCase()
      .replace(/\b(?:now|currently|recently|just|still|new|switched to|changed to|have|has|had|'ve)\b/g, ' ')
      .match(/\p{L}+/gu)
      ?.slice(0, 3),
  );
  return left !== undefined && left.length === 3 && left.join() === right?.join();
}
