import type { MemoryId } from '@/memory/types';

/** One vector and all memories that have it. */
export interface Entry {
  /** Never used again for another entry. */
  number: number;
  vector: Float32Array;
  ids: Set<MemoryId>;
}

export interface EntryChanges {
  came: Entry[];
  went: Entry[];
}

/** Which memory has which vector, every vector held once however many memories share it. */
export class DistinctVectors {
  private readonly entries = new Map<number, Entry>();
  private readonly alike = new Map<number, Entry[]>();
  /** Undefined for a memory whose vector is zero: it is held, but by no entry. */
  private readonly ofMemory = new Map<MemoryId, Entry | undefined>();
  private came = new Set<Entry>();
  private went = new Set<Entry>();
  private nextNumber = 0;

  /** Memories held, those with the zero vector included. */
  get memories(): number {
    return this.ofMemory.size;
  }

  get size(): number {
    return this.entries.size;
  }

  get(number: number): Entry | undefined {
    return this.entries.get(number);
  }

  vectorOf(id: MemoryId): Float32Array | undefined {
    return this.ofMemory.get(id)?.vector;
  }

  all(): Iterable<Entry> {
    return this.entries.values();
  }

  put(id: MemoryId, vector: Float32Array | undefined): void {
    this.drop(id);
    const entry = vector && this.entryFor(vector);
    entry?.ids.add(id);
    this.ofMemory.set(id, entry);
  }

  drop(id: MemoryId): void {
    const entry = this.ofMemory.get(id);
    this.ofMemory.delete(id);
    if (!entry) return;
    entry.ids.delete(id);
    if (entry.ids.size === 0) this.discard(entry);
  }

  /** The entries that came and went since this was last asked. */
  takeChanges(): EntryChanges {
    const changes = { came: [...this.came], went: [...this.went] };
    this.came = new Set();
    this.went = new Set();
    return changes;
  }

  private entryFor(vector: Float32Array): Entry {
    const print = fingerprint(vector);
    const alike = this.alike.get(print) ?? [];
    const known = alike.find((entry) => isSame(entry.vector, vector));
    if (known) return known;
    const entry: Entry = { number: this.nextNumber++, vector, ids: new Set() };
    this.alike.set(print, [...alike, entry]);
    this.entries.set(entry.number, entry);
    this.came.add(entry);
    return entry;
  }

  private discard(entry: Entry): void {
    const print = fingerprint(entry.vector);
    const rest = (this.alike.get(print) ?? []).filter((other) => other !== entry);
    if (rest.length > 0) this.alike.set(print, rest);
    else this.alike.delete(print);
    this.entries.delete(entry.number);
    if (!this.came.delete(entry)) this.went.add(entry);
  }
}

/** FNV-1a over the numbers' bits. */
function fingerprint(vector: Float32Array): number {
  let hash = 0x811c9dc5;
  for (const bits of new Uint32Array(vector.buffer, vector.byteOffset, vector.length)) {
    hash = Math.imul(hash ^ bits, 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}

function isSame(a: Float32Array, b: Float32Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
