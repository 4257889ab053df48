import { bareWords, type Clause } from '@/memory/extraction/clauses';
import { candidateOf, findingsIn, lookedAt } from '@/memory/extraction/extract-by-rules';
import { withAntecedent } from '@/memory/extraction/judged/antecedents';
import { isOwnStatement } from '@/memory/extraction/judged/own-statement';
import { type Passage, passagesIn } from '@/memory/extraction/judged/passages';
import { type PlainText, plainText } from '@/memory/extraction/plain-text';
import type { Finding } from '@/memory/extraction/rules/rule';
import type { Judge } from '@/memory/ports';
import type { Candidate } from '@/memory/types';

/** How sure the judge must be of what a rule finds too, and of what only stands as a statement of one's own. */
const agreed = { withRule: 0.12, withGrammar: 0.7, withoutEither: 0.93 };
/** Where only one of the two is this sure, the user is asked. */
const worthAsking = { judgeAlone: 0.6, ruleAlone: 0.05 };

type Found = ReturnType<typeof findingsIn>[number];

const importance = { fact: 0.6, preference: 0.5, procedure: 0.7, goal: 0.6 };

/** What a turn tells, and whether two agree that it does. */
export interface Told {
  candidate: Candidate;
  isAgreed: boolean;
}

/**
 * What a turn tells of its writer. Two agree where the judge, who goes by how people tell such things, is sure enough
 * beside a rule, which knows what it is, or beside the grammar of a statement of one's own.
 * @param context.at when it was said, as for `extractByRules`
 */
export function toldIn(text: string, { at, judge }: { at: number | undefined; judge: Judge }): Told[] {
  const plain = plainText(text.slice(0, lookedAt));
  const { passages, phrases } = passagesIn(plain.text, judge);
  if (phrases.some(({ sentence }) => sentence.framing === 'drop')) return [];
  if (phrases.every(({ durable }) => durable < worthAsking.ruleAlone)) return [];
  const durableOver = (clause: Clause) =>
    Math.max(0, ...phrases.filter((one) => overlap(clause, one) > 0).map((one) => one.durable));
  const findings = findingsIn(plain.text, (clause) => durableOver(clause) >= worthAsking.ruleAlone);
  const inPassages = passages.flatMap((passage): Told[] => {
    const within = findings.filter(({ clause }) => overlap(clause, passage) > 0);
    if (isCovered(passage, within)) {
      return within
        .flatMap(({ clause, finding }) => ruled(clause, finding, plain, at))
        .map((candidate) => ({ candidate, isAgreed: true }));
    }
    const words = closed(bareWords(plain.text.slice(passage.start, passage.end)));
    const said = withAntecedent(words, plain.text.slice(0, passage.start))?.replace(asWhat, "I'm $<what>");
    if (said === undefined || !isWhole(said)) return [];
    const isAgreed = passage.durable >= limitOf(passage, said, within.length > 0);
    if (!isAgreed && passage.durable < worthAsking.judgeAlone) return [];
    const candidate = candidateOf(said, passage, findingOf(passage, within), plain, at);
    return candidate ? [{ candidate, isAgreed }] : [];
  });
  const missed = findings.filter(({ clause }) => passages.every((passage) => overlap(clause, passage) <= 0));
  const byRule = missed.flatMap(({ clause, finding }) => {
    const isAgreed = durableOver(clause) >= agreed.withRule;
    return ruled(clause, finding, plain, at).map((candidate) => ({ candidate, isAgreed }));
  });
  return [...inPassages, ...byRule];
}

/** What ends within brackets has lost the second one. */
function closed(words: string): string {
  return words.lastIndexOf('(') > words.lastIndexOf(')') ? `${words})` : words;
}

/** "As a night nurse" is said of oneself. */
const asWhat = /^as (?<what>(?:an?|the) .+)$/is;
/** So much of a passage is said better by the rules, which part it into what belongs to different keys. */
const mostOfPassage = 0.6;

function isCovered(passage: Passage, within: readonly Found[]): boolean {
  const covered = within.reduce((sum, { clause }) => sum + overlap(clause, passage), 0);
  return covered > mostOfPassage * (passage.end - passage.start);
}

function ruled(
  clause: Clause,
  { text: said = clause.text, onlyAlone: _, ...finding }: Finding,
  plain: PlainText,
  at: number | undefined,
): Candidate[] {
  const candidate = candidateOf(said, clause, finding, plain, at);
  return candidate ? [candidate] : [];
}

/** Material, a role, and what follows them. */
const strange: ReadonlySet<string> = new Set(['stop', 'drop', 'after']);

function limitOf({ phrases, kind }: Passage, said: string, hasRule: boolean): number {
  if (hasRule) return agreed.withRule;
  if (strange.has(phrases[0]?.sentence.framing ?? 'own')) return agreed.withoutEither;
  const isOwn = kind === 'procedure' || isOwnStatement(`${said}\n${phrases[0]?.sentence.text ?? ''}`);
  return isOwn ? agreed.withGrammar : agreed.withoutEither;
}

/** A rule that read a part of it knows how much it matters. */
function findingOf(
  { kind, durable: confidence }: Passage,
  within: readonly Found[],
): Omit<Finding, 'text' | 'onlyAlone'> {
  const weights = within.map(({ finding }) => finding.importance);
  return { kind, importance: Math.max(importance[kind], ...weights), confidence };
}

/** Two words say hardly anything, unless they are "I'm vegan" or "no nuts". */
function isWhole(said: string): boolean {
  const words = said.split(/\s+/).length;
  return words >= 3 || (words === 2 && /^(?:i'?m|no|never|bin|soy|sou|sono|suis)\b/i.test(said));
}

function overlap(one: { start: number; end: number }, other: { start: number; end: number }): number {
  return Math.min(one.end, other.end) - Math.max(one.start, other.start);
}
