import EmbedderWorker from '@/inference/embedder.worker?worker';
import type { Backend } from '@/inference/embedder-calls';
import { embedderSession } from '@/inference/embedder-session';
import { ModelError } from '@/models/model-error';
import type { EmbeddingCard } from '@/models/types';

export interface TryOptions {
  createWorker?: (() => Worker) | undefined;
  backends?: readonly Backend[] | undefined;
}

/** Runs a model once: whether it is an embedding model that runs here, and what it gives. Throws `ModelError`. */
export async function tryEmbedder(
  card: EmbeddingCard,
  { createWorker = () => new EmbedderWorker(), backends }: TryOptions = {},
): Promise<{ dimensions: number; backend: Backend }> {
  const { dimensions } = card;
  const session = embedderSession(card, { createWorker, backends, dimensions, idleMs: 60_000, pauseMs: 0 });
  try {
    await session.embed(['A sentence to begin with']);
    const { loaded } = session;
    if (!loaded) throw new ModelError('workerDied');
    return { dimensions: loaded.dimensions, backend: loaded.backend };
  } finally {
    session.end();
  }
}
