/** Why a model cannot be had or cannot answer; each has a text in `_locales` under `problem_<reason>`. */
export const modelProblems = [
  // fetching its files
  'offline',
  'notFound',
  'tooManyRequests',
  'serverTrouble',
  'corrupt',
  'noRoom',
  'privateMode',
  'incomplete',
  // running it
  'noAdapter',
  'noShaderF16',
  'tooBig',
  'outOfMemory',
  'deviceLost',
  'workerDied',
  'timedOut',
  'notOnDisk',
  'libraryMissing',
  'notAnEmbedder',
  'unusable',
  // a language model of the browser or of a server
  'browserHasNone',
  'browserMustDownload',
  'serverUnreachable',
  'serverRefused',
  'serverHasNoSuchModel',
  'badAnswer',
] as const;

export type ModelProblem = (typeof modelProblems)[number];

/** A model that cannot be had or cannot answer. The message is for logs: it never holds words of the user. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly reason: ModelProblem;
  constructor(reason: ModelProblem, message: string = reason, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** What went wrong, also where the error came over from a worker; anything unknown is `unusable`. */
export function problemOf(error: unknown): ModelProblem {
  const { reason } = (error ?? {}) as { reason?: unknown };
  return modelProblems.find((known) => known === reason) ?? 'unusable';
}
