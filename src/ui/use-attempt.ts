import { useState } from 'preact/hooks';
import { EngineError, UnreachableError } from '@/messaging/messenger';
import { text } from '@/ui/text';

/** Errors whose message was written for the user and says what to do. */
const speaking = new Set(['RefusedError', 'StorageFullError']);

/** Runs acts that the engine may refuse; `problem` says in the user's words what the last one ran into. */
export function useAttempt() {
  const [problem, setProblem] = useState<string>();

  async function attempt(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      setProblem(undefined);
      return true;
    } catch (error) {
      setProblem(problemText(error));
      return false;
    }
  }

  return { problem, attempt };
}

/** Throws what is not the engine's: that is a mistake here and belongs in the console. */
function problemText(error: unknown): string {
  if (error instanceof UnreachableError) return text('problemUnreachable');
  if (!(error instanceof EngineError)) throw error;
  return speaking.has(error.name) ? error.message : text('problemOther');
}
