import { cpus, totalmem } from 'node:os';
import { benchBusyTab } from './bench/page';
import { benchMemories } from './bench/recall';
import { benchSend } from './bench/send';
import { packageSizes } from './bench/sizes';
import { buildExtension } from './build';

/** One line of the report: what, how much, and from how many runs. */
export interface Figure {
  what: string;
  value: string;
  runs: string;
}

await buildExtension('chrome');
const started = Date.now();
const figures: Figure[] = [];
for (const bench of [packageSizes, benchBusyTab, benchSend, benchMemories]) {
  console.log(`… ${bench.name}`);
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
