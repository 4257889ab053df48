import { cpus, totalmem } from 'node:os';
import { benchCapture } from './bench/capture';
import { benchEmbedder } from './bench/embedder';
import type { Figure } from './bench/figure';
import { benchModels } from './bench/models';
import { benchMemories } from './bench/recall';
import { benchSend } from './bench/send';
import { packageSizes } from './bench/sizes';
import { buildExtension } from './build';

// `npm run bench -- recall send` runs some of them.
await buildExtension('chrome');
const started = Date.now();
const figures: Figure[] = [];
const benches = {
  sizes: packageSizes,
  capture: benchCapture,
  send: benchSend,
  recall: benchMemories,
  embedder: benchEmbedder,
  models: benchModels,
};
const asked = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`… ${name}`);
  figures.push(...(await bench()));
}

const [cpu] = cpus();
console.log(
  `\nMeasured on ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB of memory,`,
);
console.log(
  `Node ${process.version}, ${process.platform}, in ${Math.round((Date.now() - started) / 1000)} s.\n`,
);
console.log('| what | figure | from |');
console.log('|---|---|---|');
for (const { what, value, runs } of figures) console.log(`| ${what} | ${value} | ${runs} |`);
