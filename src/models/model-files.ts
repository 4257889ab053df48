import { logFault } from '@/lib/log-fault';
import type { WorkerBridge } from '@/lib/worker-bridge';
import type { WholeFile } from '@/models/digest';
import type { DownloadCalls, FileOrder, StagedFile, StagedOrder } from '@/models/download-calls';
import type { DownloadProgress } from '@/models/download-file';
import type { MeasuredFile, Measuring } from '@/models/measure';
import { problemOf } from '@/models/model-error';
import type { Patience } from '@/models/persist';
import * as shelf from '@/models/shelf';
import { removeStaged, removeStagedBefore } from '@/models/staging';
import type { ModelFile, ModelId } from '@/models/types';

/** What the shelf keeper needs done to files, here and on the hub. Everything rejects with a reason in it. */
export interface ModelFiles {
  measure(
    ask: Measuring,
    how: { signal: AbortSignal; attempts?: number | undefined },
  ): Promise<MeasuredFile[]>;
  /** Answers undefined where an optional file is not on the hub. */
  download(
    order: Omit<FileOrder, 'patience'>,
    told: { signal: AbortSignal; onProgress(progress: DownloadProgress): void },
  ): Promise<WholeFile | undefined>;
  inspect(folder: string, files: readonly ModelFile[]): Promise<StagedFile[]>;
  digest(order: StagedOrder): Promise<WholeFile[]>;
  shelve(id: ModelId, order: StagedOrder): Promise<void>;
  /** Answers the bytes that this freed. */
  remove(id: ModelId): Promise<number>;
  /** Length of a whole file; undefined where there is none. */
  lengthOf(id: ModelId, path: string): Promise<number | undefined>;
  text(id: ModelId, path: string): Promise<string>;
  /** Ids of the models that there are files of. */
  ids(): Promise<ModelId[]>;
  removeStaged(folder: string): Promise<void>;
  removeStagedBefore(time: number): Promise<void>;
}

/** The disk as this page sees it, and the worker for what takes long. */
export function modelFiles(worker: WorkerBridge<DownloadCalls>, patience: Patience): ModelFiles {
  const watched = { silentAtMostMs: patience.silentMs };
  return {
    measure: (ask, { signal, attempts = patience.attempts }) =>
      outliving(signal, () =>
        worker.call('measure', { ...ask, patience: { ...patience, attempts } }, { ...watched, signal }),
      ),
    download: (order, { signal, onProgress }) =>
      outliving(signal, () =>
        worker.call('download', { ...order, patience }, { ...watched, signal, onEvent: onNews(onProgress) }),
      ),
    inspect: (folder, files) => worker.call('inspect', { folder, files }, watched),
    digest: (order) => worker.call('digest', order, watched),
    // What was moved before a worker died is no longer where the next one would look.
    shelve: (id, order) => worker.call('shelve', { id, ...order }, watched),
    remove: (id) => outliving(undefined, () => worker.call('remove', { id }, watched)),
    lengthOf: async (id, path) => (await shelf.openFile(id, path))?.size,
    text: async (id, path) => (await shelf.openFile(id, path))?.text() ?? '',
    ids: shelf.idsOnDisk,
    removeStaged,
    removeStagedBefore,
  };
}

function onNews<News>(tell: (news: News) => void): (news: News | undefined) => void {
  return (news) => {
    if (news !== undefined) tell(news);
  };
}

/** A worker may be ended by the system at any time; what it did is on the disk, and the next one goes on from there. */
async function outliving<Value>(signal: AbortSignal | undefined, job: () => Promise<Value>): Promise<Value> {
  for (let lives = workerLives; ; lives--) {
    try {
      return await job();
    } catch (error) {
      signal?.throwIfAborted();
      if (lives === 1 || !['workerDied', 'timedOut'].includes(problemOf(error))) throw error;
      logFault('while a worker fetched a model; another goes on')(error);
    }
  }
}

const workerLives = 5;
