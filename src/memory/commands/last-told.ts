import { isActive } from '@/memory/is-active';
import type { MemoryStore } from '@/memory/ports';
import type { ActiveMemory, Conversation } from '@/memory/types';

/** The memories that a conversation was given last, all at once, as far as they are active still. */
export async function lastTold(
  conversation: Conversation | undefined,
  store: MemoryStore,
): Promise<ActiveMemory[]> {
  const told = Object.entries(conversation?.told ?? {});
  const at = Math.max(...told.map(([, time]) => time));
  const ids = told.filter(([, time]) => time === at).map(([id]) => id);
  return (await store.memories(ids)).filter(isActive);
}
