import { graphics } from '@/inference/capability';
import type { Backend } from '@/inference/embedder-calls';

/** What is embedded on the graphics card and without it before the card is trusted; long and short, on purpose. */
export const trialTexts = [
  'I live by the river.',
  'My sister has been a nurse in the same hospital for eleven years, and she still likes it.',
  'No coffee after two',
  'Please answer in short sentences, with an example where one helps, and do not repeat the question first.',
];

/** Vectors of the trial texts, and how long they took to make. */
export interface Trial {
  vectors: readonly Float32Array[];
  ms: number;
}

/** What this machine offers to run a model on, strongest first. Graphics that are only played are none. */
export async function offeredBackends(): Promise<Backend[]> {
  const found = await graphics();
  const threads = globalThis.crossOriginIsolated && navigator.hardwareConcurrency > 2;
  return [
    ...(found.adapter && !found.software ? (['webgpu'] as const) : []),
    ...(threads ? (['wasm-threads'] as const) : []),
    'wasm',
  ];
}

/** Drivers compute wrongly without a word: the card is used only where it gives what the processor gives. */
export function agrees({ vectors }: Trial, reference: Trial): boolean {
  return reference.vectors.every((vector, index) => cosine(vector, vectors[index]) >= 0.999);
}

/** A quantised model runs in parts on either side of the card, which can take longer than without it. */
export function isSlower({ ms }: Trial, reference: Trial): boolean {
  return ms > reference.ms;
}

/** Of two vectors of length 1; not a number, which no limit is below, where one is not there or not finite. */
function cosine(a: Float32Array, b: Float32Array | undefined): number {
  return a.reduce((sum, value, i) => sum + value * (b?.[i] ?? Number.NaN), 0);
}
