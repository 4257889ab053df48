/**
 * Writes ONNX files by hand: the few messages of `onnx.proto` that a small graph needs, as protocol buffers.
 * The numbers are the field numbers of that schema.
 */

const opset = 17;
const elementTypes = { float: 1, int64: 7 } as const;
type ElementType = keyof typeof elementTypes;

export interface Tensor {
  name: string;
  dims: readonly number[];
  data: Float32Array | BigInt64Array;
}

export interface Port {
  name: string;
  type: ElementType;
  /** A number is a fixed size, a word names one that is known only when the model runs. */
  dims: readonly (number | string)[];
}

export interface Node {
  op: string;
  inputs: readonly string[];
  output: string;
  /** Whole numbers only. */
  attributes?: Readonly<Record<string, number>>;
}

export interface Graph {
  name: string;
  inputs: readonly Port[];
  outputs: readonly Port[];
  weights: readonly Tensor[];
  nodes: readonly Node[];
}

export function onnxFile(graph: Graph): Uint8Array {
  return message([
    number(1, 8), // the format's version
    bytes(8, message([number(2, opset)])),
    bytes(7, graphMessage(graph)),
  ]);
}

/** A weight whose numbers follow from its name, so that every run writes the same file. */
export function randomWeight(name: string, dims: readonly number[]): Tensor {
  const count = dims.reduce((product, size) => product * size, 1);
  const next = mulberry32([...name].reduce((seed, letter) => seed * 31 + letter.charCodeAt(0), 7));
  return { name, dims, data: Float32Array.from({ length: count }, () => next() * 2 - 1) };
}

function mulberry32(start: number): () => number {
  let state = start | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

function graphMessage({ name, inputs, outputs, weights, nodes }: Graph): Uint8Array {
  return message([
    ...nodes.map((node) => bytes(1, nodeMessage(node))),
    text(2, name),
    ...weights.map((weight) => bytes(5, tensorMessage(weight))),
    ...inputs.map((port) => bytes(11, portMessage(port))),
    ...outputs.map((port) => bytes(12, portMessage(port))),
  ]);
}

function nodeMessage({ op, inputs, output, attributes = {} }: Node): Uint8Array {
  return message([
    ...inputs.map((input) => text(1, input)),
    text(2, output),
    text(3, output),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) =>
      bytes(5, message([text(1, name), number(3, value), number(20, 2)])),
    ),
  ]);
}

function tensorMessage({ name, dims, data }: Tensor): Uint8Array {
  const type = data instanceof Float32Array ? elementTypes.float : elementTypes.int64;
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return message([...dims.map((size) => number(1, size)), number(2, type), text(8, name), bytes(9, raw)]);
}

function portMessage({ name, type, dims }: Port): Uint8Array {
  const shape = message(
    dims.map((size) => bytes(1, message([typeof size === 'number' ? number(1, size) : text(2, size)]))),
  );
  const tensor = message([number(1, elementTypes[type]), bytes(2, shape)]);
  return message([text(1, name), bytes(2, message([bytes(1, tensor)]))]);
}

function message(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function number(field: number, value: number): Uint8Array {
  return message([varint(field << 3), varint(value)]);
}

function text(field: number, value: string): Uint8Array {
  return bytes(field, new TextEncoder().encode(value));
}

function bytes(field: number, value: Uint8Array): Uint8Array {
  return message([varint((field << 3) | 2), varint(value.length), value]);
}

function varint(value: number): Uint8Array {
  const out: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    out.push((rest & 0x7f) | 0x80);
    rest = Math.floor(rest / 128);
  }
  out.push(rest);
  return Uint8Array.from(out);
}
