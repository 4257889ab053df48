import type { LocalServer } from '@/inference/extractors/local-server';
import { serverExtractor, serverModels } from '@/inference/extractors/server-extractor';
import type { ExtractorRequest } from '@/memory/ports';
import { problemOf } from '@/models/model-error';
import { behaviours } from '../extractor.contract';

const request: ExtractorRequest = { system: 'You read.', prompt: 'I live in Ghent.', maxTokens: 40 };

const lab = {
  complaint(index: number, url: string) {
    const behaviour = behaviours[index];
    if (!behaviour) throw new Error('There is no such behaviour');
    const model = { able: 'plain', unable: 'error-midway' }[behaviour.of];
    return behaviour.complaint(serverExtractor({ url, model }));
  },

  write: (server: LocalServer) => serverExtractor(server).write(request).catch(outcome),
  models: (url: string) => serverModels(url).catch(outcome),

  fetchInPage: (url: string) => fetch(url).then(String, (error: Error) => error.name),

  async aborted(url: string, model: string) {
    const stop = new AbortController();
    const asked = new Promise((resolve) => addEventListener('go-on', resolve, { once: true }));
    const writing = serverExtractor({ url, model }).write(request, stop.signal);
    await asked;
    stop.abort('enough');
    return writing.catch((error: unknown) => error);
  },

  async endedAndAskedAgain(url: string) {
    const extractor = serverExtractor({ url, model: 'plain' });
    const first = await extractor.write(request);
    extractor.end();
    return [first, await extractor.write(request)];
  },
};

function outcome(error: unknown): string {
  return `${(error as Error).name} ${problemOf(error)}`;
}

export type Lab = typeof lab;
Object.assign(window, { lab });
