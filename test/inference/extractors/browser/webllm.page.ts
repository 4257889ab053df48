import { packagedLibraries } from '@/inference/extractors/packaged-library';
import { webllmExtractor } from '@/inference/extractors/webllm-extractor';
import { workerBridge } from '@/lib/worker-bridge';
import type { ExtractorRequest } from '@/memory/ports';
import { problemOf } from '@/models/model-error';
import type { LanguageCard } from '@/models/types';
import { behaviours } from '../extractor.contract';
import { shelve } from './shelve';
import type { WebllmCalls } from './webllm-itself.worker';
import WebllmItself from './webllm-itself.worker?worker';

const itself = workerBridge<WebllmCalls>(() => new WebllmItself(), 60_000);

const lab = {
  shelve,
  packagedLibraries,

  complaint(index: number, card: LanguageCard) {
    const behaviour = behaviours[index];
    if (!behaviour) throw new Error('There is no such behaviour');
    const absent = { ...card, id: 'not-on-the-shelf' };
    const extractor = webllmExtractor({ able: card, unable: absent }[behaviour.of]);
    return behaviour.complaint(extractor).finally(extractor.end);
  },

  async write(card: LanguageCard, request: ExtractorRequest) {
    const progress: { loaded: number; total: number }[] = [];
    const extractor = webllmExtractor(card, { onProgress: (one) => progress.push(one) });
    const from = performance.now();
    const first = await extractor.write(request).catch(outcome);
    const loadedMs = performance.now() - from;
    const again = performance.now();
    const second = first.startsWith('ModelError') ? first : await extractor.write(request).catch(outcome);
    const ms = performance.now() - again;
    extractor.end();
    return { answers: [first, second], progress, loadedMs, ms };
  },

  async abortedWhileLoading(card: LanguageCard, request: ExtractorRequest) {
    const stop = new AbortController();
    const extractor = webllmExtractor(card);
    const writing = extractor.write(request, stop.signal).catch((reason: unknown) => reason);
    setTimeout(() => stop.abort('enough'));
    const error = await writing;
    const ready = extractor.ready;
    const again = await extractor.write(request).catch(outcome);
    extractor.end();
    return { error, ready, again };
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
