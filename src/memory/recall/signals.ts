import { lastSaidAt } from '@/memory/last-said-at';
import { subjectsOf } from '@/memory/recall/names';
import type { Proposal } from '@/memory/recall/propose';
import type { RecallQuery } from '@/memory/recall/query';
import { fading, strengthNow } from '@/memory/strength';
import type { ActiveMemory, SiteId } from '@/memory/types';

/** What speaks for a memory, given a draft: each from 0 to 1 unless told. */
export interface Signals {
  /** Cosine of the vectors, negative ones as 0. */
  similarity: number;
  /** The cosine as a share of the nearest memory's. */
  nearness: number;
  /** BM25 as a share of the best memory's, the turns around it included. */
  words: number;
  /** How much of what the draft's words can tell stands in the memory. */
  share: number;
  /** How much the draft needs memories of this one's domains; below 0 where they are better left out. */
  need: number;
  /** The memory is about somebody whom the draft names. */
  subject: number;
  /** Plainly needed, and a constraint or what the user has one of: an allergy, the home, the employer. */
  standing: number;
  /** It was said, or holds, in the time that the draft names. */
  time: number;
  /** The memory asks something: a question seldom answers one. */
  asking: number;
  recency: number;
  importance: number;
  strength: number;
  use: number;
  pinned: number;
  /** It was learned on the site that the draft is for. */
  site: number;
  /** Its time is over, or has not come. */
  invalid: number;
  /** The draft asks for what was. */
  past: number;
  /** It tells what happened, rather than what holds. */
  episode: number;
  goal: number;
  /** How surely the draft is complete in itself. */
  nothing: number;
}

export function signalsOf(
  { memory, similarity, nearness, words, share, need }: Proposal,
  query: RecallQuery,
  { now, site }: { now: number; site: SiteId },
): Signals {
  const strength = strengthNow(memory, now);
  const saidAt = lastSaidAt(memory);
  return {
    similarity,
    nearness,
    words,
    share,
    need,
    standing: need === 1 && isStanding(memory) ? 1 : 0,
    subject: isAbout(memory, query) ? 1 : 0,
    time: isWithin(memory, query, saidAt) ? 1 : 0,
    asking: /\?\s*$/u.test(memory.text) ? 1 : 0,
    recency: fading(memory.kind, now - saidAt),
    importance: memory.importance,
    strength: strength / (strength + 1),
    use: memory.uses / (memory.uses + 3),
    pinned: memory.pinned ? 1 : 0,
    site: memory.sources.some((source) => source.from === 'turn' && source.site === site) ? 1 : 0,
    invalid: isValid(memory, now) ? 0 : 1,
    past: query.asksPast ? 1 : 0,
    episode: memory.kind === 'episode' ? 1 : 0,
    goal: memory.kind === 'goal' ? 1 : 0,
    nothing: query.needs.nothing,
  };
}

/** What harms where it is overlooked, and what has one value at a time. */
function isStanding({ key, importance }: ActiveMemory): boolean {
  return key !== undefined || importance >= constraint;
}

/** Allergies, medication and disabilities are given so much by extraction. */
const constraint = 0.85;

function isAbout(memory: ActiveMemory, { names }: RecallQuery): boolean {
  if (names.size === 0) return false;
  return [...subjectsOf(memory.text)].some((name) => names.has(name));
}

/** "Tonight" in a request for help is no time to look back to. */
function isWithin(
  { kind, validFrom, validTo }: ActiveMemory,
  { period, asksPast }: RecallQuery,
  saidAt: number,
): boolean {
  if (!period || (kind !== 'episode' && !asksPast)) return false;
  if (saidAt >= period.from && saidAt < period.to) return true;
  return validFrom !== undefined && validFrom < period.to && (validTo ?? validFrom) >= period.from;
}

function isValid({ validFrom, validTo }: ActiveMemory, now: number): boolean {
  return (validTo ?? now) >= now && (validFrom ?? now) <= now;
}
