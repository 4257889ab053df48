import type { ActiveMemory } from '@/memory/types';

/** An active memory of which only this is of interest. */
export function memoryWith(changes: Partial<ActiveMemory> = {}): ActiveMemory {
  return {
    id: 'm',
    kind: 'fact',
    text: 'I grow tomatoes behind the fence of my garden.',
    space: 'personal',
    basis: 'inferred',
    importance: 0.5,
    confidence: 0.8,
    strength: 1,
    strengthAt: 0,
    uses: 0,
    pinned: false,
    sources: [],
    createdAt: 0,
    updatedAt: 0,
    status: 'active',
    ...changes,
  };
}
