import { contentWords } from '@/lib/content-words';
import { isUnspaced } from '@/lib/plain-words';
import { domainsOf } from '@/memory/domain-words';
import { namesRelativeTime, withCalendarDates } from '@/memory/extraction/dates';
import { extractByRules } from '@/memory/extraction/extract-by-rules';
import { areAlike, claimOf, isNegative, isNeutral, isRelation, kinOf } from '@/memory/extraction/model/claim';
import type { OwnProse, Passage } from '@/memory/extraction/model/own-prose';
import type { ReadItem } from '@/memory/extraction/model/parse';
import type { ReadCandidate } from '@/memory/extraction/model/read-candidate';
import { isAboutSpeaker, takenFromOthers } from '@/memory/extraction/model/subject';
import { inOwnVoice } from '@/memory/extraction/model/voice';
import type { MemoryKind } from '@/memory/types';

/** What a model's word alone is worth: it is sure of everything. */
const mostConfidence = 0.8;
/** What is said of an item of which the model does not say how sure it is. */
const unsaid = 0.7;
/** Less is not learned without asking. */
const leastConfidence = 0.6;

/**
 * The candidate that an item makes, if the user really wrote what it is read off, as themselves and about themselves;
 * undefined for whatever is invented, translated, turned round or somebody else's.
 * @param at when the turn was said, epoch milliseconds; undefined where nobody knows
 */
export function grounded(item: ReadItem, prose: OwnProse, at: number | undefined): ReadCandidate | undefined {
  const passage = item.about === 'user' ? prose.find(item.quote) : undefined;
  const said = passage && inOwnVoice(item.text, passage.quote);
  if (!passage || !said) return undefined;
  const taken = takenFromOthers(said, passage.clause);
  const footing = footingOf(said, passage, prose, at);
  if (taken === 'other' || footing === 'none' || isTurnedRound(said, passage)) return undefined;
  const dated = at === undefined ? { text: said } : withCalendarDates(said, at);
  if (at === undefined && namesRelativeTime(said)) return undefined;

  const confidence = item.confidence ?? unsaid;
  const began = dated.at !== undefined && at !== undefined && dated.at <= at ? { validFrom: dated.at } : {};
  const isUnsure =
    taken === 'unsure' || footing === 'loose' || isHedged(said, passage) || confidence < leastConfidence;
  return {
    candidate: {
      ...sortOf(item, dated.text, at),
      text: dated.text,
      quote: passage.quote,
      confidence: Math.min(mostConfidence, confidence),
      basis: 'inferred',
      ...began,
    },
    doubt: passage.doubt ?? (isUnsure ? 'unsure' : undefined),
  };
}

/** Kind, key and what it bears on: the rules know best where they read the sentence as one statement. */
function sortOf({ kind, key }: ReadItem, text: string, at: number | undefined) {
  const [read, ...more] = extractByRules(text, { at });
  if (read && more.length === 0) {
    return { kind: read.kind, key: read.key, domains: read.domains, importance: read.importance };
  }
  const domains = domainsOf(text);
  return {
    kind,
    key: kind === 'fact' && isAboutSpeaker(text) ? key : undefined,
    domains,
    importance: domains.includes('health') ? importanceOfHealth : importance[kind],
  };
}

const importance: Record<MemoryKind, number> = {
  fact: 0.5,
  preference: 0.5,
  procedure: 0.6,
  goal: 0.5,
  episode: 0.4,
};
const importanceOfHealth = 0.8;

/** *firm*: all words are the turn's; *loose*: an ending or a relation is not; *none*: something is invented. */
type Footing = 'firm' | 'loose' | 'none';

function footingOf(
  text: string,
  passage: Passage,
  { words, text: said }: OwnProse,
  at: number | undefined,
): Footing {
  const dates = at === undefined ? [] : [...contentWords(withCalendarDates(passage.clause, at).text)];
  let footing: Footing = 'firm';
  for (const word of contentWords(text)) {
    const kin = kinOf(word);
    if (words.has(kin) || dates.includes(word) || isFree(word, text)) continue;
    if (isUnspaced(word)) {
      if (isWithinUnspaced(word, said)) continue;
      return 'none';
    }
    if (/\p{N}/u.test(kin)) return 'none';
    if (!isRelation(word) && ![...words].some((other) => areAlike(kin, other))) return 'none';
    footing = 'loose';
  }
  return isMostlyIn(text, `${passage.clause} ${passage.quote} ${dates.join(' ')}`) ? footing : 'none';
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

/** "I'm not vegan" must not become "I'm vegan", nor the other way round. */
function isTurnedRound(text: string, { head }: Passage): boolean {
  return isNegative(text) !== isNegative(head.replace(/^\W*no,\s/iu, ''));
}

const hedges =
  /(?<![\p{L}])(?:might|maybe|perhaps|probably|possibly|considering|thinking (?:of|about)|would|could|if|unless|vielleicht|wahrscheinlich|peut-être|quizás?|talvez|forse|wäre|würde)(?![\p{L}])/iu;

/** What goes on behind the quote may take it back: "Ich esse Fleisch nicht". */
function isHedged(text: string, { clause, head }: Passage): boolean {
  if (isNegative(clause) !== isNegative(head)) return true;
  return hedges.test(clause) && !hedges.test(text);
}
