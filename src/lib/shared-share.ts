/** Jaccard's index: the share of all members of two sets that both have. */
export function sharedShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const member of one) if (other.has(member)) shared++;
  return shared / Math.max(1, one.size + other.size - shared);
}
