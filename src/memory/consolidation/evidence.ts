import { replaces } from '@/memory/consolidation/replaces';
import type { Sentence } from '@/memory/consolidation/sentence';

/**
 * What speaks for, or against, a newer sentence taking the place of an older one, each from 0 to 1, and what each adds
 * to the odds. Fitted by logistic regression on pairs of sentences: the development half of fact-update, where a new
 * fact contradicts one of ten, and pairs in the first person.
 */
export function evidenceOf(newer: Sentence, older: Sentence) {
  const now = new Set(newer.words);
  const before = new Set(older.words);
  const isName = (word: string) => newer.names.has(word) || older.names.has(word);
  const said = older.words.filter((word) => !isName(word));
  const saidNow = newer.words.filter((word) => !isName(word));
  const kept = said.filter((word) => now.has(word));
  const inOrder = longestRun(newer.words, older.words) / Math.max(1, Math.min(now.size, before.size));
  const keptShare = kept.length / Math.max(1, said.length);
  const isChange = newer.isChange && !older.isChange;
  const isDenial = newer.isDenial && !older.isDenial;
  const isOwn = newer.isOwn && older.isOwn;
  const isOtherName =
    [...newer.names].some((word) => !before.has(word)) && [...older.names].some((word) => !now.has(word));
  const isOtherSubject =
    !newer.words.slice(0, 2).every((word, place) => older.words[place] === word || !isName(word)) && !isOwn;
  const isManyValued = doneToMany.test(newer.text) && doneToMany.test(older.text);
  return {
    inOrder,
    kept: keptShare,
    keptOfNew: share(saidNow, (word) => before.has(word)),
    keptWords: Math.min(5, kept.length) / 5,
    sameAct: flag(said.length > 0 && now.has(said[0] ?? '')),
    deniedWords: share(said, (word) => newer.denied.has(word)),
    deniedKept: isDenial ? keptShare : 0,
    deniedNames: share([...older.names], (word) => newer.denied.has(word)),
    contrast: flag(newer.isContrast && !older.isContrast),
    addition: flag(newer.isAddition),
    changeAlike: isChange ? keptShare : 0,
    shapedAlike: flag(replaces(newer.text, older.text)),
    own: flag(isOwn),
    many: flag(isManyValued && !isChange && !isDenial),
    otherName: flag(isOtherName),
    otherSubject: flag(isOtherSubject),
    otherSubjectLoose: flag(isOtherSubject && kept.length < 4),
    otherYear: flag(isOtherYear(newer, older)),
  };
}

export type Evidence = ReturnType<typeof evidenceOf>;

/** One does this to many things at once. */
const doneToMany =
  /^(?:(?:i|we)|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)(?:'ve| have| am|'m| are|'re| is| has)?(?: \w+ly| now| just)? (?:a fan|have|has|had|own|got|lik|lov|enjoy|ador|prefer|hat|dislik|avoid|play|speak|know|learn|stud|collect|eat|tak|want|plan|hop|need|read|watch|visit|follow|been|cook|grow|suffer|fear|afraid|allergic|interested|bought|wr[io]t|won|gave|give|ran|bak|volunteer|go |goes |sav|train)/iu;

/** What happened in another year, and not in the same way, happened as well. */
export function isOtherYear(newer: Sentence, older: Sentence): boolean {
  const [now, before] = [newer, older].map(({ text }) => text.match(/\b(?:19|20)\d\d\b/)?.[0]);
  return now !== undefined && before !== undefined && now !== before;
}

function flag(is: boolean): number {
  return is ? 1 : 0;
}

function share(words: readonly string[], holds: (word: string) => boolean): number {
  return words.filter(holds).length / Math.max(1, words.length);
}

/** Length of the longest sequence of words that both have in the same order. */
function longestRun(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    for (const [place, match] of other.entries()) {
      const best = Math.max(row[place + 1] ?? 0, next[place] ?? 0);
      next.push(word === match ? (row[place] ?? 0) + 1 : best);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
