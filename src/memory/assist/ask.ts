import { withinTime } from '@/lib/within-time';
import type { Pace } from '@/memory/assist/pace';
import { estimateTokens } from '@/memory/injection/tokens';
import type { ExtractorRequest, Ports } from '@/memory/ports';

/**
 * Asks the language model. Undefined where there is none, where it is not loaded or was too slow lately, where the
 * question does not fit it, and where it fails or does not answer in time: then the asker goes on without it.
 */
export type Ask = (request: ExtractorRequest) => Promise<string | undefined>;

export function asking(
  { extractor, now }: Pick<Ports, 'extractor' | 'now'>,
  limitMs: number,
  pace: Pace,
): Ask {
  return async (request) => {
    const model = extractor();
    if (!model?.ready || !pace.allows(limitMs) || !fits(request, model.contextTokens)) return undefined;
    const from = now();
    const stop = new AbortController();
    try {
      const answer = await withinTime(model.write(request, stop.signal), limitMs);
      pace.note(now() - from);
      return answer;
    } catch {
      // Too late or broken is the same to whoever waits: a model that fails is as good as a slow one.
      stop.abort();
      pace.note(Math.max(now() - from, limitMs + 1));
      return undefined;
    }
  };
}

function fits({ system, prompt, maxTokens }: ExtractorRequest, contextTokens: number): boolean {
  return estimateTokens(system) + estimateTokens(prompt) + maxTokens <= contextTokens;
}
