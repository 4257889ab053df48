import type { ActiveMemory, Memory } from '@/memory/types';

export function isActive(memory: Memory): memory is ActiveMemory {
  return memory.status === 'active';
}
