import type { ActiveMemory, Memory } from '@/memory/types';

/** The memory without what belongs to its status. */
export function bare(memory: Memory) {
  const { status: _, ...rest } = memory;
  const { archivedAt, supersededBy, supersededAt, reason, conflictsWith, outcome, closedAt, ...kept } =
    rest as typeof rest & Record<OfStatus, unknown>;
  return kept;
}

/** What was behind another memory has no end any more. */
export function asActive(memory: Memory): ActiveMemory {
  const { validTo, ...kept } = bare(memory);
  const isOver = memory.status !== 'superseded' && validTo !== undefined;
  return { ...kept, ...(isOver ? { validTo } : {}), status: 'active' };
}

type OfStatus =
  | 'archivedAt'
  | 'supersededBy'
  | 'supersededAt'
  | 'reason'
  | 'conflictsWith'
  | 'outcome'
  | 'closedAt';
