import { readFileSync } from 'node:fs';
import { builtinEmbedder } from '@/inference/builtin-embedder';
import { readStaticModel, type StaticModel } from '@/inference/static-model';
import type { Embedder } from '@/memory/ports';

let read: StaticModel | undefined;

/** The built-in embedder for Node, which has no extension to fetch its file from. */
export function builtinFromDisk(): Embedder {
  read ??= readStaticModel(builtinFile());
  return builtinEmbedder(read);
}

export function builtinFile(): ArrayBuffer {
  const file = readFileSync(new URL('../../public/embedder/model.bin', import.meta.url));
  return new Uint8Array(file).buffer;
}
