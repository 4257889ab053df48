import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtinEmbedder } from '@/inference/builtin-embedder';
import { placer } from '@/inference/placer';
import { readPlacerWeights } from '@/inference/placer-weights';
import { readStaticModel, type StaticModel } from '@/inference/static-model';
import { domains, matters } from '@/memory/domains';
import type { Embedder, Placer } from '@/memory/ports';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

let read: StaticModel | undefined;

/** The built-in embedder for Node, which has no extension to fetch its file from. */
export function builtinFromDisk(): Embedder {
  read ??= readStaticModel(builtinFile());
  return builtinEmbedder(read);
}

let placed: Placer | undefined;

export function placerFromDisk(): Placer {
  read ??= readStaticModel(builtinFile());
  placed ??= placer(
    read,
    readPlacerWeights(packaged('embedder/placer.bin'), {
      dimensions: read.dimensions,
      drafts: matters,
      memories: domains,
    }),
  );
  return placed;
}

export function builtinFile(): ArrayBuffer {
  return packaged('embedder/model.bin');
}

function packaged(path: string): ArrayBuffer {
  return new Uint8Array(readFileSync(join(root, 'public', path))).buffer;
}
