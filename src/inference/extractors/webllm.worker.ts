import { type ChatCompletionMessageParam, type InitProgressReport, MLCEngine } from '@mlc-ai/web-llm';
import { capability } from '@/inference/capability';
import { orDeviceLoss } from '@/inference/device-loss';
import type { GenerationCalls, LoadProgress } from '@/inference/extractors/generation-calls';
import { hasLibrary, libraryPath } from '@/inference/extractors/packaged-library';
import { webllmFault } from '@/inference/extractors/webllm-fault';
import { readManifest, type Weights } from '@/inference/extractors/weights-manifest';
import { answerIn } from '@/inference/extractors/without-thinking';
import { serial } from '@/lib/serial';
import { serveWorker } from '@/lib/serve-worker';
import type { ExtractorRequest } from '@/memory/ports';
import { ModelError } from '@/models/model-error';
import { fits } from '@/models/recommend';
import { openFile } from '@/models/shelf';
import { shelfCaches } from '@/models/shelf-caches';
import type { LanguageCard } from '@/models/types';

interface Loaded {
  of: string;
  engine: MLCEngine;
}

let loaded: Loaded | undefined;
const orLost = orDeviceLoss();
const inTurn = serial();

serveWorker<GenerationCalls>({
  write: ({ card, request }, { signal, tell }) =>
    inTurn(async () => {
      signal.throwIfAborted();
      try {
        loaded ??= await orLost(load(card, (loading) => tell({ loading })));
        if (loaded.of !== card.id) throw new ModelError('unusable', 'One worker runs one model.');
        tell({ loadedOn: 'webgpu' });
        return await orLost(write(loaded, request, signal, (tokens) => tell({ tokens })));
      } catch (error) {
        throw webllmFault(error);
      }
    }),
});

async function load(card: LanguageCard, onProgress: (progress: LoadProgress) => void): Promise<Loaded> {
  if (!card.webllm) throw new ModelError('unusable', 'This card is not one of WebLLM.');
  const { id, library } = card.webllm;
  const { total } = await checked(card, library);
  const model = `https://models.invalid/${card.repository}/resolve/main/`;
  Object.defineProperty(self, 'caches', { value: shelfCaches(card.id, model), configurable: true });
  const engine = new MLCEngine({
    appConfig: {
      cacheBackend: 'cache',
      model_list: [
        {
          model,
          model_id: id,
          model_lib: libraryPath(library),
          required_features: [...card.needs],
          overrides: { context_window_size: card.contextTokens },
        },
      ],
    },
    // Its log would quote what it works on.
    logLevel: 'SILENT',
    initProgressCallback: (report) => onProgress(progressOf(report, total)),
  });
  await engine.reload(id);
  return { of: card.id, engine };
}

/** What is known to fail fails before gigabytes are read, and with the reason. */
async function checked(card: LanguageCard, library: string): Promise<Weights> {
  const machine = await capability();
  const fit = fits(card, machine, { onDisk: true });
  if (!fit.fits) throw new ModelError(fit.why);
  const manifest = await openFile(card.id, 'tensor-cache.json');
  if (!manifest) throw new ModelError('notOnDisk');
  const weights = readManifest(await manifest.text());
  const { graphics } = machine;
  if (
    graphics.adapter &&
    weights.largest > Math.min(graphics.limits.bufferBytes, graphics.limits.bindingBytes)
  ) {
    throw new ModelError('tooBig', 'A part of the model is larger than the graphics card takes.');
  }
  if (!(await hasLibrary(library))) throw new ModelError('libraryMissing');
  return weights;
}

/** It tells shares of several stages; only that of the weights counts bytes. */
function progressOf({ progress, text }: InitProgressReport, total: number): LoadProgress {
  const isOfWeights = /^(?:Start to fetch|Fetching param cache|Loading model from cache)/.test(text);
  return { loaded: isOfWeights ? Math.round(Math.min(1, Math.max(0, progress)) * total) : total, total };
}

async function write(
  { of, engine }: Loaded,
  { system, prompt, schema, maxTokens }: ExtractorRequest,
  signal: AbortSignal,
  onToken: (tokens: number) => void,
): Promise<string> {
  const messages: ChatCompletionMessageParam[] = [{ role: 'user', content: prompt }];
  if (system) messages.unshift({ role: 'system', content: system });
  const stop = () => engine.interruptGenerate();
  signal.addEventListener('abort', stop);
  try {
    const chunks = await engine.chat.completions.create({
      messages,
      stream: true,
      temperature: 0,
      max_tokens: maxTokens,
      ...(schema && { response_format: { type: 'json_object' as const, schema: JSON.stringify(schema) } }),
      // Only Qwen's template knows the reasoning that is to be left out.
      ...(/qwen3/i.test(of) && { extra_body: { enable_thinking: false } }),
    });
    let text = '';
    let tokens = 0;
    for await (const { choices } of chunks) {
      text += choices[0]?.delta.content ?? '';
      onToken(++tokens);
      signal.throwIfAborted();
    }
    return answerIn(text);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
