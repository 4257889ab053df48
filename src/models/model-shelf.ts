import { workerBridge } from '@/lib/worker-bridge';
import DownloadWorker from '@/models/download.worker?worker';
import type { DownloadCalls } from '@/models/download-calls';
import { type Lock, modelLock } from '@/models/lock';
import { modelFiles } from '@/models/model-files';
import { defaultPatience, type Patience } from '@/models/persist';
import { type ModelShelf, shelfKeeper } from '@/models/shelf-keeper';
import type { ModelCard, ModelRows } from '@/models/types';

export type { ModelShelf } from '@/models/shelf-keeper';

export interface ModelShelfPorts {
  rows: ModelRows;
  /** Base address of the mirror to use; empty for the hub itself. */
  host(): Promise<string>;
  /** Loads the model and tries it once; throws a `ModelError` where it cannot run. */
  check(card: ModelCard): Promise<{ dimensions?: number | undefined }>;
  now(): number;
  estimate?(): Promise<StorageEstimate>;
  lock?: Lock;
  patience?: Patience;
}

/** The shelf on this page's own disk; downloads run in a worker that ends when there is nothing to do. */
export function modelShelf(ports: ModelShelfPorts): ModelShelf {
  const { lock = modelLock, patience = defaultPatience } = ports;
  const { estimate = () => navigator.storage.estimate() } = ports;
  const worker = workerBridge<DownloadCalls>(() => new DownloadWorker(), idleMs);
  return shelfKeeper({
    ...ports,
    lock,
    estimate,
    files: modelFiles(worker, patience),
    whenOnline: (back) => addEventListener('online', back),
  });
}

const idleMs = 30_000;
