import { WorkerFault } from '@/lib/worker-bridge';
import { ModelError, problemOf } from '@/models/model-error';

/** What a call of a worker failed with, as callers know it; what the caller gave as reason of an abort stays. */
export function fromWorker(error: unknown): unknown {
  if (!(error instanceof WorkerFault)) return error;
  const reason = problemOf(error);
  return new ModelError(reason, `The model's worker: ${reason}.`);
}
