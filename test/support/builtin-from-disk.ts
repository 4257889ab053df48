import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtinEmbedder } from '@/inference/builtin-embedder';
import { judge } from '@/inference/judge';
import { placer } from '@/inference/placer';
import { readStaticModel, type StaticModel } from '@/inference/static-model';
import type { Embedder, Judge, Placer } from '@/memory/ports';

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
  placed ??= placer(read, packaged('embedder/placer.bin'));
  return placed;
}

let judging: Judge | undefined;

export function judgeFromDisk(): Judge {
  read ??= readStaticModel(builtinFile());
  judging ??= judge(read, packaged('embedder/judge.bin'));
  return judging;
}

export function builtinFile(): ArrayBuffer {
  return packaged('embedder/model.bin');
}

function packaged(path: string): ArrayBuffer {
  return new Uint8Array(readFileSync(join(root, 'public', path))).buffer;
}
