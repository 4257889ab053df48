import { gate } from '@/memory/extraction/gate';
import type { Judge } from '@/memory/ports';
import type { Candidate } from '@/memory/types';

/**
 * What a text says about its writer, past the gate; with a judge, only what it and the rules agree on. The rules bring
 * two language libraries along; they are loaded with the first text, so that an engine that was just started answers
 * a recall without waiting for them.
 */
export async function candidatesIn(
  text: string,
  at: number | undefined,
  judge?: Judge,
): Promise<Candidate[]> {
  if (judge) {
    const { extract } = await import('@/memory/extraction/extract');
    return gate(extract(text, { at, judge }), text);
  }
  const { extractByRules } = await import('@/memory/extraction/extract-by-rules');
  return gate(extractByRules(text, { at }), text);
}

/** What one of judge and rules alone finds in a text: the user is asked about it. */
export async function doubtfulIn(text: string, at: number | undefined, judge: Judge): Promise<Candidate[]> {
  const { toldIn } = await import('@/memory/extraction/extract');
  const doubtful = toldIn(text, { at, judge }).filter(({ isAgreed }) => !isAgreed);
  return gate(
    doubtful.map(({ candidate }) => candidate),
    text,
  );
}
