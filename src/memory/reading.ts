import { pause as pauseFor } from '@/lib/pause';
import { unlessAborted } from '@/lib/unless-aborted';
import { ReadingFault } from '@/memory/extraction/model/reading-fault';
import type { Act, Extractor, Ports, ReadingJob } from '@/memory/ports';
import { readAct, readTurn } from '@/memory/read';
import type { Job, TurnId } from '@/memory/types';

/** Reads turns with the language model, one after the other, when nobody needs the machine. */
export interface Reading {
  /**
   * To be called before the first run: what is leased then was being read when the page ended. It counts as a failure,
   * so that a turn, or a model, that takes the page down with it is left alone after three times.
   */
  takeUp(): Promise<void>;
  /**
   * Reads until no job is left, or nobody may read now; goes on by itself after a pause. Many calls are one. A fault of
   * the model is none of this promise's.
   */
  run(): Promise<void>;
  /** Somebody types: what is being written is dropped at once, and nothing is read until it has been quiet. */
  pause(): void;
}

interface Options {
  /** Makes an act in order with all others, and keeps it. */
  act(make: () => Promise<Act | undefined>): Promise<Act | undefined>;
  /** Hears of each turn that could not be read: the error, never the words. */
  onFault(error: unknown): void;
  wait?(ms: number): Promise<void>;
  quietMs?: number;
  /** A generation that takes longer has hung; less than the lease, which is renewed before each. */
  answerWithinMs?: number;
}

/** A page that was closed while it read gives its job back after this long. */
const leaseMs = 5 * 60_000;
/** A turn that cannot be read so many times is parked: others wait behind it. */
const mostAttempts = 3;
/** After a failure nothing is read for a while, twice as long with each further one in a row. */
const restMs = { first: 30_000, longest: 10 * 60_000 };

export function reading(
  ports: Ports,
  { act, onFault, wait = pauseFor, quietMs = 5_000, answerWithinMs = 4 * 60_000 }: Options,
): Reading {
  const { store } = ports;
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  let notBefore = 0;
  let failuresInRow = 0;
  let stop = new AbortController();
  /** What the model has written for the turn it was last asked about: a long one is not begun anew after each pause. */
  let written: { turnId?: TurnId; answers: Map<string, string> } = { answers: new Map() };

  async function readAll(): Promise<void> {
    do {
      isAskedAgain = false;
      while (await readNext());
    } while (isAskedAgain);
  }

  /** False when there is nothing to read now, or nobody to read it. */
  async function readNext(): Promise<boolean> {
    await rested();
    stop = new AbortController();
    const { signal } = stop;
    const extractor = ports.extractor();
    if (!extractor || !(await mayRead())) return false;
    const taken = await store.nextJob(ports.now());
    if (!taken) return false;
    try {
      await readOne(taken, extractor, signal);
      failuresInRow = 0;
    } catch (error) {
      if (signal.aborted) await giveBack(taken.job);
      else await fail(taken.job, error);
    }
    return true;
  }

  async function mayRead(): Promise<boolean> {
    return (await store.settings()).enabled && (await ports.mayWork());
  }

  async function readOne(taken: ReadingJob, extractor: Extractor, signal: AbortSignal): Promise<void> {
    const read = await readTurn(taken, leased(extractor, taken.job, signal), ports, signal);
    await act(async () => {
      signal.throwIfAborted();
      return readAct(taken, read, extractor.model, ports);
    });
  }

  /** The extractor, while the lease lasts. */
  function leased(extractor: Extractor, job: Job, signal: AbortSignal): Extractor {
    if (written.turnId !== job.turnId) written = { turnId: job.turnId, answers: new Map() };
    const { answers } = written;
    return {
      model: extractor.model,
      contextTokens: extractor.contextTokens,
      ready: extractor.ready,
      async write(request) {
        const question = `${extractor.model}\n${request.prompt}`;
        const known = answers.get(question);
        if (known !== undefined) return known;
        signal.throwIfAborted();
        await store.saveJob({ ...job, leasedUntil: ports.now() + leaseMs });
        const answer = await inTime((limited) => extractor.write(request, limited), answerWithinMs, signal);
        answers.set(question, answer);
        return answer;
      },
    };
  }

  async function giveBack(job: Job): Promise<void> {
    await store.saveJob({ ...job, leasedUntil: undefined });
  }

  async function fail(job: Job, error: unknown): Promise<void> {
    onFault(error);
    written = { answers: new Map() };
    const rest = Math.min(restMs.longest, restMs.first * 2 ** failuresInRow);
    failuresInRow++;
    notBefore = Math.max(notBefore, ports.now() + rest);
    await countFailure(job, reasonOf(error));
  }

  async function countFailure(job: Job, reason: string): Promise<void> {
    const failed: Job = { ...job, attempts: job.attempts + 1, leasedUntil: undefined };
    const isLast = failed.attempts >= mostAttempts;
    await store.saveJob(isLast ? { ...failed, parkedAt: ports.now(), reason } : failed);
  }

  async function rested(): Promise<void> {
    for (let left = notBefore - ports.now(); left > 0; left = notBefore - ports.now()) await wait(left);
  }

  return {
    async takeUp() {
      for (const job of await store.leasedJobs()) await countFailure(job, 'workerDied');
    },
    run() {
      isAskedAgain = true;
      running ??= readAll().finally(() => {
        running = undefined;
      });
      return running;
    },
    pause() {
      notBefore = Math.max(notBefore, ports.now() + quietMs);
      stop.abort(new Error('Somebody types'));
    },
  };
}

/** One word that programs know; anything else might hold words of the user. */
function reasonOf(error: unknown): string {
  const { reason } = (error ?? {}) as { reason?: unknown };
  return typeof reason === 'string' && /^[a-z]{1,40}$/i.test(reason) ? reason : 'unusable';
}

/** Ends at once when aborted, or when it has hung, whether or not the extractor hears of it. */
async function inTime<Value>(
  write: (signal: AbortSignal) => Promise<Value>,
  limitMs: number,
  signal: AbortSignal,
): Promise<Value> {
  const late = new AbortController();
  const hung = () => late.abort(new ReadingFault('timedOut', 'The model did not answer in time.'));
  const timer = setTimeout(hung, limitMs);
  const either = AbortSignal.any([signal, late.signal]);
  try {
    return await unlessAborted(either, write(either));
  } finally {
    clearTimeout(timer);
  }
}
