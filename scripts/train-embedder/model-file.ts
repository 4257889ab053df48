import {
  type StaticModelHeader,
  staticModelMagic,
  staticModelPrefix,
  staticModelVersion,
} from '@/inference/static-model';

interface Trained {
  model: string;
  entries: readonly string[];
  table: Float32Array;
  dimensions: number;
}

const mostOfByte = 127;
const mostOfScale = 65_535;

/** The file that `readStaticModel` reads: every row as signed bytes with a scale of its own. */
export function modelFile({ model, entries, table, dimensions }: Trained): Uint8Array {
  const rows = entries.length;
  const peaks = entries.map((_, row) =>
    table
      .subarray(row * dimensions, (row + 1) * dimensions)
      .reduce((most, value) => Math.max(most, Math.abs(value)), 0),
  );
  const scaleUnit = Math.max(...peaks) / mostOfByte / mostOfScale;
  const vocabulary = new TextEncoder().encode(entries.join('\n'));
  const described: StaticModelHeader = { model, dimensions, rows, vocabulary: vocabulary.length, scaleUnit };
  const header = new TextEncoder().encode(JSON.stringify(described));
  const scalesAt = staticModelPrefix + header.length + vocabulary.length;
  const file = new Uint8Array(scalesAt + rows * 2 + rows * dimensions);
  const view = new DataView(file.buffer);
  view.setUint32(0, staticModelMagic, true);
  view.setUint32(4, staticModelVersion, true);
  view.setUint32(8, header.length, true);
  file.set(header, staticModelPrefix);
  file.set(vocabulary, staticModelPrefix + header.length);
  peaks.forEach((peak, row) => {
    const scale = Math.ceil(peak / mostOfByte / scaleUnit);
    view.setUint16(scalesAt + row * 2, Math.min(scale, mostOfScale), true);
    for (let i = 0; i < dimensions; i++) {
      const value = Math.round((table[row * dimensions + i] ?? 0) / ((scale || 1) * scaleUnit));
      view.setInt8(
        scalesAt + rows * 2 + row * dimensions + i,
        Math.max(-mostOfByte, Math.min(mostOfByte, value)),
      );
    }
  });
  return file;
}
