import { replay } from '@/memory/consolidation/replay';
import { saidFrom, saidTo } from '@/memory/consolidation/said-when';
import { tell } from '@/memory/consolidation/tell';
import { World } from '@/memory/consolidation/world';
import type { ActiveMemory, Change, Memory, MemoryId } from '@/memory/types';

/**
 * What becomes of a statement among the memories that are there: the same meaning again reinforces; what takes the
 * place of something else is put on top of it, which is kept behind; where it is unsure which of two holds, both wait
 * for the user; all else is new. What is heard of late finds its place at its own time: all that it has to do with is
 * told anew in the order in which it was said, so that it comes out the same whichever is heard of first.
 *
 * `said` is the memory it would be on its own; `related` are those of its space that may have to do with it, with the
 * chains behind them: active, in conflict or superseded.
 */
export function consolidate(said: ActiveMemory, related: readonly Memory[], newId: () => MemoryId): Change[] {
  const isLast = related.every((memory) => saidTo(memory) <= saidFrom(said));
  if (!isLast) return replay(said, related, newId);
  const world = new World(related);
  tell(said, world);
  return world.changes;
}
