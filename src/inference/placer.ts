import { staticVector } from '@/inference/builtin-embedder';
import { placerFeatures } from '@/inference/placer-features';
import type { PlacerWeights, TextClassifier } from '@/inference/placer-weights';
import type { StaticModel } from '@/inference/static-model';
import type { Placer } from '@/memory/ports';

/** Places memories in domains and drafts in matters: logistic regressions over a text's features and its vector. */
export function placer(model: StaticModel, { drafts, memories }: PlacerWeights): Placer {
  return {
    domains: (text) => classify(text, memories, model),
    matters: (text) => classify(text, drafts, model),
  };
}

function classify(
  text: string,
  { features, bytes, scales, bias, vector }: TextClassifier,
  model: StaticModel,
) {
  const outputs = bias.length;
  const logits = Float32Array.from(bias);
  const known = [...placerFeatures(text)].flatMap((feature) => features.get(feature) ?? []);
  const share = 1 / Math.sqrt(Math.max(1, known.length));
  for (const row of known) add(logits, bytes, row * outputs, (scales[row] ?? 0) * share);
  for (const [axis, value] of staticVector(text, model).entries()) {
    add(logits, vector.bytes, axis * outputs, (vector.scales[axis] ?? 0) * value);
  }
  return logits.map((logit) => 1 / (1 + Math.exp(-logit)));
}

function add(logits: Float32Array, bytes: Int8Array, from: number, by: number): void {
  for (let output = 0; output < logits.length; output++) {
    logits[output] = (logits[output] ?? 0) + (bytes[from + output] ?? 0) * by;
  }
}
