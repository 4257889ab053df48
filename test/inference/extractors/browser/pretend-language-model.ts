import type {
  LanguageModelApi,
  LanguageModelSession,
  PromptOptions,
} from '@/inference/extractors/language-model-api';

export interface Pretence {
  state?: string;
  /** Tokens; words count as tokens here. */
  contextWindow?: number;
  answer?: string;
  /** The name that the interface gave its measures until 2026. */
  oldNames?: boolean;
  onExtensions?: boolean;
  /** Name of the exception that a prompt ends with. */
  fails?: string;
  hangs?: boolean;
}

export interface PretendedApi extends LanguageModelApi {
  /** Sessions that were made and not destroyed. */
  open: number;
  made: object[];
  prompts: { input: string; options: PromptOptions }[];
}

/** The Prompt API as its document describes it, with a model that repeats one answer. */
export function pretendLanguageModel(pretence: Pretence = {}): PretendedApi {
  const { state = 'available', contextWindow = 100, answer = '{"a": 1}' } = pretence;
  const api: PretendedApi = {
    open: 0,
    made: [],
    prompts: [],
    async availability() {
      return state;
    },
    async create(options = {}) {
      options.signal?.throwIfAborted();
      if (state === 'unavailable') throw new DOMException('No model', 'NotSupportedError');
      if (state !== 'available') await downloaded(options);
      api.made.push(options);
      api.open++;
      return session(options.initialPrompts?.[0]?.content ?? '');
    },
    ...(pretence.onExtensions && { params: async () => ({ maxTopK: 8 }) }),
  };

  async function downloaded({ monitor, signal }: Parameters<LanguageModelApi['create']>[0] = {}) {
    if (!navigator.userActivation.isActive) throw new DOMException('No click', 'NotAllowedError');
    const target = new EventTarget();
    monitor?.(target);
    for (const loaded of [0, 0.5, 1]) {
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }));
    }
  }

  function session(system: string): LanguageModelSession {
    let isDestroyed = false;
    const measure = async (input: string) => input.split(/\s+/).length;
    const names = pretence.oldNames
      ? { measureInputUsage: measure, inputUsage: system.split(' ').length, inputQuota: contextWindow }
      : { measureContextUsage: measure, contextUsage: system.split(' ').length, contextWindow };
    return {
      ...names,
      async prompt(input, options = {}) {
        if (isDestroyed) throw new DOMException('Destroyed', 'InvalidStateError');
        api.prompts.push({ input, options });
        if (pretence.fails) throw new DOMException(`It cannot read ${input}`, pretence.fails);
        await over(options.signal, pretence.hangs ?? false);
        return answer;
      },
      destroy() {
        if (!isDestroyed) api.open--;
        isDestroyed = true;
      },
    };
  }
  return api;
}

/** Settles in a later task, or never; rejects with the reason of an abort. */
function over(signal: AbortSignal | undefined, hangs: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
    if (signal?.aborted) reject(signal.reason);
    if (!hangs) setTimeout(resolve);
  });
}
