import type { ClassifiersHeader } from '@/inference/text-classifier';
import type { TrainedClassifier } from './train-classifier';

/** The file as `readTextClassifiers` reads it; `dimensions` is the length of a text's vectors together. */
export function classifiersFile(
  classifiers: Readonly<Record<string, TrainedClassifier>>,
  dimensions: number,
): ArrayBuffer {
  const parts = Object.entries(classifiers);
  const header: ClassifiersHeader = {
    dimensions,
    classifiers: parts.map(([name, { features, outputs }]) => ({ name, features, outputs: [...outputs] })),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(new Uint32Array([json.length]).buffer);
  const all = Buffer.concat([length, json, ...parts.flatMap(([, trained]) => packed(trained))]);
  return new Uint8Array(all).buffer;
}

/** Each row is rounded to signed bytes by its largest weight. */
function packed({ weights, bias, outputs }: TrainedClassifier): Uint8Array[] {
  const width = outputs.length;
  const rows = weights.length / width;
  const scales = new Float32Array(rows);
  const bytes = new Int8Array(weights.length);
  for (let row = 0; row < rows; row++) {
    const own = weights.subarray(row * width, (row + 1) * width);
    const largest = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    scales[row] = largest / 127;
    if (largest > 0)
      for (const [at, weight] of own.entries())
        bytes[row * width + at] = Math.round((weight / largest) * 127);
  }
  return [scales, bias, bytes].map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
}
