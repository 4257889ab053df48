import type { EndingExtractor } from '@/inference/extractors/ending-extractor';
import { fromWorker } from '@/inference/extractors/failure';
import type {
  Device,
  GenerationCalls,
  GenerationEvent,
  LoadProgress,
} from '@/inference/extractors/generation-calls';
import { workerBridge } from '@/lib/worker-bridge';
import type { ExtractorRequest } from '@/memory/ports';
import { ModelError, type ModelProblem, problemOf } from '@/models/model-error';
import type { LanguageCard } from '@/models/types';

export interface WorkerExtractorOptions {
  /** Unused for so long, the model is taken out of memory; the next request loads it again. */
  idleMs?: number | undefined;
  /** Without a word for so long, the worker counts as dead. */
  longestSilenceMs?: number | undefined;
  onProgress?: ((progress: LoadProgress) => void) | undefined;
  onLoaded?: ((device: Device) => void) | undefined;
  /** How many tokens of the answer there are. */
  onTokens?: ((tokens: number) => void) | undefined;
}

interface Making {
  createWorker: () => Worker;
  /** What to run the model on, in the order in which to try. */
  devices: (card: LanguageCard) => Promise<readonly Device[]>;
}

/** May have been an accident: the same again is worth a try, in a new worker. */
const passing: readonly ModelProblem[] = ['deviceLost', 'workerDied'];
/** Says nothing against the model that is loaded. */
const harmless: readonly ModelProblem[] = ['badAnswer'];
/** The same on every device. */
const hopeless: readonly ModelProblem[] = ['notOnDisk', 'corrupt', 'badAnswer', 'libraryMissing'];

/** A language model on this machine, run in a worker of its own. */
export function workerExtractor(
  card: LanguageCard,
  { createWorker, devices }: Making,
  { idleMs = 120_000, longestSilenceMs = 300_000, ...told }: WorkerExtractorOptions = {},
): EndingExtractor {
  const bridge = workerBridge<GenerationCalls>(createWorker, idleMs);
  let left: readonly Device[] | undefined;
  let isLoaded = false;
  let ends = 0;

  function hear(event: GenerationEvent): void {
    if ('loading' in event) told.onProgress?.(event.loading);
    else if ('tokens' in event) told.onTokens?.(event.tokens);
    else {
      isLoaded = true;
      told.onLoaded?.(event.loadedOn);
    }
  }

  async function ask(device: Device, request: ExtractorRequest, signal?: AbortSignal): Promise<string> {
    if (!bridge.running) isLoaded = false;
    try {
      const data = { card, device, request };
      return await bridge.call('write', data, { signal, onEvent: hear, silentAtMostMs: longestSilenceMs });
    } catch (error) {
      // Nobody waits for what is being loaded, and loading cannot be stopped in another way.
      if (signal?.aborted ? !isLoaded : !harmless.includes(problemOf(error))) bridge.end();
      throw error;
    }
  }

  async function askTwice(device: Device, request: ExtractorRequest, signal?: AbortSignal): Promise<string> {
    const before = ends;
    try {
      return await ask(device, request, signal);
    } catch (error) {
      if (signal?.aborted || ends !== before || !passing.includes(problemOf(error))) throw error;
      return ask(device, request, signal);
    }
  }

  return {
    model: card.id,
    contextTokens: card.contextTokens,
    get ready() {
      return bridge.running && isLoaded;
    },

    async write(request, signal) {
      signal?.throwIfAborted();
      left ??= await devices(card);
      signal?.throwIfAborted();
      const before = ends;
      let failure: unknown = new ModelError('noAdapter', 'There is nothing to run the model on.');
      for (const device of left) {
        try {
          const text = await askTwice(device, request, signal);
          left = left.slice(left.indexOf(device));
          return text;
        } catch (error) {
          if (signal?.aborted) throw signal.reason;
          failure = fromWorker(error);
          if (ends !== before || hopeless.includes(problemOf(error))) break;
        }
      }
      throw failure;
    },

    end() {
      ends++;
      bridge.end();
    },
  };
}
