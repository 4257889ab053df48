export type Likeness = 'same' | 'near' | 'loose' | 'apart';

/**
 * Models differ in what they give sentences that have nothing in common, from nothing to more than a half: their
 * numbers say something only against that, so two such sentences are always compared along.
 */
export const unlike = {
  one: 'The train to the coast leaves at noon.',
  other: 'She keeps her drill in the garage.',
};

/** How alike two sentences are, on the way from nothing in common to the same. */
export function likenessOf(similarity: number, floor: number): Likeness {
  const share = (similarity - floor) / Math.max(0.01, 1 - floor);
  if (share >= 0.75) return 'same';
  if (share >= 0.4) return 'near';
  return share >= 0.15 ? 'loose' : 'apart';
}
