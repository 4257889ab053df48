import type { EndingExtractor } from '@/inference/extractors/ending-extractor';
import { fromWorker } from '@/inference/extractors/failure';
import { type LocalServer, usualContext } from '@/inference/extractors/local-server';
import type { ServerCalls } from '@/inference/extractors/local-server.worker';
import LocalServerWorker from '@/inference/extractors/local-server.worker?worker';
import { workerBridge } from '@/lib/worker-bridge';

const idleMs = 60_000;

/** A language model behind the user's own server, asked by a worker that may reach it. */
export function serverExtractor(server: LocalServer): EndingExtractor {
  const bridge = workerBridge<ServerCalls>(() => new LocalServerWorker(), idleMs);
  return {
    model: `server:${server.model}`,
    contextTokens: server.contextTokens ?? usualContext,
    ready: true,
    write: (request, signal) => bridge.call('write', { server, request }, { signal }).catch(fail),
    end: bridge.end,
  };
}

/** Names of the models that a server offers. Throws `ModelError`. */
export async function serverModels(url: string, signal?: AbortSignal): Promise<string[]> {
  const bridge = workerBridge<ServerCalls>(() => new LocalServerWorker(), idleMs);
  try {
    return await bridge.call('models', { url }, { signal }).catch(fail);
  } finally {
    bridge.end();
  }
}

function fail(error: unknown): never {
  throw fromWorker(error);
}
