import type { Change, Memory, MemoryId } from '@/memory/types';

/** Memories as they were, and as they become. */
export class World {
  private readonly before: ReadonlyMap<MemoryId, Memory>;
  private readonly all: Map<MemoryId, Memory>;

  constructor(memories: readonly Memory[]) {
    this.all = new Map(memories.map((memory) => [memory.id, memory]));
    this.before = new Map(this.all);
  }

  get memories(): Memory[] {
    return [...this.all.values()];
  }

  get changes(): Change[] {
    return [...this.all]
      .filter(([id, after]) => this.before.get(id) !== after)
      .map(([id, after]) => ({ before: this.before.get(id), after }));
  }

  get(id: MemoryId): Memory | undefined {
    return this.all.get(id);
  }

  put(memory: Memory): void {
    this.all.set(memory.id, memory);
  }
}
