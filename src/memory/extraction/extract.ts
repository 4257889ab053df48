import { bareWords } from '@/memory/extraction/clauses';
import { candidateOf, findingsIn, lookedAt } from '@/memory/extraction/extract-by-rules';
import { withAntecedent } from '@/memory/extraction/judged/antecedents';
import { isOwnStatement } from '@/memory/extraction/judged/own-statement';
import { type Passage, passagesIn } from '@/memory/extraction/judged/passages';
import { plainText } from '@/memory/extraction/plain-text';
import type { Finding } from '@/memory/extraction/rules/rule';
import type { Judge } from '@/memory/ports';
import type { Candidate } from '@/memory/types';

/** How sure the judge must be of what a rule finds too, and of what only stands as a statement of one's own. */
const agreed = { withRule: 0.25, withGrammar: 0.6, withoutEither: 0.93 };

const importance = { fact: 0.6, preference: 0.5, procedure: 0.7, goal: 0.6 };

/**
 * What a turn tells of its writer, where two agree on it: the judge, who goes by how people tell such things, and
 * either a rule, which knows what it is, or the grammar of a statement of one's own.
 * @param context.at when it was said, as for `extractByRules`
 */
export function extract(text: string, { at, judge }: { at: number | undefined; judge: Judge }): Candidate[] {
  const plain = plainText(text.slice(0, lookedAt));
  const { passages, phrases } = passagesIn(plain.text, judge);
  const findings = findingsIn(plain.text);
  const told = passages.flatMap((passage) => {
    const within = findings.filter(({ clause }) => overlap(clause, passage) > 0);
    const said = withAntecedent(
      bareWords(plain.text.slice(passage.start, passage.end)),
      plain.text.slice(0, passage.start),
    );
    if (said === undefined || !isWhole(said)) return [];
    if (passage.durable < limitOf(passage, said, within.length > 0)) return [];
    return candidateOf(said, passage, findingOf(passage, within), plain, at) ?? [];
  });
  const missed = findings.filter(({ clause }) => passages.every((passage) => overlap(clause, passage) <= 0));
  const ruled = missed.flatMap(
    ({ clause, finding: { text: said = clause.text, onlyAlone: _, ...finding } }) => {
      const durable = Math.max(
        0,
        ...phrases.filter((one) => overlap(clause, one) > 0).map((one) => one.durable),
      );
      return durable < agreed.withRule ? [] : (candidateOf(said, clause, finding, plain, at) ?? []);
    },
  );
  return [...told, ...ruled];
}

/** Material, a role, and what follows them. */
const strange: ReadonlySet<string> = new Set(['stop', 'drop', 'after']);

function limitOf({ phrases, kind }: Passage, said: string, hasRule: boolean): number {
  if (hasRule) return agreed.withRule;
  if (strange.has(phrases[0]?.sentence.framing ?? 'own')) return agreed.withoutEither;
  const isOwn = kind === 'procedure' || isOwnStatement(`${said}\n${phrases[0]?.sentence.text ?? ''}`);
  return isOwn ? agreed.withGrammar : agreed.withoutEither;
}

/** The rule knows the key and how much it matters; of what kind it is, it knows where it read the whole. */
function findingOf(
  passage: Passage,
  within: readonly { clause: { start: number; end: number }; finding: Finding }[],
): Omit<Finding, 'text' | 'onlyAlone'> {
  const [best] = [...within].sort((one, other) => other.finding.importance - one.finding.importance);
  const { kind, durable: confidence } = passage;
  if (!best) return { kind, importance: importance[kind], confidence };
  const { key, importance: weight, kind: ruled } = best.finding;
  const isTheWhole = overlap(best.clause, passage) > 0.6 * (passage.end - passage.start);
  return {
    kind: isTheWhole ? ruled : kind,
    importance: weight,
    confidence: Math.max(confidence, best.finding.confidence),
    ...(key !== undefined && within.length === 1 ? { key } : {}),
  };
}

/** Two words say hardly anything, unless they are "I'm vegan" or "no nuts". */
function isWhole(said: string): boolean {
  const words = said.split(/\s+/).length;
  return words >= 3 || (words === 2 && /^(?:i'?m|i|no|never|bin|soy|sou|sono|suis)\b/i.test(said));
}

function overlap(one: { start: number; end: number }, other: { start: number; end: number }): number {
  return Math.min(one.end, other.end) - Math.max(one.start, other.start);
}
