import type { FromWorker, ToWorker, WorkerCalls } from '@/lib/worker-bridge';

interface Help<Event> {
  signal: AbortSignal;
  tell(event: Event): void;
}

export type Handlers<Calls extends WorkerCalls> = {
  [Name in keyof Calls]: (
    data: Calls[Name]['data'],
    help: Help<Calls[Name]['event']>,
  ) => Promise<Calls[Name]['reply']>;
};

/** The worker's side of `workerBridge`: answers each call, hears of its abort, and says what went wrong. */
export function serveWorker<Calls extends WorkerCalls>(handlers: Handlers<Calls>): void {
  const stops = new Map<number, AbortController>();
  const post = (message: FromWorker) => self.postMessage(message);

  self.addEventListener('message', async ({ data: message }: MessageEvent<ToWorker>) => {
    if ('abort' in message) return stops.get(message.abort)?.abort();
    const { call, name, data } = message;
    const stop = new AbortController();
    stops.set(call, stop);
    try {
      const handle = handlers[name];
      if (!handle) throw new Error(`This worker does not know "${name}"`);
      const reply = await handle(data, { signal: stop.signal, tell: (event) => post({ call, event }) });
      post({ call, reply });
    } catch (error) {
      post({ call, fault: describe(error) });
    } finally {
      stops.delete(call);
    }
  });
}

function describe(error: unknown): { name: string; message: string; reason: string } {
  const {
    name = 'Error',
    message = String(error),
    reason = '',
  } = (error ?? {}) as Partial<Error & { reason: string }>;
  return { name, message, reason };
}
