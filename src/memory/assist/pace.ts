/** How long a model took lately for one kind of task, and whether it is worth asking again. */
export interface Pace {
  allows(limitMs: number): boolean;
  note(tookMs: number): void;
}

/** So many answers tell how quick a model is. */
const remembered = 5;
/** A model that was too slow is asked again after so long: it may have been loading, or the machine busy. */
const restMs = 2 * 60_000;

export function pace(now: () => number): Pace {
  let took: number[] = [];
  let notedAt = 0;
  return {
    allows: (limitMs) => median(took) <= limitMs || now() - notedAt >= restMs,
    note(tookMs) {
      took = [...took, tookMs].slice(-remembered);
      notedAt = now();
    },
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
