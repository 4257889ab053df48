import type { PlacerHeader } from '@/inference/placer-weights';
import type { TrainedClassifier } from './train-classifier';

interface Part {
  name: 'drafts' | 'memories';
  trained: TrainedClassifier;
  outputs: readonly string[];
}

/** The file as `readPlacerWeights` reads it. */
export function placerFile(parts: readonly Part[], dimensions: number): ArrayBuffer {
  const header: PlacerHeader = {
    dimensions,
    classifiers: parts.map(({ name, trained, outputs }) => ({
      name,
      features: trained.features,
      outputs: [...outputs],
    })),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(new Uint32Array([json.length]).buffer);
  const all = Buffer.concat([
    length,
    json,
    ...parts.flatMap(({ trained, outputs }) => packed(trained, outputs.length)),
  ]);
  return new Uint8Array(all).buffer;
}

/** Each row is rounded to signed bytes by its largest weight. */
function packed({ weights, bias }: TrainedClassifier, outputs: number): Uint8Array[] {
  const rows = weights.length / outputs;
  const scales = new Float32Array(rows);
  const bytes = new Int8Array(weights.length);
  for (let row = 0; row < rows; row++) {
    const own = weights.subarray(row * outputs, (row + 1) * outputs);
    const largest = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    scales[row] = largest / 127;
    if (largest > 0)
      for (const [at, weight] of own.entries())
        bytes[row * outputs + at] = Math.round((weight / largest) * 127);
  }
  return [scales, bias, bytes].map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
}
