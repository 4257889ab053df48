/** Calls a worker takes: what each is given, what it tells on the way, what it answers. */
export type WorkerCalls = Record<string, { data: unknown; event?: unknown; reply: unknown }>;

export interface CallOptions<Event> {
  /** Ends the call here at once and tells the worker to stop. */
  signal?: AbortSignal | undefined;
  onEvent?: ((event: Event) => void) | undefined;
  transfer?: Transferable[] | undefined;
  /** Without a word for so long the worker counts as dead: it is ended and the call fails. */
  silentAtMostMs?: number | undefined;
}

export interface WorkerBridge<Calls extends WorkerCalls> {
  call<Name extends keyof Calls & string>(
    name: Name,
    data: Calls[Name]['data'],
    options?: CallOptions<Calls[Name]['event']>,
  ): Promise<Calls[Name]['reply']>;
  readonly running: boolean;
  /** Ends the worker and with it all it holds; calls under way fail. The next call starts a new one. */
  end(): void;
}

/** What a worker threw, or that it died. `reason` is one word a program can tell apart. */
export class WorkerFault extends Error {
  readonly reason: string;
  constructor(name: string, message: string, reason = '') {
    super(message);
    this.name = name;
    this.reason = reason;
  }
}

/** On the wire, to the worker. */
export type ToWorker = { call: number; name: string; data: unknown } | { abort: number };
/** On the wire, from the worker. */
export type FromWorker =
  | { call: number; event: unknown }
  | { call: number; reply: unknown }
  | { call: number; fault: { name: string; message: string; reason: string } };

interface Pending {
  hear(message: FromWorker): void;
  fail(error: unknown): void;
}

/**
 * A worker that starts with the first call, is ended when nothing was asked of it for `idleMs`, and is started anew
 * by the next call when it was ended or died.
 */
export function workerBridge<Calls extends WorkerCalls>(
  create: () => Worker,
  idleMs: number,
): WorkerBridge<Calls> {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let calls = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  function running(): Worker {
    clearTimeout(idle);
    if (worker) return worker;
    const started = create();
    started.addEventListener('message', ({ data }: MessageEvent<FromWorker>) =>
      pending.get(data.call)?.hear(data),
    );
    for (const type of ['error', 'messageerror']) {
      started.addEventListener(type, () => started === worker && end(died()));
    }
    worker = started;
    return started;
  }

  function end(error: unknown): void {
    clearTimeout(idle);
    worker?.terminate();
    worker = undefined;
    for (const { fail } of [...pending.values()]) fail(error);
  }

  function restWhenIdle(): void {
    clearTimeout(idle);
    if (worker && pending.size === 0) idle = setTimeout(() => end(died()), idleMs);
  }

  return {
    get running() {
      return worker !== undefined;
    },
    end: () => end(died()),

    call(name, data, { signal, onEvent, transfer = [], silentAtMostMs } = {}) {
      return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const target = running();
        const call = ++calls;
        let silence: ReturnType<typeof setTimeout> | undefined;

        const settle = (how: () => void) => {
          clearTimeout(silence);
          signal?.removeEventListener('abort', stop);
          pending.delete(call);
          restWhenIdle();
          how();
        };
        const stop = () => {
          target.postMessage({ abort: call } satisfies ToWorker);
          settle(() => reject(signal?.reason));
        };
        const listenFor = () => {
          clearTimeout(silence);
          if (silentAtMostMs) silence = setTimeout(() => end(silent()), silentAtMostMs);
        };

        pending.set(call, {
          hear(message) {
            listenFor();
            if ('event' in message) onEvent?.(message.event);
            else if ('reply' in message) settle(() => resolve(message.reply));
            else {
              const { name, message: words, reason } = message.fault;
              settle(() => reject(new WorkerFault(name, words, reason)));
            }
          },
          fail: (error) => settle(() => reject(error)),
        });
        signal?.addEventListener('abort', stop);
        listenFor();
        target.postMessage({ call, name, data } satisfies ToWorker, transfer);
      });
    },
  };
}

function died(): WorkerFault {
  return new WorkerFault('WorkerFault', 'The worker ended before it answered.', 'workerDied');
}

function silent(): WorkerFault {
  return new WorkerFault('WorkerFault', 'The worker did not answer in time.', 'timedOut');
}
