import EmbedderWorker from '@/inference/embedder.worker?worker';
import type { Backend } from '@/inference/embedder-calls';
import { embedderSession, type Patience } from '@/inference/embedder-session';
import { lruMap } from '@/inference/lru-map';
import { textQueue } from '@/inference/text-queue';
import type { Embedder } from '@/memory/ports';
import { ModelError, type ModelProblem } from '@/models/model-error';
import type { EmbeddingCard } from '@/models/types';

const keptQueries = 200;

export interface TransformersEmbedderOptions {
  /** Of the model's vectors. */
  dimensions: number;
  createWorker?: (() => Worker) | undefined;
  /** Unused for so long, the model is taken out of memory; the next text loads it again. */
  idleMs?: number | undefined;
  /** After a failure, calls fail at once for so long; then the model is tried again. */
  pauseMs?: number | undefined;
  patience?: Patience | undefined;
  /** To try in this order; what this machine offers unless told. */
  backends?: readonly Backend[] | undefined;
  /** The model was loaded, and runs on this. */
  onBackend?: ((backend: Backend) => void) | undefined;
  /** The model could not be run in any way. */
  onTrouble?: ((problem: ModelProblem) => void) | undefined;
}

export interface TransformersEmbedder extends Embedder {
  status(): EmbedderStatus;
  /** Ends the worker and fails what waits; the embedder is of no use any more. */
  end(): void;
}

export interface EmbedderStatus {
  loaded: boolean;
  backend: Backend | undefined;
  textsPerSecond: number | undefined;
}

/**
 * An embedding model that transformers.js runs in a worker, from files on this machine. `embed` throws `ModelError`
 * where the model cannot be had or cannot answer.
 */
export function transformersEmbedder(
  card: EmbeddingCard,
  options: TransformersEmbedderOptions,
): TransformersEmbedder {
  const { dimensions, createWorker = () => new EmbedderWorker() } = options;
  const { idleMs = 5 * 60_000, pauseMs = 30_000 } = options;
  const session = embedderSession(card, { ...options, createWorker, idleMs, pauseMs });
  const queue = textQueue((texts) => session.embed(texts));
  const recent = lruMap<string, Float32Array>(keptQueries);

  return {
    model: card.id,
    dimensions,

    async embed(texts, { as = 'memory', signal } = {}) {
      signal?.throwIfAborted();
      const known = texts.map((text) => vectorWithoutModel(text, as));
      const asked = texts.filter((_, place) => !known[place]);
      const prefixed = asked.map((text) => card.prefixes[as] + text);
      const fresh = asked.length > 0 ? await queue.add(prefixed, as, signal) : [];
      if (as === 'query') for (const [i, vector] of fresh.entries()) recent.set(asked[i] ?? '', vector);
      const rest = fresh.values();
      // Copies: the caller may change what it is given.
      return known.map((vector) => (vector ?? rest.next().value ?? new Float32Array(dimensions)).slice());
    },

    status() {
      const backend = session.loaded?.backend;
      return { loaded: backend !== undefined, backend, textsPerSecond: session.textsPerSecond };
    },

    end() {
      session.end();
      queue.end(new ModelError('workerDied', 'This embedder was ended.'));
    },
  };

  function vectorWithoutModel(text: string, as: 'query' | 'memory'): Float32Array | undefined {
    if (text.trim() === '') return new Float32Array(dimensions);
    return as === 'query' ? recent.get(text) : undefined;
  }
}
