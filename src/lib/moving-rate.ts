/** How fast a count grows, a second, over the window that ends with the count given last. */
export function movingRate(windowMs: number): (count: number, atMs: number) => number {
  const seen: { count: number; atMs: number }[] = [];
  return (count, atMs) => {
    seen.push({ count, atMs });
    while (seen.length > 2 && atMs - (seen[1]?.atMs ?? atMs) >= windowMs) seen.shift();
    const first = seen[0] ?? { count, atMs };
    const elapsedMs = atMs - first.atMs;
    return elapsedMs > 0 ? Math.round(((count - first.count) * 1_000) / elapsedMs) : 0;
  };
}
