/** Logistic regressions over a text's features and vectors; weights as signed bytes with a scale for each row. */
export interface TextClassifier {
  /** Feature to row. */
  features: ReadonlyMap<string, number>;
  bytes: Int8Array;
  scales: Float32Array;
  /** A row for each number of the text's vectors. */
  vector: { bytes: Int8Array; scales: Float32Array };
  bias: Float32Array;
}

/*
 * The file: the length of the header as a 32-bit number, the header as JSON, then for each classifier its scales and
 * biases as 32-bit floats (rows of features, of the vector, outputs), then its bytes. All numbers are little-endian.
 */

export interface ClassifiersHeader {
  dimensions: number;
  classifiers: { name: string; features: string[]; outputs: string[] }[];
}

/** How likely each output is of a text, 0 to 1. */
export function classify(
  features: ReadonlySet<string>,
  vector: Float32Array,
  classifier: TextClassifier,
): Float32Array {
  const sums = new Float32Array(classifier.bias.length);
  const share = 1 / Math.sqrt(Math.max(1, addFeatures(sums, features, classifier)));
  const logits = classifier.bias.map((bias, output) => bias + share * (sums[output] ?? 0));
  addVector(logits, vector, 0, classifier);
  return chances(logits);
}

/** Adds what each known feature says to `sums`, one number for each output, and answers how many are known. */
export function addFeatures(
  sums: Float32Array,
  own: ReadonlySet<string>,
  { features, bytes, scales }: TextClassifier,
): number {
  const outputs = sums.length;
  let known = 0;
  for (const feature of own) {
    const row = features.get(feature);
    if (row === undefined) continue;
    known++;
    addRow(sums, bytes, row * outputs, scales[row] as number);
  }
  return known;
}

/** Adds what a vector says whose numbers begin at row `from` of the classifier's. */
export function addVector(
  logits: Float32Array,
  values: Float32Array,
  from: number,
  { vector }: TextClassifier,
): void {
  const outputs = logits.length;
  for (let axis = 0; axis < values.length; axis++) {
    const row = from + axis;
    addRow(logits, vector.bytes, row * outputs, (vector.scales[row] as number) * (values[axis] as number));
  }
}

export function chances(logits: Float32Array): Float32Array {
  return logits.map((logit) => 1 / (1 + Math.exp(-logit)));
}

function addRow(sums: Float32Array, bytes: Int8Array, from: number, by: number): void {
  for (let output = 0; output < sums.length; output++) {
    sums[output] = (sums[output] as number) + (bytes[from + output] as number) * by;
  }
}

/**
 * The classifiers of a file under the names in `expected`, which tells their outputs; `dimensions` is the length of the
 * vectors. Throws where the file is cut, or made for other outputs or another embedding model.
 */
export function readTextClassifiers<Name extends string>(
  file: ArrayBuffer,
  dimensions: number,
  expected: Record<Name, readonly string[]>,
): Record<Name, TextClassifier> {
  const { header, body } = readHeader(file);
  if (header.dimensions !== dimensions) throw broken('it is made for another embedding model');
  let at = body;
  const read: Partial<Record<Name, TextClassifier>> = {};
  for (const { name, features, outputs } of header.classifiers) {
    if (!isOf(name, expected) || outputs.join() !== expected[name].join())
      throw broken(`its ${name} have other outputs`);
    const rows = features.length + dimensions;
    const floats = rows + outputs.length;
    const end = at + floats * 4 + rows * outputs.length;
    if (end > file.byteLength) throw broken('it is cut off');
    const numbers = new Float32Array(file.slice(at, at + floats * 4));
    const bytes = new Int8Array(file, at + floats * 4, rows * outputs.length);
    read[name] = {
      features: new Map(features.map((feature, row) => [feature, row])),
      bytes: bytes.subarray(0, features.length * outputs.length),
      scales: numbers.subarray(0, features.length),
      vector: {
        bytes: bytes.subarray(features.length * outputs.length),
        scales: numbers.subarray(features.length, rows),
      },
      bias: numbers.subarray(rows),
    };
    at = end;
  }
  if (!isWhole(read, expected)) throw broken('a classifier is missing');
  return read;
}

function isOf<Name extends string>(name: string, expected: Record<Name, unknown>): name is Name {
  return Object.hasOwn(expected, name);
}

function isWhole<Name extends string, Value>(
  read: Partial<Record<Name, Value>>,
  expected: Record<Name, unknown>,
): read is Record<Name, Value> {
  return Object.keys(expected).every((name) => Object.hasOwn(read, name));
}

function readHeader(file: ArrayBuffer): { header: ClassifiersHeader; body: number } {
  if (file.byteLength < 4) throw broken('it is empty');
  const body = 4 + new DataView(file).getUint32(0, true);
  if (body > file.byteLength) throw broken('it is cut off');
  try {
    return { header: JSON.parse(new TextDecoder().decode(new Uint8Array(file, 4, body - 4))), body };
  } catch {
    throw broken('its header is no JSON');
  }
}

function broken(why: string): Error {
  return new Error(
    `A file of the extension that tells what texts are about cannot be used: ${why}. Install the extension again.`,
  );
}
