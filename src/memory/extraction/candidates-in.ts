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
  if (judge) return (await toldBy(text, at, judge)).agreed;
  const { extractByRules } = await import('@/memory/extraction/extract-by-rules');
  return gate(extractByRules(text, { at }), text);
}

/** What judge and rules agree on in a text, and what only one of them finds, both past the gate. */
export async function toldBy(
  text: string,
  at: number | undefined,
  judge: Judge,
): Promise<{ agreed: Candidate[]; doubtful: Candidate[] }> {
  const { toldIn } = await import('@/memory/extraction/extract');
  const told = toldIn(text, { at, judge });
  const those = (isAgreed: boolean) =>
    gate(
      told.filter((one) => one.isAgreed === isAgreed).map(({ candidate }) => candidate),
      text,
    );
  return { agreed: those(true), doubtful: those(false) };
}
