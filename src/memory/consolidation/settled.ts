import { asActive } from '@/memory/bare';
import { supersededBy, withSource } from '@/memory/consolidation/changes';
import type { MemoryStore, Ports } from '@/memory/ports';
import type { ActiveMemory, Change, Memory } from '@/memory/types';

/** One of two that were in conflict holds, by the user's word. */
export function keptOver(kept: Memory, other: Memory, now: number): Change[] {
  const after = confirmed(kept, now);
  return [{ before: kept, after }, givenUp(other, after, now)];
}

/** The changes, and with them what was in conflict with a memory that the user lets hold. */
export async function overOthers(changes: readonly Change[], { store, now }: Ports): Promise<Change[]> {
  const touched = new Set(changes.map(({ before }) => before?.id));
  const behind: Change[] = [];
  for (const { before, after } of changes) {
    if (before?.status !== 'conflict' || after?.status !== 'active') continue;
    const other = touched.has(before.conflictsWith) ? undefined : await store.memory(before.conflictsWith);
    if (other?.status === 'conflict') behind.push(givenUp(other, after, now()));
  }
  return [...changes, ...behind];
}

/** It stood until now. */
function givenUp(other: Memory, kept: Memory, now: number): Change {
  const after = { ...supersededBy(kept, other), supersededAt: now, validTo: now } as Memory;
  return { before: other, after };
}

/** Both hold: two that are active are not asked about again. */
export function keptBoth(one: Memory, other: Memory, now: number): Change[] {
  return [one, other].map((before) => ({ before, after: confirmed(before, now) }));
}

/** Agreed to just now: what was said before stands behind it. */
export function confirmed(memory: Memory, at: number): ActiveMemory {
  const basis = memory.basis === 'inferred' ? 'confirmed' : memory.basis;
  return { ...asActive(memory), basis, sources: withSource(memory.sources, { from: 'hand', at }) };
}

/** The changes, and with them whom nobody contradicts any more: the other one has left the conflict. */
export async function withReleased(changes: Change[], store: MemoryStore): Promise<Change[]> {
  const touched = new Set(changes.map(({ before, after }) => (after ?? before)?.id));
  const left = changes.flatMap(({ before, after }) =>
    before?.status === 'conflict' && after?.status !== 'conflict' && !touched.has(before.conflictsWith)
      ? [before]
      : [],
  );
  const others = await store.memories(left.map(({ conflictsWith }) => conflictsWith));
  const alone = others.filter(
    (other) => other.status === 'conflict' && left.some(({ id }) => id === other.conflictsWith),
  );
  return [...changes, ...alone.map((before) => ({ before, after: asActive(before) }))];
}
