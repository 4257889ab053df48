import { staticVector } from '@/inference/builtin-embedder';
import type { StaticModel } from '@/inference/static-model';
import {
  addFeatures,
  addVector,
  chances,
  readTextClassifiers,
  type TextClassifier,
} from '@/inference/text-classifier';
import type { JudgedTurn } from '@/memory/extraction/judged/features';
import { judgeOutputs, keptKinds } from '@/memory/extraction/judged/outputs';
import type { Judge } from '@/memory/ports';

/** Characters of a turn that its vector is made of. */
export const longestTurn = 600;

/**
 * Judges phrases by their features and three vectors: their own, their sentence's and their turn's. Throws as
 * `readTextClassifiers`.
 */
export function judge(model: StaticModel, file: ArrayBuffer): Judge {
  const read = readTextClassifiers(file, 3 * model.dimensions, { phrases: judgeOutputs, kinds: keptKinds });
  return {
    weigh(turn) {
      const vectors = vectorsOf(turn, model);
      const phrase = weighing(turn, vectors, read.phrases, model.dimensions);
      let kinds: ((at: number) => Float32Array) | undefined;
      return turn.phrases.map((_, at) => ({
        phrase: phrase(at),
        // Of most turns nothing is kept: of what kind it were is told when somebody asks.
        kinds() {
          kinds ??= weighing(turn, vectors, read.kinds, model.dimensions);
          return kinds(at);
        },
      }));
    },
  };
}

/** Places of the three vectors in a classifier's rows, in lengths of a vector. */
const place = { phrase: 0, sentence: 1, turn: 2 };

/** What the phrases of a turn share is added up once for all of them. */
function weighing(
  turn: JudgedTurn,
  vectors: ReturnType<typeof vectorsOf>,
  classifier: TextClassifier,
  dimensions: number,
): (at: number) => Float32Array {
  const outputs = classifier.bias.length;
  const shared = new Float32Array(outputs);
  const known = addFeatures(shared, turn.features, classifier);
  const around = Float32Array.from(classifier.bias);
  addVector(around, vectors.turn, place.turn * dimensions, classifier);
  const ofSentence = new Map(
    [...vectors.sentences].map(([sentence, vector]) => {
      const logits = around.slice();
      addVector(logits, vector, place.sentence * dimensions, classifier);
      return [sentence, logits] as const;
    }),
  );
  return (at) => {
    const { text = '', sentence = '', features = new Set<string>() } = turn.phrases[at] ?? {};
    const own = shared.slice();
    const share = 1 / Math.sqrt(Math.max(1, known + addFeatures(own, features, classifier)));
    const logits = (ofSentence.get(sentence) ?? around).map(
      (logit, output) => logit + share * (own[output] ?? 0),
    );
    addVector(logits, vectors.phrase(text), place.phrase * dimensions, classifier);
    return chances(logits);
  };
}

function vectorsOf({ text, phrases }: JudgedTurn, model: StaticModel) {
  const ofPhrase = new Map<string, Float32Array>();
  return {
    turn: staticVector(text.slice(0, longestTurn), model),
    sentences: new Map(
      [...new Set(phrases.map(({ sentence }) => sentence))].map((one) => [one, staticVector(one, model)]),
    ),
    phrase(text: string) {
      const vector = ofPhrase.get(text) ?? staticVector(text, model);
      ofPhrase.set(text, vector);
      return vector;
    },
  };
}
