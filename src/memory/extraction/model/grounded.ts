import { namesRelativeTime, withCalendarDates } from '@/memory/extraction/dates';
import { extractByRules } from '@/memory/extraction/extract-by-rules';
import { isNegative } from '@/memory/extraction/model/claim';
import { footingOf } from '@/memory/extraction/model/footing';
import type { Judgement } from '@/memory/extraction/model/judgement';
import { keyOf } from '@/memory/extraction/model/key-of';
import type { OwnProse, Passage } from '@/memory/extraction/model/own-prose';
import type { ReadItem } from '@/memory/extraction/model/parse';
import type { ReadCandidate } from '@/memory/extraction/model/read-candidate';
import { isOwnMatter, saysSomething } from '@/memory/extraction/model/subject';
import { inOwnVoice } from '@/memory/extraction/model/voice';
import { fieldsOf } from '@/memory/extraction/word-fields';
import type { Candidate, MemoryKind } from '@/memory/types';

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
  if (!passage || !said || (at === undefined && namesRelativeTime(said))) return undefined;

  const [rule, ...more] = extractByRules(said, { at });
  const read = more.length === 0 ? rule : undefined;
  const judged: Judgement[] = [
    footingOf(said, passage, prose, at),
    isOwnMatter(said, passage.clause),
    read ? 'fine' : saysSomething(said),
    isTurnedRound(said, passage) ? 'no' : 'fine',
  ];
  if (judged.includes('no')) return undefined;

  const confidence = item.confidence ?? unsaid;
  const isUnsure = judged.includes('unsure') || isHedged(said, passage) || confidence < leastConfidence;
  return {
    candidate: {
      ...sortOf(item, said, read),
      ...datedAt(said, at),
      quote: passage.quote,
      confidence: Math.min(mostConfidence, confidence),
      basis: 'inferred',
    },
    doubt: passage.doubt ?? (isUnsure ? 'unsure' : undefined),
  };
}

/** Kind, key and how much it matters: the rules know best where they read the sentence as one statement. */
function sortOf(item: ReadItem, text: string, read: Candidate | undefined) {
  const kind = read?.kind ?? item.kind;
  const key = read?.key ?? (kind === 'fact' ? keyOf(item.key, text) : undefined);
  if (read) return { kind, key, importance: read.importance };
  return {
    kind,
    key,
    importance: fieldsOf(text).includes('health') ? importanceOfHealth : importance[kind],
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

function datedAt(said: string, at: number | undefined): Pick<Candidate, 'text' | 'validFrom'> {
  if (at === undefined) return { text: said };
  const dated = withCalendarDates(said, at);
  return dated.at !== undefined && dated.at <= at
    ? { text: dated.text, validFrom: dated.at }
    : { text: dated.text };
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
