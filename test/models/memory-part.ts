import type { PartFile, PartOrigin } from '@/models/part-file';

export interface MemoryPart extends PartFile {
  readonly content: Buffer;
  /** How often what was there was thrown away. */
  readonly startedOver: number;
}

/** A partial file in memory, with what an earlier life may have left in it. */
export function memoryPart(content: Uint8Array = new Uint8Array(), origin: PartOrigin = {}): MemoryPart {
  let bytes = Buffer.from(content);
  let of = origin;
  let startedOver = 0;
  return {
    get size() {
      return bytes.length;
    },
    get origin() {
      return of;
    },
    get content() {
      return bytes;
    },
    get startedOver() {
      return startedOver;
    },
    startOver(next) {
      if (bytes.length > 0) startedOver++;
      bytes = Buffer.alloc(0);
      of = next;
    },
    append(chunk) {
      bytes = Buffer.concat([bytes, chunk]);
    },
    read: (from, length) => new Uint8Array(bytes.subarray(from, from + length)),
  };
}
