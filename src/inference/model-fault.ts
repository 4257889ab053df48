import { ModelError, type ModelProblem } from '@/models/model-error';

/** Told by the words of the libraries, first match first. Seen with transformers.js 4.3 and ONNX Runtime 1.31. */
const signs: readonly [RegExp, ModelProblem][] = [
  [/ModelFileNotFoundError/, 'notOnDisk'],
  [/SyntaxError|protobuf/, 'corrupt'],
  [/device.{0,10}lost/i, 'deviceLost'],
  [
    /bad_alloc|out of memory|\bOOM\b|failed to allocate|allocation failed|cannot enlarge memory/i,
    'outOfMemory',
  ],
  [/Integer overflow|Tensor shape is too large|memory access out of bounds/, 'outOfMemory'],
  [/^RangeError(?!.*call stack)/, 'outOfMemory'],
];

/** What a model library threw, in our words: its own may quote what it was working on. */
export function modelFault(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  const { name = '', message = String(error) } = (error ?? {}) as Partial<Error>;
  const told = `${name}: ${message}`;
  const problem = signs.find(([sign]) => sign.test(told))?.[1] ?? 'unusable';
  return new ModelError(problem, `The model failed: ${problem}.`);
}
