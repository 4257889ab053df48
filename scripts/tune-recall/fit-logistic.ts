export interface Row {
  values: number[];
  label: 0 | 1;
  weight: number;
}

const steps = 800;
const rate = 0.05;
/** Pulls the weights of what varies alike to zero. */
const decay = 0.5;

/** Logistic regression by Adam on values brought to mean 0 and deviation 1; weights are of the values as they came. */
export function fitLogistic(rows: readonly Row[]): { weights: number[]; bias: number } {
  const size = rows[0]?.values.length ?? 0;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const means = columns(size, (at) => sumOf(rows, ({ values }) => values[at] ?? 0) / rows.length);
  const spread = columns(
    size,
    (at) =>
      Math.sqrt(sumOf(rows, ({ values }) => ((values[at] ?? 0) - (means[at] ?? 0)) ** 2) / rows.length) +
      1e-6,
  );
  const scaled = rows.map(({ values }) => [
    1,
    ...values.map((value, at) => (value - (means[at] ?? 0)) / (spread[at] ?? 1)),
  ]);
  const parameters = new Float64Array(size + 1);
  parameters[0] = -3;
  const first = new Float64Array(size + 1);
  const second = new Float64Array(size + 1);
  for (let step = 1; step <= steps; step++) {
    const slopes = new Float64Array(size + 1);
    for (const [index, { label, weight }] of rows.entries()) {
      const values = scaled[index] ?? [];
      const logit = values.reduce((sum, value, at) => sum + value * (parameters[at] ?? 0), 0);
      const error = ((1 / (1 + Math.exp(-logit)) - label) * weight) / total;
      for (const [at, value] of values.entries()) slopes[at] = (slopes[at] ?? 0) + error * value;
    }
    for (let at = 0; at <= size; at++) {
      const slope = (slopes[at] ?? 0) + (at > 0 ? (decay / total) * (parameters[at] ?? 0) : 0);
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
      const move =
        (first[at] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      parameters[at] = (parameters[at] ?? 0) - rate * move;
    }
  }
  const weights = columns(size, (at) => (parameters[at + 1] ?? 0) / (spread[at] ?? 1));
  const bias = (parameters[0] ?? 0) - weights.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  return { weights, bias };
}

function columns(size: number, of: (at: number) => number): number[] {
  return Array.from({ length: size }, (_, at) => of(at));
}

function sumOf(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
