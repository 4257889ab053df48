import { contentWords } from '@/lib/content-words';
import { ofText } from '@/memory/consolidation/of-text';
import { sentenceOf } from '@/memory/consolidation/sentence';
import { claimOf, kinOf } from '@/memory/extraction/model/claim';
import type { Candidate } from '@/memory/types';

export type Told = Pick<Candidate, 'kind' | 'key' | 'text'>;

/**
 * Whether two statements say the same, maybe in other words: the words that carry them are the same, one for all of
 * its kin. "Not", a number or a name more is another statement; to merge what differs is worse than to keep both.
 */
export function saysTheSame(one: Told, other: Told): boolean {
  // What happened twice happened twice.
  if (one.kind === 'episode' || other.kind === 'episode') return false;
  if (!isSameSort(one, other) || isOtherKey(one, other)) return false;
  if (one.text === other.text) return true;
  if (claimed(one.text).isNegative !== claimed(other.text).isNegative) return false;
  if (one.key !== other.key) return sameWords(contentOf(one), contentOf(other), true);
  return sameWords(contentOf(one), contentOf(other), true) || claimsTheSame(one.text, other.text);
}

function claimsTheSame(one: string, other: string): boolean {
  const [left, right] = [claimed(one), claimed(other)];
  // Of one word alone it is not known what is said of it, unless that it is liked.
  if (left.words.length < 2 && !(isLiking(one) && isLiking(other))) return false;
  // Of two people named it matters which comes first: who likes whom, who leads whom.
  const inOrder = left.compares || right.compares || sentenceOf(one).names.size > 1;
  return sameWords(left.words, right.words, inOrder);
}

function isLiking(text: string): boolean {
  return wordsOf(text).some((word) => kinOf(word) === 'like');
}

const claimed = ofText(claimOf);
const wordsOf = ofText((text: string) => [...contentWords(text)]);

function contentOf({ text }: Told): readonly string[] {
  return wordsOf(text);
}

function sameWords(one: readonly string[], other: readonly string[], inOrder: boolean): boolean {
  if (one.length === 0 || one.length !== other.length) return false;
  return inOrder ? one.join(' ') === other.join(' ') : one.every((word) => other.includes(word));
}

/** The rules call the same a fact once and a preference the other time. */
function isSameSort(one: Told, other: Told): boolean {
  const isFactual = ({ kind }: Told) => kind === 'fact' || kind === 'preference';
  return one.kind === other.kind || (isFactual(one) && isFactual(other));
}

function isOtherKey(one: Told, other: Told): boolean {
  return one.key !== undefined && other.key !== undefined && one.key !== other.key;
}
