/** What an evaluation found: names as in the documentation, shares from 0 to 1, counts as they are. */
export type Figures = Record<string, number>;

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The share of what is wanted that is among what was found. */
export function shareFound<Item>(wanted: Iterable<Item>, found: Iterable<Item>): number {
  const among = new Set(found);
  return mean([...new Set(wanted)].map((item) => (among.has(item) ? 1 : 0)));
}
