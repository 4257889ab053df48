import { contentWords } from '@/lib/content-words';
import { isUnspaced } from '@/lib/plain-words';
import { withCalendarDates } from '@/memory/extraction/dates';
import { areAlike, claimOf, isNegative, isNeutral, isRelation, kinOf } from '@/memory/extraction/model/claim';
import type { Judgement } from '@/memory/extraction/model/judgement';
import type { OwnProse, Passage } from '@/memory/extraction/model/own-prose';

/**
 * Whether the words of a sentence are the turn's: `fine` all of them, `unsure` but for an ending or a relation, `no`
 * where a name, a number or a thing is in none of them.
 */
export function footingOf(
  text: string,
  passage: Passage,
  { words, text: said }: OwnProse,
  at: number | undefined,
): Judgement {
  const dates = at === undefined ? [] : [...contentWords(withCalendarDates(passage.clause, at).text)];
  let footing: Judgement = 'fine';
  for (const word of contentWords(text)) {
    const kin = kinOf(word);
    if (words.has(kin) || dates.includes(word) || isFree(word, text)) continue;
    if (isUnspaced(word)) {
      if (isWithinUnspaced(word, said)) continue;
      return 'no';
    }
    if (/\p{N}/u.test(kin)) return 'no';
    if (!isRelation(word) && ![...words].some((other) => areAlike(kin, other))) return 'no';
    footing = 'unsure';
  }
  return isMostlyIn(text, `${passage.clause} ${passage.quote} ${dates.join(' ')}`) ? footing : 'no';
}

/** Words that are no claim may be added, unless they are written as a name. */
function isFree(word: string, text: string): boolean {
  if (!isNeutral(word) && !isNegative(word)) return false;
  const first = text.search(/\p{L}/u);
  const named = [...text.matchAll(/(?<![\p{L}])\p{Lu}\p{L}+/gu)].filter(({ index }) => index > first);
  return !named.some(([name]) => contentWords(name).has(word));
}

/**
 * Scripts without spaces: grammar glues other characters together than the turn did, so only the characters that
 * carry meaning are compared.
 */
function isWithinUnspaced(pair: string, said: string): boolean {
  return Array.from(pair).every(
    (character) =>
      !/[\p{sc=Han}\p{sc=Kana}]/u.test(character) || said.includes(character) || glue.has(character),
  );
}

const glue = new Set('私我僕俺人的是在了有和也很不没无年ー');

/** What a sentence claims must be said where it was read, and not gathered from all over the turn. */
function isMostlyIn(text: string, there: string): boolean {
  const claimed = claimOf(text).words;
  const said = claimOf(there).words;
  const found = claimed.filter((word) => said.some((other) => areAlike(word, other)));
  return found.length * 2 >= claimed.length;
}
