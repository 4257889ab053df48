import { Worker } from 'node:worker_threads';
import type { ContrastiveOptions } from './contrastive';
import type { Encoded } from './encode';

export interface Assignment {
  encoded: Encoded;
  first: Float32Array;
  options: ContrastiveOptions;
}

export type Progress = { step: number; loss: number } | { table: Float32Array };

/** Tables of several runs, two at a time, in the order of their options. */
export async function fineTune(
  encoded: Encoded,
  first: Float32Array,
  runs: readonly ContrastiveOptions[],
  tell: (run: number, step: number, loss: number) => void,
): Promise<Float32Array[]> {
  const tables: Float32Array[] = [];
  let next = 0;
  const work = async () => {
    while (next < runs.length) {
      const run = next++;
      const options = runs[run] as ContrastiveOptions;
      tables[run] = await inWorker({ encoded, first, options }, (step, loss) => tell(run, step, loss));
    }
  };
  await Promise.all([work(), work()]);
  return tables;
}

/** Runs that began alike stay near enough for their mean to be better than each. */
export function meanOf(tables: readonly Float32Array[]): Float32Array {
  return Float32Array.from(
    tables[0] ?? [],
    (_, at) => tables.reduce((sum, table) => sum + (table[at] ?? 0), 0) / tables.length,
  );
}

/** A worker does not inherit what reads TypeScript. */
const start = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})
  .then(({ register }) => register())
  .then(() => import(${JSON.stringify(new URL('contrastive.worker.ts', import.meta.url))}))`;

function inWorker(assignment: Assignment, tell: (step: number, loss: number) => void) {
  return new Promise<Float32Array>((resolve, reject) => {
    const worker = new Worker(start, { eval: true, workerData: assignment });
    worker.on('message', (progress: Progress) => {
      if ('table' in progress) resolve(progress.table);
      else tell(progress.step, progress.loss);
    });
    worker.on('error', reject);
  });
}
