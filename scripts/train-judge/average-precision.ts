/** The mean, over what is wanted, of the precision down to its place in the ranking. */
export function averagePrecision(scored: readonly (readonly [score: number, isWanted: boolean])[]): number {
  const ranked = [...scored].sort(([one], [other]) => other - one);
  let found = 0;
  let sum = 0;
  for (const [index, [, isWanted]] of ranked.entries()) {
    if (isWanted) sum += ++found / (index + 1);
  }
  return sum / found;
}
