import type { Device } from '@/inference/extractors/generation-calls';
import TextGenerationWorker from '@/inference/extractors/text-generation.worker?worker';
import { transformersExtractor } from '@/inference/extractors/transformers-extractor';
import type { FromWorker } from '@/lib/worker-bridge';
import type { ExtractorRequest } from '@/memory/ports';
import { problemOf } from '@/models/model-error';
import type { LanguageCard } from '@/models/types';
import { behaviours } from '../extractor.contract';
import LosingWorker from './losing-text-generation.worker?worker';
import { shelve } from './shelve';

const lab = {
  shelve,

  complaint(index: number, card: LanguageCard) {
    const behaviour = behaviours[index];
    if (!behaviour) throw new Error('There is no such behaviour');
    const absent = { ...card, id: 'not-on-the-shelf' };
    const extractor = transformersExtractor({ able: card, unable: absent }[behaviour.of], {
      devices: ['wasm'],
    });
    return behaviour.complaint(extractor).finally(extractor.end);
  },

  /** Answers to requests one after the other, and what was told on the way. */
  async write(card: LanguageCard, requests: ExtractorRequest[], devices?: Device[]) {
    const loadedOn: Device[] = [];
    const progress: { loaded: number; total: number }[] = [];
    const tokens: number[] = [];
    const extractor = transformersExtractor(card, {
      ...(devices && { devices }),
      onLoaded: (device) => loadedOn.push(device),
      onProgress: (one) => progress.push(one),
      onTokens(count) {
        tokens[tokens.length - 1] = count;
      },
    });
    const ready = [extractor.ready];
    const answers: string[] = [];
    const ms: number[] = [];
    for (const request of requests) {
      tokens.push(0);
      const from = performance.now();
      answers.push(await extractor.write(request).catch(outcome));
      ms.push(performance.now() - from);
      ready.push(extractor.ready);
    }
    extractor.end();
    return { answers, ready, loadedOn, progress, tokens, ms };
  },

  /** Events and the end of a generation that is aborted at its first token, past the bridge. */
  async tokensAfterAbort(card: LanguageCard, request: ExtractorRequest) {
    const worker = new TextGenerationWorker();
    const told: FromWorker[] = [];
    let aborted = false;
    await new Promise<void>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        told.push(data);
        if ('fault' in data || 'reply' in data) resolve();
        if (!aborted && 'event' in data && 'tokens' in (data.event as object)) {
          aborted = true;
          worker.postMessage({ abort: 1 });
        }
      });
      worker.postMessage({ call: 1, name: 'write', data: { card, device: 'wasm', request } });
    });
    worker.terminate();
    const tokens = told.filter((one) => 'event' in one && 'tokens' in (one.event as object));
    return { tokens: tokens.length, ended: 'fault' in (told.at(-1) ?? {}) };
  },

  /** What becomes of a request whose worker dies at the first token, as often as told. */
  async diesAtFirstToken(card: LanguageCard, request: ExtractorRequest, times: number) {
    const started: Worker[] = [];
    const extractor = transformersExtractor(card, {
      devices: ['wasm'],
      createWorker() {
        const worker = new TextGenerationWorker();
        started.push(worker);
        if (started.length <= times) {
          worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
            if ('event' in data && 'tokens' in (data.event as object))
              worker.dispatchEvent(new ErrorEvent('error'));
          });
        }
        return worker;
      },
    });
    const answer = await extractor.write(request).catch(outcome);
    extractor.end();
    return { answer, workers: started.length };
  },

  /** What becomes of a request that loses the graphics card as it starts, as often as told. */
  async losesDevice(card: LanguageCard, request: ExtractorRequest, times: number) {
    let started = 0;
    const extractor = transformersExtractor(card, {
      devices: ['webgpu'],
      createWorker: () => new LosingWorker({ name: started++ < times ? 'loses its device' : 'keeps it' }),
    });
    const answer = await extractor.write(request).catch(outcome);
    extractor.end();
    return { answer, workers: started };
  },

  async abortedWhileLoading(card: LanguageCard, request: ExtractorRequest) {
    const stop = new AbortController();
    let workers = 0;
    const extractor = transformersExtractor(card, {
      devices: ['wasm'],
      createWorker() {
        workers++;
        return new TextGenerationWorker();
      },
      onProgress: () => stop.abort('enough'),
    });
    const error = await extractor.write(request, stop.signal).catch((reason: unknown) => reason);
    const ready = extractor.ready;
    const again = await extractor.write(request);
    extractor.end();
    return { error, ready, again, workers };
  },

  async endedWhileWriting(card: LanguageCard, request: ExtractorRequest) {
    const started: Worker[] = [];
    const extractor = transformersExtractor(card, {
      devices: ['wasm'],
      createWorker() {
        const worker = new TextGenerationWorker();
        started.push(worker);
        return worker;
      },
      onLoaded: () => extractor.end(),
    });
    const answer = await extractor.write(request).catch(outcome);
    return { answer, workers: started.length };
  },

  /** Whether the model is still in memory once nothing was asked for the time given. */
  async readyAfterIdle(card: LanguageCard, request: ExtractorRequest, idleMs: number) {
    const extractor = transformersExtractor(card, { devices: ['wasm'], idleMs });
    await extractor.write(request);
    const before = extractor.ready;
    while (extractor.ready) await new Promise((resolve) => setTimeout(resolve, idleMs));
    const again = await extractor.write(request);
    extractor.end();
    return { before, again };
  },
};

function outcome(error: unknown): string {
  return `${(error as Error).name} ${problemOf(error)}`;
}

export type Lab = typeof lab;
Object.assign(window, { lab });
