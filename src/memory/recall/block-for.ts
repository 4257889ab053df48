import { languageOf } from '@/lib/language';
import { formatBlock } from '@/memory/injection/block';
import { toBlockMemory } from '@/memory/injection/block-memory';
import { formatFor } from '@/memory/injection/format-for';
import { estimateTokens } from '@/memory/injection/tokens';
import type { Ports } from '@/memory/ports';
import type { Block, BlockRequest } from '@/memory/recall/types';
import { personalSpace } from '@/memory/types';

/** The block of just these memories, in their order, as a recall for this draft words it without a language model. */
export async function blockFor(
  { conversation, draft, memories }: BlockRequest,
  ports: Ports,
): Promise<Block> {
  const { store, now } = ports;
  const [settings, known, found] = await Promise.all([
    store.settings(),
    store.findConversation(conversation),
    store.memories([...new Set(memories)]),
  ]);
  const space = known?.space ?? personalSpace;
  const chosen = found.filter((memory) => memory.status === 'active' && memory.space === space);
  const options = { format: formatFor(settings, conversation.site), language: languageOf(draft) };
  const block = formatBlock(chosen.map(toBlockMemory), options);
  return {
    memories: chosen.map(({ id }) => id),
    block,
    tokens: block === '' ? 0 : estimateTokens(block),
    at: now(),
  };
}
