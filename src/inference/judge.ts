import { staticVector } from '@/inference/builtin-embedder';
import type { StaticModel } from '@/inference/static-model';
import { classify, readTextClassifiers } from '@/inference/text-classifier';
import { judgeOutputs, keptKinds } from '@/memory/extraction/judged/outputs';
import type { Judge } from '@/memory/ports';

/** Judges phrases by their features and three vectors: their own, their sentence's and their turn's. */
export function judge(model: StaticModel, file: ArrayBuffer): Judge {
  const read = readTextClassifiers(file, 3 * model.dimensions, { phrases: judgeOutputs, kinds: keptKinds });
  const vector = remembered((text: string) => staticVector(text, model));
  return {
    weigh: ({ text, sentence, turn, features }) => {
      const vectors = [staticVector(text, model), vector(sentence), vector(turn.slice(0, longestTurn))];
      return {
        phrases: classify({ features, vectors }, read.phrases),
        kinds: classify({ features, vectors }, read.kinds),
      };
    },
  };
}

const longestTurn = 600;

/** The phrases of a turn come one after the other, with the same sentences and the same turn around them. */
function remembered<Value>(make: (text: string) => Value): (text: string) => Value {
  const last = new Map<string, Value>();
  return (text) => {
    const known = last.get(text) ?? make(text);
    if (last.size > 8) last.clear();
    last.set(text, known);
    return known;
  };
}
