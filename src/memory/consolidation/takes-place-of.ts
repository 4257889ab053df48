import { endsWhat } from '@/memory/consolidation/endings';
import { type Evidence, evidenceOf, isOtherYear } from '@/memory/consolidation/evidence';
import { replaces } from '@/memory/consolidation/replaces';
import { type Sentence, sentenceOf } from '@/memory/consolidation/sentence';
import { isOneOfMany, isOtherValue, slotOf, subjectOf } from '@/memory/consolidation/slot';

/**
 * Whether a newer sentence takes the place of an older one: it says the same of the same subject with another value,
 * denies it or tells that it is over. By the words alone, so that it is the same whichever is heard of first. In doubt
 * it does not: of two values that stay, the newer one is offered first; one that was replaced is not offered any more.
 */
export function takesPlaceOf(newerText: string, olderText: string): boolean {
  const newer = sentenceOf(newerText);
  const older = sentenceOf(olderText);
  if (endsWhat(newer, older)) return true;
  // What was so once says nothing of what is so now, nor does what is so now make it untrue.
  if (newer.isPast || older.isPast) return false;
  if (areStrangers(newer, older) || isAboutOther(newer, older) || isOtherTime(newer, older)) return false;
  const [now, before] = [slotOf(newer.text), slotOf(older.text)];
  if (now && before && now.attribute === before.attribute) {
    if (now.subject === before.subject && (newer.isChange || !isOneOfMany(now)))
      return isOtherValue(now, before);
    if (!newer.isChange && !newer.isDenial && !newer.isContrast) return false;
  }
  if (isOtherAct(newer, older)) return false;
  if (replaces(newer.text, older.text)) return true;
  return isTold(newer) && isTold(older) && oddsOf(evidenceOf(newer, older)) > threshold;
}

/** The same one does something else: "my grandmother keeps bees", "my grandmother lives near Cork". */
function isOtherAct(newer: Sentence, older: Sentence): boolean {
  if (newer.isChange || newer.isDenial || newer.isContrast) return false;
  const subject = subjectOf(newer.text);
  if (subject === undefined || subject !== subjectOf(older.text)) return false;
  if (!/^(?:my|the) /.test(subject) || isSomething.test(newer.text) || isSomething.test(older.text))
    return false;
  const about = sentenceOf(subject).words;
  const [now, before] = [newer, older].map(({ words }) => words.find((word) => !about.includes(word)));
  return (
    now !== undefined && before !== undefined && !older.words.includes(now) && !newer.words.includes(before)
  );
}

/** What somebody is may be said in any words. */
const isSomething = /^.{0,60}?\b(?:is|are|was|were|has|have|had|be)\b/i;

/** Enough words that two sentences do not share most of them by chance. */
function isTold({ words }: Sentence): boolean {
  return words.length >= 5;
}

/** Each tells of somebody by name, and nobody is named in both. */
function areStrangers(newer: Sentence, older: Sentence): boolean {
  if (newer.isOwn || older.isOwn || newer.names.size === 0 || older.names.size === 0) return false;
  if (![...older.names].some((name) => newer.words.includes(name))) return true;
  const [before] = older.words;
  return (
    before !== undefined &&
    older.names.has(before) &&
    !newer.words.includes(before) &&
    doneByMany.test(newer.text)
  );
}

/** What one does, others do as well. */
const doneByMany =
  /\b(?:fluent|speaks?|attended|graduated|stud(?:y|ies|ied)|enjoys?|likes?|loves?|lives?|works?|plays?|members? of|volunteers?|has (?:a|two|three))\b/i;

/** Another year and another thing besides: that happened as well. */
function isOtherTime(newer: Sentence, older: Sentence): boolean {
  if (!isOtherYear(newer, older) || newer.isContrast || newer.isDenial) return false;
  return older.words.some((word) => !/^\d+$/.test(word) && !newer.words.includes(word));
}

/** "The payment service" is not "the search service", unless it is named as well. */
function isAboutOther(newer: Sentence, older: Sentence): boolean {
  const [now, before] = [subjectOf(newer.text), subjectOf(older.text)];
  if (now === undefined || before === undefined || now === before) return false;
  if (!/^(?:my|the) /.test(before) || !/^(?:my|the|i$)/.test(now)) return false;
  if (now === 'i') return !newer.isChange && !newer.isDenial;
  const name = sentenceOf(before.replace(/^(?:my|the) /, '')).words;
  const said = new Set(newer.words);
  return !name.every((word) => said.has(word));
}

function oddsOf(evidence: Evidence): number {
  return Object.entries(evidence).reduce(
    (sum, [name, value]) => sum + value * weights[name as keyof Evidence],
    bias,
  );
}

/** By `npm run tune:consolidation`. */
const weights: Readonly<Record<keyof Evidence, number>> = {
  inOrder: 1.1,
  kept: 1.54,
  keptOfNew: 2.4,
  keptWords: 2.24,
  sameAct: 2.7,
  deniedWords: 3.37,
  deniedKept: 1.5,
  deniedNames: 0.99,
  contrast: 0.71,
  addition: 0.02,
  changeAlike: 3.33,
  shapedAlike: 1.08,
  own: -0.83,
  many: -1.51,
  otherName: -0.52,
  otherSubject: -1.48,
  otherSubjectLoose: -0.67,
  otherYear: -1.94,
};
const bias = -5.55;
/** Of all facts beside the one that a new fact contradicts, one in a hundred is beyond it. */
const threshold = -0.8;
