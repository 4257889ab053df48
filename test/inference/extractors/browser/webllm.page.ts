import { hasLibrary } from '@/inference/extractors/packaged-library';
import WebllmWorker from '@/inference/extractors/webllm.worker?worker';
import { webllmExtractor } from '@/inference/extractors/webllm-extractor';
import { workerBridge } from '@/lib/worker-bridge';
import type { ExtractorRequest } from '@/memory/ports';
import { problemOf } from '@/models/model-error';
import type { LanguageCard } from '@/models/types';
import { behaviours } from '../extractor.contract';
import LosingWorker from './losing-webllm.worker?worker';
import { shelve } from './shelve';
import type { WebllmCalls } from './webllm-itself.worker';
import WebllmItself from './webllm-itself.worker?worker';

const itself = workerBridge<WebllmCalls>(() => new WebllmItself(), 60_000);

const lab = {
  shelve,
  hasLibrary,

  complaint(index: number, card: LanguageCard) {
    const behaviour = behaviours[index];
    if (!behaviour) throw new Error('There is no such behaviour');
    const absent = { ...card, id: 'not-on-the-shelf' };
    const extractor = webllmExtractor({ able: card, unable: absent }[behaviour.of]);
    return behaviour.complaint(extractor).finally(extractor.end);
  },

  /** Answers to requests one after the other, and what was told on the way. */
  async write(card: LanguageCard, requests: ExtractorRequest[]) {
    const progress: { loaded: number; total: number }[] = [];
    const tokens: number[] = [];
    const extractor = webllmExtractor(card, {
      onProgress: (one) => progress.push(one),
      onTokens(count) {
        tokens[tokens.length - 1] = count;
      },
    });
    const answers: string[] = [];
    const ms: number[] = [];
    for (const request of requests) {
      tokens.push(0);
      const from = performance.now();
      answers.push(await extractor.write(request).catch(outcome));
      ms.push(performance.now() - from);
    }
    extractor.end();
    return { answers, progress, tokens, ms };
  },

  async abortedWhileLoading(card: LanguageCard, request: ExtractorRequest) {
    const stop = new AbortController();
    let workers = 0;
    const extractor = webllmExtractor(card, {
      createWorker() {
        workers++;
        return new WebllmWorker();
      },
      onProgress: () => stop.abort('enough'),
    });
    const error = await extractor.write(request, stop.signal).catch((reason: unknown) => reason);
    const ready = extractor.ready;
    const again = await extractor.write(request).catch(outcome);
    extractor.end();
    return { error, ready, again, workers };
  },

  /** How often a model is started that loses the graphics card each time. */
  async losesDevice(card: LanguageCard, request: ExtractorRequest) {
    let workers = 0;
    const extractor = webllmExtractor(card, {
      createWorker() {
        workers++;
        return new LosingWorker({ name: 'loses its device' });
      },
    });
    const answer = await extractor.write(request).catch(outcome);
    extractor.end();
    return { answer, workers };
  },

  hasModel: (id: string, repository: string) => itself.call('hasModel', { id, repository }),
  shards: (id: string, repository: string) => itself.call('shards', { id, repository }),
  reload: (id: string, repository: string, library: string) =>
    itself.call('reload', { id, repository, library }),
};

function outcome(error: unknown): string {
  return `${(error as Error).name} ${problemOf(error)}`;
}

export type Lab = typeof lab;
Object.assign(window, { lab });
