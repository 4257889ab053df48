import type { Act, Ports } from '@/memory/ports';
import type { Change, Memory, MemoryId, VectorRecord } from '@/memory/types';

/** The memories an act changes, as they were before it and as they are after it. */
export class Draft {
  readonly vectors: VectorRecord[] = [];
  private readonly changes = new Map<MemoryId, Change>();

  put(after: Memory, before?: Memory): void {
    const known = this.changes.get(after.id);
    this.changes.set(after.id, { before: known ? known.before : before, after });
  }

  embed(memoryId: MemoryId, vector: Float32Array | undefined, { embedder }: Ports): void {
    if (vector) this.vectors.push({ memoryId, model: embedder.model, vector });
  }

  latest(memory: Memory): Memory {
    return this.changes.get(memory.id)?.after ?? memory;
  }

  get memories(): Memory[] {
    return [...this.changes.values()].flatMap(({ after }) => after ?? []);
  }

  /** What can be found again, and has no vector from this act yet. */
  get foundAnew(): Memory[] {
    const embedded = new Set(this.vectors.map(({ memoryId }) => memoryId));
    return [...this.changes.values()].flatMap(({ before, after }) => {
      const isKnown = before?.status === 'active' && before.text === after?.text;
      return after?.status === 'active' && !isKnown && !embedded.has(after.id) ? [after] : [];
    });
  }

  act(kind: 'learn' | 'add', { newId, now }: Ports): Omit<Act, 'learned'> {
    if (this.changes.size === 0) return {};
    const changes = [...this.changes.values()];
    return {
      put: this.memories,
      vectors: this.vectors,
      entry: { id: newId(), at: now(), kind, changes },
    };
  }
}
