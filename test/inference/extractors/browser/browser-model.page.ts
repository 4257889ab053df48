import { browserModel, browserModelState, downloadBrowserModel } from '@/inference/extractors/browser-model';
import type { ExtractorRequest } from '@/memory/ports';
import { problemOf } from '@/models/model-error';
import { behaviours } from '../extractor.contract';
import { type Pretence, pretendLanguageModel } from './pretend-language-model';

const request: ExtractorRequest = { system: 'You read.', prompt: 'I live in Ghent.', maxTokens: 20 };

const lab = {
  complaint(index: number) {
    const behaviour = behaviours[index];
    if (!behaviour) throw new Error('There is no such behaviour');
    const api = pretendLanguageModel(behaviour.of === 'unable' ? { fails: 'UnknownError' } : {});
    return behaviour.complaint(browserModel({ api }));
  },

  stateOf: (state: string) => browserModelState(pretendLanguageModel({ state })),
  realState: () => browserModelState(),

  async realFailure() {
    return browserModel().write(request).then(String, outcome);
  },

  /** What a question ends with, and what the interface saw of it. */
  async write(pretence: Pretence, changed: Partial<ExtractorRequest> = {}, longestWaitMs = 20_000) {
    const api = pretendLanguageModel(pretence);
    const model = browserModel({ api, longestWaitMs });
    const readyBefore = model.ready;
    const text = await model.write({ ...request, ...changed }).catch(outcome);
    const { open, made, prompts } = api;
    return {
      text,
      open,
      made: made.map((options) => ({ ...options, signal: undefined })),
      prompts: prompts.map(({ input, options }) => ({ input, ...options, signal: undefined })),
      readyBefore,
      ready: model.ready,
      contextTokens: model.contextTokens,
    };
  },

  async download(pretence: Pretence) {
    const api = pretendLanguageModel(pretence);
    const shares: number[] = [];
    const outcomeOfIt = await downloadBrowserModel((share) => shares.push(share), undefined, api).catch(
      outcome,
    );
    return { shares, outcome: outcomeOfIt ?? 'done', open: api.open };
  },

  async abortedDownload() {
    const api = pretendLanguageModel({ state: 'downloadable' });
    const stop = new AbortController();
    const error = await downloadBrowserModel(() => stop.abort('enough'), stop.signal, api).catch(same);
    return { error, open: api.open };
  },

  async abortedPrompt() {
    const api = pretendLanguageModel({ hangs: true });
    const stop = new AbortController();
    const writing = browserModel({ api }).write(request, stop.signal).catch(same);
    while (api.prompts.length === 0) await new Promise((resolve) => setTimeout(resolve));
    stop.abort('enough');
    return { error: await writing, open: api.open };
  },
};

function outcome(error: unknown): string {
  return `${(error as Error).name} ${problemOf(error)} ${String((error as Error).message).includes('Ghent')}`;
}

function same(error: unknown): unknown {
  return error;
}

/** Asked for by the address, since whatever a test runs in a page counts as a click of the user. */
async function downloadByAddress(): Promise<void> {
  if (location.hash === '#click')
    await new Promise((resolve) => addEventListener('click', resolve, { once: true }));
  document.title = JSON.stringify(await lab.download({ state: 'downloadable' }));
}

if (location.hash) downloadByAddress();

export type Lab = typeof lab;
Object.assign(window, { lab });
