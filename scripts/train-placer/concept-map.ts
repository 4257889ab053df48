import type { Domain, Matter } from '@/memory/domains';
import type { LabelledDraft } from './labelled';

/** What is seen less often than this tells nothing. */
const smoothing = 1;

/**
 * How much more often statements of a domain are wanted by drafts of a matter than by drafts at large, as a natural
 * logarithm; what is not wanted more often is left out.
 */
export function conceptMap(
  labelled: readonly LabelledDraft[],
): Partial<Record<Matter, Partial<Record<Domain, number>>>> {
  const pairs = labelled.flatMap((draft) =>
    draft.statements
      .filter(({ isWanted }) => isWanted)
      .flatMap((one) => draft.matters.flatMap((matter) => one.domains.map((domain) => ({ matter, domain })))),
  );
  const ofDomain = new Map<Domain, number>();
  for (const { domain } of pairs) ofDomain.set(domain, (ofDomain.get(domain) ?? 0) + 1);
  const map: Partial<Record<Matter, Partial<Record<Domain, number>>>> = {};
  const matters = [...new Set(labelled.flatMap((draft) => draft.matters))].sort();
  for (const matter of matters) {
    const own = pairs.filter((pair) => pair.matter === matter);
    const needs: Partial<Record<Domain, number>> = {};
    for (const [domain, count] of [...ofDomain].sort()) {
      const expected = (own.length * count) / pairs.length;
      const seen = own.filter((pair) => pair.domain === domain).length;
      const lift = Math.log((seen + smoothing) / (expected + smoothing));
      if (lift > 0.1) needs[domain] = Math.round(lift * 100) / 100;
    }
    if (Object.keys(needs).length > 0) map[matter] = needs;
  }
  return map;
}
