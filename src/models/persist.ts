import { pauseUnless } from '@/lib/pause-unless';
import { PassingFault } from '@/models/passing-fault';

export interface Patience {
  /** Without a byte for so long a connection counts as lost. */
  stallMs: number;
  /** Attempts in a row that bring nothing, before it is given up. */
  attempts: number;
  /** Pause before the second attempt; each further one is twice as long, up to the longest. */
  firstWaitMs: number;
  longestWaitMs: number;
  /** A server that wants to be left alone longer is asked again after this. */
  longestAskedWaitMs: number;
  /** A worker that has not said for so long that it lives is ended, and another one goes on. */
  silentMs: number;
}

/** Gives up after a minute and a half without a byte. */
export const defaultPatience: Patience = {
  stallMs: 30_000,
  attempts: 8,
  firstWaitMs: 1_000,
  longestWaitMs: 30_000,
  longestAskedWaitMs: 120_000,
  silentMs: 60_000,
};

interface Persisting {
  signal: AbortSignal;
  patience: Patience;
  /** How far it has come; an attempt that brought it further does not count as a failed one. */
  reached?: () => number;
}

/** The attempt's value; attempts that fail in a way that may pass are repeated. Throws the last fault. */
export async function persist<Value>(attempt: () => Promise<Value>, persisting: Persisting): Promise<Value> {
  const { signal, patience, reached = () => 0 } = persisting;
  let farthest = reached();
  let failures = 0;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof PassingFault)) throw error;
      if (reached() > farthest) failures = 0;
      farthest = Math.max(farthest, reached());
      failures++;
      if (failures >= patience.attempts || isCutOff()) throw error;
      await pauseUnless(signal, waitMs(failures, error, patience));
    }
  }
}

/** A machine without any network says so, and says when it has one again. */
function isCutOff(): boolean {
  return globalThis.navigator?.onLine === false;
}

function waitMs(failures: number, { waitMs: asked }: PassingFault, patience: Patience): number {
  const own = Math.min(patience.firstWaitMs * 2 ** (failures - 1), patience.longestWaitMs);
  return asked === undefined ? own : Math.max(own, Math.min(asked, patience.longestAskedWaitMs));
}
