import { type Domain, domains, type Matter, matters } from '@/memory/domains';
import type { LabelledDraft } from './labelled';

const epochs = 300;
const rate = 0.05;
/** Pulls the weight of what was seen seldom to zero. */
const decay = 0.01;
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
  const weights = new Float64Array(matters.length * domains.length);
  const first = new Float64Array(weights.length);
  const second = new Float64Array(weights.length);
  let bias = -1;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const slopes = weights.map((weight) => decay * weight);
    let biasSlope = 0;
    for (const { cells, wanted } of pairs) {
      const logit = cells.reduce((sum, cell) => sum + (weights[cell] ?? 0), bias);
      const error = (1 / (1 + Math.exp(-logit)) - wanted) / pairs.length;
      for (const cell of cells) slopes[cell] = (slopes[cell] ?? 0) + error * 50;
      biasSlope += error;
    }
    bias -= biasSlope;
    for (let at = 0; at < weights.length; at++) {
      const slope = slopes[at] ?? 0;
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
      const step =
        (first[at] ?? 0) / (1 - 0.9 ** epoch) / (Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** epoch)) + 1e-8);
      weights[at] = (weights[at] ?? 0) - rate * step;
    }
  }
  return rounded(weights);
}

function pairsOf(labelled: readonly LabelledDraft[]): { cells: number[]; wanted: 0 | 1 }[] {
  const all = labelled.flatMap((draft) => draft.statements).filter((one) => one.domains.length > 0);
  let stranger = 0;
  return labelled.flatMap((draft) => {
    const cells = (of: readonly Domain[]) =>
      draft.matters.flatMap((matter) => of.map((domain) => cellOf(matter, domain)));
    const own = draft.statements.map((one) => ({
      cells: cells(one.domains),
      wanted: one.isWanted ? (1 as const) : (0 as const),
    }));
    // A step that shares no factor with most counts wanders over all of them, the same on every run.
    const others = Array.from({ length: strangers }, () => {
      stranger = (stranger + 7_919) % all.length;
      return { cells: cells(all[stranger]?.domains ?? []), wanted: 0 as const };
    });
    return [...own, ...others].filter((pair) => pair.cells.length > 0);
  });
}

function cellOf(matter: Matter, domain: Domain): number {
  return matters.indexOf(matter) * domains.length + domains.indexOf(domain);
}

function rounded(weights: Float64Array): Record<string, Partial<Record<Domain, number>>> {
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
