import type { MemoryStore } from '@/memory/ports';
import type { Memory, MemoryId, TurnId } from '@/memory/types';

/** What was said around the turn that an episode was read off: the turns next to it, and those one and two further. */
export interface Surroundings {
  near: string;
  wide: string;
}

/** So many turns to either side still tell what a turn is about. */
const reach = 3;

/** The surroundings of those memories that are episodes of a captured conversation. */
export async function surroundingsOf(
  memories: readonly Pick<Memory, 'id' | 'kind' | 'sources'>[],
  store: MemoryStore,
): Promise<Map<MemoryId, Surroundings>> {
  const turnOf = new Map<MemoryId, TurnId>();
  for (const { id, kind, sources } of memories) {
    const source = kind === 'episode' ? sources.find(({ from }) => from === 'turn') : undefined;
    if (source?.from === 'turn') turnOf.set(id, source.turnId);
  }
  if (turnOf.size === 0) return new Map();
  const around = await store.turnsAround([...new Set(turnOf.values())], reach);
  const surroundings = new Map<MemoryId, Surroundings>();
  for (const [id, turnId] of turnOf) {
    const turns = around.get(turnId) ?? [];
    const words = (isAt: (distance: number) => boolean) =>
      turns
        .filter(({ distance }) => isAt(distance))
        .map(({ turn }) => turn.text.slice(0, longest))
        .join('\n');
    surroundings.set(id, {
      near: words((distance) => distance === 1),
      wide: words((distance) => distance > 1),
    });
  }
  return surroundings;
}

/** Of a long answer the beginning tells what it is about. */
const longest = 600;
