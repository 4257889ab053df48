import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { builtinEmbedder } from '@/inference/builtin-embedder';
import { readStaticModel } from '@/inference/static-model';
import type { Figure } from './figure';
import { median, ms } from './statistics';

const path = fileURLToPath(new URL('../../public/embedder/model.bin', import.meta.url));
const sentences = 50_000;
const runs = 5;

/** The built-in embedding model: how long it takes to read, and how many sentences it embeds on one core. */
export async function benchEmbedder(): Promise<Figure[]> {
  const file = new Uint8Array(readFileSync(path)).buffer;
  const texts = Array.from(
    { length: sentences },
    (_, index) => `I paint small wooden bicycles number ${index}.`,
  );
  const loads: number[] = [];
  const perSecond: number[] = [];
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    const embedder = builtinEmbedder(readStaticModel(file));
    const read = performance.now();
    await embedder.embed(texts);
    loads.push(read - from);
    perSecond.push((1_000 * sentences) / (performance.now() - read));
  }
  return [
    { what: 'built-in embedder: its file read', value: ms(median(loads)), runs: `${runs} loads` },
    {
      what: 'built-in embedder: sentences a second on one core',
      value: median(perSecond).toFixed(0),
      runs: `${sentences} sentences`,
    },
    {
      what: 'built-in embedder: its file',
      value: `${(file.byteLength / 1e6).toFixed(2)} MB`,
      runs: '1 file',
    },
  ];
}
