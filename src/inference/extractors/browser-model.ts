import {
  type LanguageModelApi,
  type LanguageModelSession,
  languageModelApi,
  type PromptOptions,
} from '@/inference/extractors/language-model-api';
import { answerIn } from '@/inference/extractors/without-thinking';
import type { Extractor, ExtractorRequest } from '@/memory/ports';
import { ModelError, type ModelProblem } from '@/models/model-error';

/** *absent*: this browser has no such interface. The others are the interface's own words. */
export const browserModelStates = [
  'absent',
  'unavailable',
  'downloadable',
  'downloading',
  'available',
] as const;
export type BrowserModelState = (typeof browserModelStates)[number];

/** Taken for granted until a session tells. */
const usualContext = 4_096;
/** The first question after a start waits until the browser has loaded its model. */
const patienceMs = 180_000;
const charactersPerToken = 32;

/** The same for every question: what is available depends on what is asked for. */
const expected = {
  expectedInputs: [{ type: 'text', languages: ['en'] }],
  expectedOutputs: [{ type: 'text', languages: ['en'] }],
};

interface Options {
  api?: LanguageModelApi | undefined;
  longestWaitMs?: number;
}

/** The language model that the browser brings along. Works in windows, not in workers; never downloads anything. */
export function browserModel({
  api = languageModelApi(),
  longestWaitMs = patienceMs,
}: Options = {}): Extractor {
  let contextTokens = usualContext;
  let isReady = false;

  async function write(request: ExtractorRequest, signal: AbortSignal): Promise<string> {
    const state = await browserModelState(api);
    isReady = state === 'available';
    if (!api || !isReady) throw missing(state);
    signal.throwIfAborted();
    const session = await api.create({
      ...expected,
      ...predictable(api),
      ...(request.system && { initialPrompts: [{ role: 'system', content: request.system }] }),
      signal,
    });
    try {
      const tokens = windowOf(session);
      if (Number.isFinite(tokens)) contextTokens = Math.floor(tokens);
      return await answer(session, request, signal);
    } finally {
      session.destroy();
    }
  }

  return {
    model: 'browser',
    get contextTokens() {
      return contextTokens;
    },
    get ready() {
      return isReady;
    },
    async write(request, signal) {
      signal?.throwIfAborted();
      const limit = AbortSignal.timeout(longestWaitMs);
      try {
        return await write(request, signal ? AbortSignal.any([signal, limit]) : limit);
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        throw faultOf(error);
      }
    },
  };
}

export async function browserModelState(api = languageModelApi()): Promise<BrowserModelState> {
  if (!api) return 'absent';
  // Some browsers throw where they should say that there is no model.
  const state = await api.availability(expected).catch(() => 'unavailable');
  return browserModelStates.find((known) => known === state) ?? 'unavailable';
}

/**
 * Lets the browser download its model, telling how much is there, 0 to 1. Only within a click of the user, in the page
 * that was clicked: the browser refuses it otherwise.
 */
export async function downloadBrowserModel(
  onProgress: (share: number) => void,
  signal?: AbortSignal,
  api = languageModelApi(),
): Promise<void> {
  signal?.throwIfAborted();
  if (!api) throw missing('absent');
  try {
    const session = await api.create({
      ...expected,
      signal,
      monitor(target) {
        target.addEventListener('downloadprogress', (event) => {
          const { loaded } = event as Event & { loaded?: number };
          onProgress(Math.min(1, Math.max(0, loaded ?? 0)));
        });
      },
    });
    session.destroy();
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw faultOf(error);
  }
}

async function answer(
  session: LanguageModelSession,
  { prompt, schema, maxTokens }: ExtractorRequest,
  signal: AbortSignal,
): Promise<string> {
  // The request says in words what to answer; to put the schema there too would take room from the prompt.
  const options: PromptOptions = {
    ...(schema && { responseConstraint: schema, omitResponseConstraintInput: true }),
    signal,
  };
  const measure = session.measureContextUsage ?? session.measureInputUsage;
  const used = session.contextUsage ?? session.inputUsage ?? 0;
  const needed = (await measure?.call(session, prompt, options)) ?? 0;
  if (used + needed + maxTokens > windowOf(session))
    throw new ModelError('badAnswer', 'The prompt does not fit.');
  const text = answerIn(await session.prompt(prompt, options));
  if (text.length > maxTokens * charactersPerToken) {
    throw new ModelError('badAnswer', 'The browser’s model says far more than it was asked for.');
  }
  return text;
}

function windowOf(session: LanguageModelSession): number {
  return session.contextWindow ?? session.inputQuota ?? Number.POSITIVE_INFINITY;
}

function predictable(api: LanguageModelApi): object {
  return api.params ? { topK: 1, temperature: 0 } : { samplingMode: 'most-predictable' };
}

function missing(state: BrowserModelState): ModelError {
  const canCome = state === 'downloadable' || state === 'downloading';
  return new ModelError(
    canCome ? 'browserMustDownload' : 'browserHasNone',
    `The browser's model is ${state}.`,
  );
}

/** By the names that the interface's document gives; the message may quote the prompt and is left out. */
function faultOf(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  const { name = 'Error' } = error as Partial<Error>;
  return new ModelError(problems[name] ?? 'unusable', `The browser's model failed: ${name}.`);
}

const problems: Partial<Record<string, ModelProblem>> = {
  NotSupportedError: 'browserHasNone',
  NotAllowedError: 'browserMustDownload',
  NetworkError: 'offline',
  QuotaExceededError: 'badAnswer',
  NotReadableError: 'badAnswer',
  TimeoutError: 'timedOut',
};
