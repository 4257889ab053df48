import { type Domain, domains, type Matter, matters } from '@/memory/domains';
import { type Example, trainLogistic } from '../training/logistic';
import type { LabelledDraft } from './labelled';

/** What was seen seldom stays near zero. */
const training = { epochs: 300, decay: 0.01, lossScale: 50 };
/** What is plain to anybody, however seldom the drafts of the training data happened to ask for it. */
const told: Partial<Record<Matter, Partial<Record<Domain, number>>>> = {
  dining: { city: 0.8, allergy: 0.6, diet: 0.6 },
  cooking: { allergy: 0.6, diet: 0.6 },
  groceries: { allergy: 0.6, diet: 0.6 },
  nearby: { city: 0.8 },
  outing: { city: 0.6 },
  party: { allergy: 0.3 },
  trip: { condition: 0.4, allergy: 0.2, diet: 0.2 },
  coding: { code: 0.8 },
  medicine: { medication: 0.8, allergy: 0.5, condition: 0.6 },
};

/** So many statements of other drafts are taken for unwanted beside each draft's own. */
const strangers = 6;

/**
 * What each matter adds to the odds that a statement of a domain is wanted, by a logistic regression over the statements
 * that drafts want, those they do not, and some that belong to other drafts. Numbers are shares of the largest.
 */
export function conceptMap(
  labelled: readonly LabelledDraft[],
): Record<string, Partial<Record<Domain, number>>> {
  const pairs = pairsOf(labelled.filter((draft) => !draft.matters.includes('none')));
  const rows = matters.length * domains.length;
  return rounded(trainLogistic(pairs, { ...training, rows, outputs: 1 }).weights);
}

function pairsOf(labelled: readonly LabelledDraft[]): Example[] {
  const all = labelled.flatMap((draft) => draft.statements).filter((one) => one.domains.length > 0);
  let stranger = 0;
  return labelled.flatMap((draft) => {
    const pair = (of: readonly Domain[], isWanted: boolean): Example => {
      const rows = draft.matters.flatMap((matter) => of.map((domain) => cellOf(matter, domain)));
      return { rows, values: rows.map(() => 1), labels: [isWanted ? 1 : 0] };
    };
    const own = draft.statements.map((one) => pair(one.domains, one.isWanted));
    // A step that shares no factor with most counts wanders over all of them, the same on every run.
    const others = Array.from({ length: strangers }, () => {
      stranger = (stranger + 7_919) % all.length;
      return pair(all[stranger]?.domains ?? [], false);
    });
    return [...own, ...others].filter(({ rows }) => rows.length > 0);
  });
}

function cellOf(matter: Matter, domain: Domain): number {
  return matters.indexOf(matter) * domains.length + domains.indexOf(domain);
}

function rounded(weights: Float32Array): Record<string, Partial<Record<Domain, number>>> {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const map: Record<string, Partial<Record<Domain, number>>> = {};
  for (const matter of matters) {
    const needs: Partial<Record<Domain, number>> = {};
    for (const domain of domains) {
      const seen = (weights[cellOf(matter, domain)] ?? 0) / largest;
      const weight = Math.round(Math.max(seen, told[matter]?.[domain] ?? -1) * 100) / 100;
      if (weight !== 0) needs[domain] = weight;
    }
    if (Object.keys(needs).length > 0) map[matter] = needs;
  }
  return map;
}
