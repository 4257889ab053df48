import { type Clause, clausesOf } from '@/memory/extraction/clauses';
import { coreOf } from '@/memory/extraction/core';
import { type DatedText, namesRelativeTime, withCalendarDates } from '@/memory/extraction/dates';
import { framingOf } from '@/memory/extraction/framing';
import { hidden, ownLines } from '@/memory/extraction/own-lines';
import { type PlainText, plainText } from '@/memory/extraction/plain-text';
import { rules } from '@/memory/extraction/rules';
import type { Finding } from '@/memory/extraction/rules/rule';
import { sentences } from '@/memory/extraction/sentences';
import { statement } from '@/memory/extraction/statement';
import type { Candidate } from '@/memory/types';

/** Characters of a turn that are looked at, and of the user's own prose that the rules read. */
export const lookedAt = 100_000;
const readAtMost = 20_000;
const longestClause = 240;
/** A sentence counts as this many characters at least, so that a thousand words on lines of their own are enough. */
const shortestRead = 20;

/** A turn without any of these says nothing about its author in a language the rules know. */
const mayTell =
  /(?<![\p{L}\p{N}])(?:i|i'?m|i'?ve|i'd|my|me|we|we're|we've|our|as an?|as someone|always|never|from now on|going forward|future|when|whenever|keep|use|don't|dont|stop|no|be|answer|reply|respond|speak|address|explain|format|ich|mein|meine|je|j'\p{L}+|mon|ma|appelle-moi|yo|soy|vivo|trabajo|tengo|mi|odio|detesto|prefiero|nunca|llámame|eu|sou|moro|trabalho|tenho|estou|meu|minha|não|gosto|chamo-me|io|sono|lavoro|abito|adoro|preferisco|il mio|non|ho|mudei-me|amo|odeio|prefiro|estoy)(?![\p{L}\p{N}])/iu;

/** A clause that breaks off lost what it is about. */
const unfinished = /\s(?:from|of|to|for|with|the|an?|my|and|or|about|at|by|is|are|that|which|because|like)$/i;

/**
 * What the user plainly says about themselves in a turn, read off their own prose.
 * @param context.at when it was said, epoch milliseconds; "last month" is counted from there in the local time zone.
 * Without it what names such a time is left out: nobody can say any more when that was.
 */
export function extractByRules(text: string, context: { at?: number | undefined }): Candidate[] {
  const plain = plainText(text.slice(0, lookedAt));
  return findingsIn(plain.text).flatMap(({ clause, finding }) => {
    const { text: said = clause.text, onlyAlone: _, ...rest } = finding;
    return candidateOf(said, clause, rest, plain, context.at) ?? [];
  });
}

/** What the rules find, and in which clause; a clause that is not `worthReading` counts as one that says nothing. */
export function findingsIn(
  plain: string,
  worthReading: (clause: Clause) => boolean = () => true,
): { clause: Clause; finding: Finding }[] {
  if (!mayTell.test(plain)) return [];
  const clauses = statements(plain);
  const findings = clauses.map((clause) => (worthReading(clause) ? findIn(clause) : undefined));
  const alone = findings.every((finding) => finding !== undefined);
  return clauses.flatMap((clause, index) => {
    const finding = findings[index];
    return finding && (alone || !finding.onlyAlone) ? { clause, finding } : [];
  });
}

/** Every clause up to where the user stops speaking as themselves. */
function statements(text: string): Clause[] {
  const clauses: Clause[] = [];
  let read = 0;
  for (const line of ownLines(text)) {
    for (const sentence of sentences(line)) {
      read += Math.max(sentence.text.length, shortestRead);
      if (read > readAtMost) return clauses;
      const framing = framingOf(sentence.text);
      if (framing === 'drop') return [];
      if (framing === 'stop') return clauses;
      if (framing === 'own') clauses.push(...clausesOf(sentence));
      else clauses.push({ text: '', start: 0, end: 0 });
    }
  }
  return clauses;
}

function findIn(clause: Clause): Finding | undefined {
  if (clause.text.length > longestClause || clause.text.includes(hidden) || unfinished.test(clause.text))
    return undefined;
  const core = coreOf(clause.text);
  for (const { shape, find } of rules) {
    const match = shape.exec(core);
    const finding = match ? find(match, clause) : undefined;
    if (finding) return finding;
  }
  return undefined;
}

/**
 * A candidate of these words, which stand, or stood, between two places of the turn; undefined where they tell a time
 * that nobody can place any more.
 */
export function candidateOf(
  said: string,
  { start, end }: { start: number; end: number },
  finding: Omit<Finding, 'text' | 'onlyAlone'>,
  plain: PlainText,
  at: number | undefined,
): Candidate | undefined {
  const quote = plain.written(start, end).trim();
  if (quote === '' || (at === undefined && namesRelativeTime(said))) return undefined;
  if (at === undefined) return { ...finding, text: statement(said), quote, basis: 'inferred' };
  const dated = withCalendarDates(said, at);
  return { ...finding, text: statement(dated.text), quote, basis: 'inferred', ...validity(dated, at) };
}

/** What lies behind began then; what lies ahead, a plan or a journey, is no plan any more once its time is over. */
function validity({ at: from, until }: DatedText, at: number): Pick<Candidate, 'validFrom' | 'validTo'> {
  if (from === undefined) return {};
  return from <= at ? { validFrom: from } : { validTo: until };
}
