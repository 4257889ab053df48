/** One output for each domain, or matter; weights as signed bytes with a scale for each row. */
export interface TextClassifier {
  /** Feature to row. */
  features: ReadonlyMap<string, number>;
  bytes: Int8Array;
  scales: Float32Array;
  /** A row for each dimension of the vector. */
  vector: { bytes: Int8Array; scales: Float32Array };
  bias: Float32Array;
}

export interface PlacerWeights {
  drafts: TextClassifier;
  memories: TextClassifier;
}

/*
 * The file: the length of the header as a 32-bit number, the header as JSON, then for each classifier its scales and
 * biases as 32-bit floats (rows of features, of the vector, outputs), then its bytes. All numbers are little-endian.
 */

export interface PlacerHeader {
  dimensions: number;
  classifiers: { name: 'drafts' | 'memories'; features: string[]; outputs: string[] }[];
}

/** Throws where the file is cut, or made for other outputs or another embedding model's dimensions. */
export function readPlacerWeights(
  file: ArrayBuffer,
  expected: { dimensions: number; drafts: readonly string[]; memories: readonly string[] },
): PlacerWeights {
  const { header, body } = readHeader(file);
  if (header.dimensions !== expected.dimensions) throw broken('it is made for another embedding model');
  let at = body;
  const read: Partial<PlacerWeights> = {};
  for (const { name, features, outputs } of header.classifiers) {
    if (outputs.join() !== expected[name].join()) throw broken(`its ${name} are placed by other names`);
    const rows = features.length + header.dimensions;
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
  if (!read.drafts || !read.memories) throw broken('a classifier is missing');
  return { drafts: read.drafts, memories: read.memories };
}

function readHeader(file: ArrayBuffer): { header: PlacerHeader; body: number } {
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
    `The file that places memories and drafts cannot be used: ${why}. Install the extension again.`,
  );
}
