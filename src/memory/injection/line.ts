import type { BlockMemory } from '@/memory/injection/block-memory';
import { formatDay } from '@/memory/injection/day';
import { unbracketed } from '@/memory/injection/harmless';
import type { BlockLanguage } from '@/memory/injection/wording';

/** Memories in a row, for the middle of one line; what passes quickly carries its day. */
export function lineItems(memories: readonly BlockMemory[], language: BlockLanguage): string {
  return memories
    .map(({ text, kind, at }) => {
      const words = unended(unbracketed(text));
      return kind === 'goal' || kind === 'episode' ? `${words} – ${formatDay(at, language)}` : words;
    })
    .join('; ');
}

/** Without the full stop at its end; a question or an exclamation stays one. */
export function unended(sentence: string): string {
  return sentence.replace(/(?<![.…]|[.\s]\p{L})[.;,:]$/u, '');
}
