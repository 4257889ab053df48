import { modelFault } from '@/inference/model-fault';
import { ModelError, type ModelProblem } from '@/models/model-error';

/** By the names of WebLLM's own errors. */
const problems: Partial<Record<string, ModelProblem>> = {
  WebGPUNotAvailableError: 'noAdapter',
  WebGPUNotFoundError: 'noAdapter',
  ShaderF16SupportError: 'noShaderF16',
  FeatureSupportError: 'noAdapter',
  DeviceLostError: 'deviceLost',
  // After a loss it has let go of the model without a word.
  ModelNotLoadedError: 'deviceLost',
  SpecifiedModelNotFoundError: 'deviceLost',
  MissingModelWasmError: 'libraryMissing',
  ContextWindowSizeExceededError: 'badAnswer',
  UnsupportedTokenizerFilesError: 'corrupt',
  IntegrityError: 'corrupt',
};

/** By its words, where it throws plain errors. */
const signs: readonly [RegExp, ModelProblem][] = [
  [/compatible GPU|requestAdapter/i, 'noAdapter'],
  [/exceeds limit\. requested/i, 'tooBig'],
];

/** What WebLLM threw, in our words: its own may quote what it was working on. */
export function webllmFault(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  const { name = '', message = String(error) } = error as Partial<Error>;
  const problem = problems[name] ?? signs.find(([sign]) => sign.test(message))?.[1];
  return problem ? new ModelError(problem, `The model failed: ${problem}.`) : modelFault(error);
}
