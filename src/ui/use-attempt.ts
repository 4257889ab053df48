import { useState } from 'preact/hooks';
import { EngineError, UnreachableError } from '@/messaging/messenger';
import { ModelError, type ModelProblem, modelProblems } from '@/models/model-error';
import { type TextKey, text } from '@/ui/text';

/** Errors whose message was written for the user and says what to do. */
const speaking = new Set(['RefusedError', 'StorageFullError']);

type Instead = Partial<Record<ModelProblem, TextKey>>;

/**
 * Runs acts that the engine may refuse; `problem` says in the user's words what the last one ran into. `instead` has
 * words for problems of models that mean something else here.
 */
export function useAttempt(instead: Instead = {}) {
  const [problem, setProblem] = useState<string>();

  async function attempt(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      setProblem(undefined);
      return true;
    } catch (error) {
      setProblem(problemText(error, instead));
      return false;
    }
  }

  return { problem, attempt };
}

/** Throws what is neither the engine's nor a model's: that is a mistake here and belongs in the console. */
function problemText(error: unknown, instead: Instead): string {
  if (error instanceof UnreachableError) return text('problemUnreachable');
  const reason = modelProblems.find((known) => known === reasonIn(error));
  if (reason) return text(instead[reason] ?? `problem_${reason}`);
  if (!(error instanceof EngineError)) throw error;
  return speaking.has(error.name) ? error.message : text('problemOther');
}

/** Of a model's error, which comes over from the engine with its reason as the message. */
function reasonIn(error: unknown): string | undefined {
  if (error instanceof ModelError) return error.reason;
  return error instanceof EngineError && error.name === 'ModelError' ? error.message : undefined;
}
