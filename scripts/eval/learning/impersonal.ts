import * as v from 'valibot';
import { candidatesIn } from '@/memory/extraction/candidates-in';
import { judgeFromDisk } from '../../../test/support/builtin-from-disk';
import type { Figures } from '../figures';
import type { Miss } from './turns';

const promptShape = v.object({ id: v.string(), text: v.string() });

/** Prompts that have nothing to do with who asks: whatever is learned from them is false. */
export async function impersonalTurns(
  rows: readonly unknown[],
  onMiss?: (miss: Miss) => void,
): Promise<Figures> {
  let learned = 0;
  for (const { id, text } of rows.map((row) => v.parse(promptShape, row))) {
    const candidates = await candidatesIn(text, Date.UTC(2026, 5, 1), judgeFromDisk());
    const stated = candidates.filter(({ kind }) => kind !== 'episode');
    learned += stated.length;
    for (const { kind, text } of stated) onMiss?.({ id, what: `learned ${kind}: ${text}` });
  }
  return { 'impersonal.falsePer100': (100 * learned) / rows.length, 'counts.impersonal': rows.length };
}
