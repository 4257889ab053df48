import { serveWorker } from '@/lib/serve-worker';
import { digestStaged, inspectStaged, shelveStaged } from '@/models/adopt-files';
import { digestOf, fits, type WholeFile } from '@/models/digest';
import { findFile, removeEntry } from '@/models/disk';
import type { DownloadCalls, FileOrder } from '@/models/download-calls';
import { type DownloadProgress, downloadFile } from '@/models/download-file';
import { measure } from '@/models/measure';
import { ModelError } from '@/models/model-error';
import { finishPart, hasPart, openPart, removePart } from '@/models/opfs-part';
import { placeOf, removeFiles } from '@/models/shelf';
import { soundness } from '@/models/soundness';
import { tellAtMost } from '@/models/tell-at-most';
import type { ModelId } from '@/models/types';

/*
 * The only part of the extension that fetches models. It is given addresses and names of files, and nothing of what
 * the user wrote.
 */

serveWorker<DownloadCalls>({
  measure: ({ patience, ...ask }, { signal, tell }) =>
    tellAtMost(tell, () => measure(ask, { signal, patience })),
  inspect: ({ folder, files }, { tell }) => tellAtMost(tell, () => inspectStaged(folder, files)),
  download: (order, { signal, tell }) =>
    tellAtMost(tell, (tell) => aloneWith(order.id, signal, () => download(order, { signal, tell }))),
  digest: (order, { signal, tell }) => tellAtMost(tell, () => digestStaged(order, signal)),
  shelve: ({ id, ...order }, { signal, tell }) =>
    tellAtMost(tell, () => aloneWith(id, signal, () => shelveStaged(id, order)) as Promise<undefined>),
  remove: ({ id }, { signal, tell }) => tellAtMost(tell, () => aloneWith(id, signal, () => removeFiles(id))),
});

/** One job at a time on the files of a model, also where a worker that was to end has not ended yet. */
function aloneWith<Value>(id: ModelId, signal: AbortSignal, job: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request(`files of ${id}`, { signal }, job) as Promise<Value>;
}

interface Help {
  signal: AbortSignal;
  tell(progress: DownloadProgress): void;
}

async function download(order: FileOrder, { signal, tell }: Help): Promise<WholeFile | undefined> {
  const place = placeOf(order.id, order.path);
  const kept = await keptFile(order, signal);
  if (kept) return kept;
  const part = await openPart(place);
  let file: WholeFile;
  try {
    const help = { signal, tell, patience: order.patience };
    file = await downloadFile({ ...order, isSound: soundness(order) }, part, help).finally(() =>
      part.close(),
    );
  } catch (error) {
    if (!(order.optional && error instanceof ModelError && error.reason === 'notFound')) throw error;
    await removePart(place);
    return undefined;
  }
  await finishPart(place);
  return file;
}

/** The file, if it has come before and is what it should be. One with a part beside it was being copied. */
async function keptFile(order: FileOrder, signal: AbortSignal): Promise<WholeFile | undefined> {
  const place = placeOf(order.id, order.path);
  const file = await findFile(place);
  if (!file) return undefined;
  if (!(await hasPart(place))) {
    const whole = await digestOf(await file.getFile(), order.expected, signal);
    if (fits(whole, order.expected)) return whole;
  }
  await removeEntry(place);
  return undefined;
}
