import { contentWords } from '@/lib/content-words';
import { isExtract } from '@/memory/episodes/is-extract';
import type { MemoryStore } from '@/memory/ports';
import type { Memory } from '@/memory/types';

/** The extracts that hold words which these memories were read off: they are forgotten together with them. */
export async function extractsWith(
  memories: readonly Memory[],
  store: Pick<MemoryStore, 'memoriesOfTurn'>,
): Promise<Memory[]> {
  const found: Memory[] = [];
  for (const { turnId, quote } of memories.flatMap(quotesOf)) {
    const extracts = (await store.memoriesOfTurn(turnId)).filter(isExtract);
    found.push(...extracts.filter((extract) => holds(extract, quote)));
  }
  return found;
}

/** To the letter where it was read, or in other words. */
function holds(extract: Memory, quote: string): boolean {
  if (quotesOf(extract).some((own) => own.quote.includes(quote))) return true;
  const said = contentWords(extract.text);
  const words = [...contentWords(quote)];
  return words.length > 0 && words.every((word) => said.has(word));
}

function quotesOf({ sources }: Memory) {
  return sources.flatMap((source) => (source.from === 'turn' ? source : []));
}
