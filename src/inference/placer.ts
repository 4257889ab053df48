import { staticVector } from '@/inference/builtin-embedder';
import { placerFeatures } from '@/inference/placer-features';
import type { StaticModel } from '@/inference/static-model';
import { classify, readTextClassifiers, type TextClassifier } from '@/inference/text-classifier';
import { domains, matters } from '@/memory/domains';
import type { Placer } from '@/memory/ports';

/** Places memories in domains and drafts in matters. Throws where the file is not made for the model. */
export function placer(model: StaticModel, file: ArrayBuffer): Placer {
  const read = readTextClassifiers(file, model.dimensions, { drafts: matters, memories: domains });
  const placed = (text: string, classifier: TextClassifier) =>
    classify(placerFeatures(text), staticVector(text, model), classifier);
  return {
    domains: (text) => placed(text, read.memories),
    matters: (text) => placed(text, read.drafts),
  };
}
