import type { Backend } from '@/inference/embedder-calls';
import type { FromWorker, ToWorker } from '@/lib/worker-bridge';
import { ModelError } from '@/models/model-error';
import type { EmbeddingCard } from '@/models/types';

/** A call as the worker hears it, and which worker it is, counted from 0. */
export type Heard =
  | { worker: number; load: Backend }
  | { worker: number; embed: readonly string[]; on: Backend };

export interface WorkerDouble {
  createWorker: () => Worker;
  heard: Heard[];
  /** Workers that were started and not ended. */
  running(): number;
}

/** The worker ends in itself, or answers vectors that point the other way. */
export type Fault = 'dies' | 'wrong';

/**
 * Stands for the embedder's worker where none can run, and speaks its protocol. A vector is the length of its text
 * and a one. `fault` may throw what the worker would answer with.
 */
export function workerDouble(fault: (heard: Heard) => Fault | undefined = () => undefined): WorkerDouble {
  const heard: Heard[] = [];
  const alive = new Set<number>();
  let started = 0;

  function createWorker(): Worker {
    const worker = started++;
    alive.add(worker);
    const events = new EventTarget();
    let backend: Backend = 'wasm';

    const answer = (name: string, data: unknown) => {
      if (name === 'load') backend = (data as { backend: Backend }).backend;
      const { texts = [] } = data as { texts?: readonly string[] };
      const call: Heard = name === 'load' ? { worker, load: backend } : { worker, embed: texts, on: backend };
      heard.push(call);
      const wrong = fault(call);
      if (wrong === 'dies') return undefined;
      const sign = wrong === 'wrong' ? -1 : 1;
      return {
        reply: name === 'load' ? { dimensions: 2, backend } : vectorsOf(texts).map((value) => sign * value),
      };
    };

    const double = {
      addEventListener: events.addEventListener.bind(events),
      terminate: () => alive.delete(worker),
      postMessage(message: ToWorker) {
        if (!('name' in message)) return;
        const { call, name, data } = message;
        setTimeout(() => {
          if (!alive.has(worker)) return;
          try {
            const said = answer(name, data);
            events.dispatchEvent(said ? heardAs({ call, ...said }) : new Event('error'));
          } catch (error) {
            const { name, message, reason } = error as ModelError;
            events.dispatchEvent(heardAs({ call, fault: { name, message, reason } }));
          }
        });
      },
    };
    return double as unknown as Worker;
  }

  return { createWorker, heard, running: () => alive.size };
}

export function failing(reason: ModelError['reason']): never {
  throw new ModelError(reason);
}

/** A card whose vectors the double makes. */
export const doubleCard: EmbeddingCard = {
  task: 'embedding',
  id: 'double',
  name: 'Double',
  repository: 'test/double',
  license: 'MIT',
  aboutBytes: 1,
  memoryBytes: 1,
  files: [],
  dimensions: 2,
  pooling: 'mean',
  dtype: 'q8',
  prefixes: { query: '', memory: '' },
  longestTokens: 10,
  languages: 'many',
};

export function vectorOf(text: string): Float32Array {
  const length = Math.hypot(text.length, 1);
  return Float32Array.of(text.length / length, 1 / length);
}

function vectorsOf(texts: readonly string[]): Float32Array {
  return Float32Array.from(texts.flatMap((text) => [...vectorOf(text)]));
}

function heardAs(data: FromWorker): MessageEvent<FromWorker> {
  return new MessageEvent('message', { data });
}
