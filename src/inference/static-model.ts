import { type StaticVocabulary, staticVocabulary } from '@/inference/static-vocabulary';

/*
 * The file of a static embedding model: the letters "TLSE", the version and the length of the header as 32-bit numbers,
 * the header as JSON, the vocabulary as text with a line for each row, then for each row a 16-bit scale and its signed
 * bytes. All numbers are little-endian.
 */

export const staticModelMagic = 0x45534c54;
export const staticModelVersion = 1;
export const staticModelPrefix = 12;

export interface StaticModelHeader {
  /** Stored with every vector. */
  model: string;
  /** A multiple of 4. */
  dimensions: number;
  rows: number;
  /** Bytes of the vocabulary. */
  vocabulary: number;
  /** What a scale of 1 stands for. */
  scaleUnit: number;
}

export interface StaticModel {
  model: string;
  dimensions: number;
  vocabulary: StaticVocabulary;
  /** What a byte of a row is multiplied by. */
  scales: Float32Array;
  bytes: Int8Array;
}

/** Throws an error in plain words where the file is cut, longer than it says, or no model at all. */
export function readStaticModel(file: ArrayBuffer): StaticModel {
  const header = readHeader(file);
  const { model, dimensions, rows, vocabulary, scaleUnit } = header;
  const words = staticModelPrefix + new DataView(file).getUint32(8, true);
  const scalesAt = words + vocabulary;
  const bytesAt = scalesAt + rows * 2;
  if (file.byteLength !== bytesAt + rows * dimensions) throw broken('its length is not what it says');
  const entries = new TextDecoder('utf-8', { fatal: true })
    .decode(new Uint8Array(file, words, vocabulary))
    .split('\n');
  if (entries.length !== rows) throw broken('it has not a word for every row');
  const view = new DataView(file, scalesAt, rows * 2);
  return {
    model,
    dimensions,
    vocabulary: staticVocabulary(entries),
    scales: Float32Array.from({ length: rows }, (_, row) => view.getUint16(row * 2, true) * scaleUnit),
    bytes: new Int8Array(file, bytesAt, rows * dimensions),
  };
}

function readHeader(file: ArrayBuffer): StaticModelHeader {
  const view = new DataView(file);
  if (file.byteLength < staticModelPrefix || view.getUint32(0, true) !== staticModelMagic) {
    throw broken('it does not begin like one');
  }
  if (view.getUint32(4, true) !== staticModelVersion) throw broken('it is of another version');
  const length = view.getUint32(8, true);
  if (staticModelPrefix + length > file.byteLength) throw broken('it is cut off');
  const header = parsed(new Uint8Array(file, staticModelPrefix, length));
  if (!isHeader(header)) throw broken('its header is not understood');
  return header;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is StaticModelHeader {
  if (typeof value !== 'object' || value === null) return false;
  const header = value as Record<keyof StaticModelHeader, unknown>;
  const isCount = (count: unknown) => Number.isSafeInteger(count) && (count as number) > 0;
  return (
    typeof header.model === 'string' &&
    isCount(header.dimensions) &&
    (header.dimensions as number) % 4 === 0 &&
    isCount(header.rows) &&
    isCount(header.vocabulary) &&
    typeof header.scaleUnit === 'number' &&
    header.scaleUnit > 0 &&
    Number.isFinite(header.scaleUnit)
  );
}

function broken(why: string): Error {
  return new Error(`This is no embedding model: ${why}`);
}
