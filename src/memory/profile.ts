import type { MemoryStore } from '@/memory/ports';
import { strengthNow } from '@/memory/strength';
import { type ActiveMemory, type MemoryKind, personalSpace, type SpaceId } from '@/memory/types';

/** What somebody new would be told of the user: a view of memories, never a second truth. The strongest come first. */
export interface Profile {
  facts: ActiveMemory[];
  preferences: ActiveMemory[];
  rules: ActiveMemory[];
  goals: ActiveMemory[];
}

export async function profileIn(
  store: MemoryStore,
  now: number,
  space: SpaceId = personalSpace,
): Promise<Profile> {
  const memories = await store.memoriesByStatus('active');
  const own = memories.filter(
    (memory): memory is ActiveMemory => memory.status === 'active' && memory.space === space,
  );
  const weight = (memory: ActiveMemory) =>
    (memory.pinned ? 1 : 0) + memory.importance + strengthNow(memory, now) / 10;
  const ofKind = (kind: MemoryKind) =>
    own.filter((memory) => memory.kind === kind).sort((one, other) => weight(other) - weight(one));
  return {
    facts: ofKind('fact'),
    preferences: ofKind('preference'),
    rules: ofKind('procedure'),
    goals: ofKind('goal'),
  };
}
