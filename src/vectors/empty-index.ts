import type { VectorIndex } from '@/memory/ports';

/** Holds and finds nothing; for browsers in which no real index can run. */
export const emptyIndex: VectorIndex = {
  size: 0,
  add: () => undefined,
  remove: () => undefined,
  search: () => [],
  compare: () => new Map(),
};
