import { PassingFault } from '@/models/passing-fault';

export interface Asking {
  signal: AbortSignal;
  /** Without a byte for so long the connection counts as lost. */
  stallMs: number;
}

export interface HubAnswer {
  response: Response;
  /** The body as it comes; ends the connection when the caller stops asking for more. */
  chunks(): AsyncGenerator<Uint8Array>;
  /** For who does not want the body. */
  dismiss(): void;
}

/** One request without a retry. Throws a `PassingFault` when the connection cannot be made, is lost or goes silent. */
export async function askHub(url: string, init: RequestInit, asking: Asking): Promise<HubAnswer> {
  const end = new AbortController();
  let patience: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(() => end.abort(), asking.stallMs);
  };
  const dismiss = () => {
    clearTimeout(patience);
    end.abort();
  };
  const overNetwork = async <Value>(step: () => Promise<Value>): Promise<Value> => {
    wait();
    try {
      return await step();
    } catch (cause) {
      asking.signal.throwIfAborted();
      throw new PassingFault('offline', 'The connection was lost', { cause });
    } finally {
      clearTimeout(patience);
    }
  };

  const signal = AbortSignal.any([asking.signal, end.signal]);
  const response = await overNetwork(() => fetch(url, { ...discreet, ...init, signal }));
  return {
    response,
    dismiss,
    async *chunks() {
      const reader = response.body?.getReader();
      try {
        while (reader) {
          const { done, value } = await overNetwork(() => reader.read());
          if (done) return;
          yield value;
        }
      } finally {
        dismiss();
      }
    },
  };
}

/** Nothing goes along that says who asks, and nothing is kept twice. */
const discreet: RequestInit = { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' };
