import { ModelError, type ModelProblem } from '@/models/model-error';

/** What went wrong may go right at the next attempt; the reason is the one to give when it never does. */
export class PassingFault extends ModelError {
  /** The server wants to be left alone for so long. */
  readonly waitMs: number | undefined;
  constructor(reason: ModelProblem, message: string, options: ErrorOptions & { waitMs?: number } = {}) {
    super(reason, message, options);
    this.waitMs = options.waitMs;
  }
}
