import { rejectable } from '@/inference/rejectable';
import { ModelError } from '@/models/model-error';

type Files = (input: string | URL, init?: RequestInit) => Promise<Response>;

/**
 * Model files, and a promise that rejects once a file of weights is not among them: transformers.js waits for it
 * forever.
 */
export function watchedFiles(files: Files): { fetch: Files; missing: Promise<never> } {
  const { promise: missing, reject } = rejectable();
  return {
    missing,
    async fetch(input, init) {
      const answer = await files(input, init).catch((error: unknown) => {
        reject(error);
        throw error;
      });
      if (!answer.ok && weights.test(String(input))) reject(new ModelError('notOnDisk'));
      return answer;
    },
  };
}

const weights = /\.onnx(?:_data(?:_\d+)?)?$/;
