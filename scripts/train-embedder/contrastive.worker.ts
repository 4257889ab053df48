import { parentPort, workerData } from 'node:worker_threads';
import { contrastive } from './contrastive';
import type { Assignment, Progress } from './fine-tune';

const { encoded, first, options } = workerData as Assignment;
const tell = (progress: Progress) => parentPort?.postMessage(progress);
const table = await contrastive(encoded, first, options, (step, loss) => tell({ step, loss }));
tell({ table });
