import { changeAct } from '@/memory/acts';
import { saidFrom } from '@/memory/consolidation/said-when';
import { keptBoth, keptOver } from '@/memory/consolidation/settled';
import { RefusedError } from '@/memory/errors';
import type { Act, Ports } from '@/memory/ports';
import type { Keep, MemoryId } from '@/memory/types';

/** The act that settles a conflict, named by one of its two memories. Throws `RefusedError` where there is none. */
export async function settleAct(id: MemoryId, keep: Keep, ports: Ports): Promise<Act> {
  const one = await ports.store.memory(id);
  const other = one?.status === 'conflict' ? await ports.store.memory(one.conflictsWith) : undefined;
  if (!one || other?.status !== 'conflict') throw new RefusedError('This was settled in the meantime.');
  const at = ports.now();
  const isFirst = saidFrom(one) <= saidFrom(other);
  const [older, newer] = isFirst ? [one, other] : [other, one];
  if (keep === 'both') return changeAct('settle', keptBoth(older, newer, at), ports);
  const changes = keep === 'older' ? keptOver(older, newer, at) : keptOver(newer, older, at);
  return changeAct('settle', changes, ports);
}
