import type { Page } from '@playwright/test';
import { defaultSettings, type Settings } from '@/memory/settings';
import type { Job } from '@/memory/types';
import type { ShelfState, ShelvedModel } from '@/models/types';

interface Rows {
  models?: ShelvedModel[];
  settings?: Partial<Settings>;
  jobs?: Job[];
}

/**
 * Writes rows into the extension's own database, past all of its code, in a page of the extension. Pages that are open
 * do not notice: load them anew.
 */
export async function fillDatabase(
  page: Page,
  { models = [], settings = {}, jobs = [] }: Rows,
): Promise<void> {
  const rows = {
    models,
    jobs: jobs.map((job) => (job.parkedAt === undefined ? { ...job, waitingSince: job.addedAt } : job)),
    settings: [{ id: 'settings', value: { ...defaultSettings, ...settings } }],
  };
  await page.evaluate(async (tables) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('throughline');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const names = Object.keys(tables) as (keyof typeof tables)[];
    const writing = database.transaction(names, 'readwrite');
    for (const name of names) {
      for (const row of tables[name]) writing.objectStore(name).put(row);
    }
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onerror = () => reject(writing.error);
    });
    database.close();
  }, rows);
}

/** A model with three files, of which so many megabytes are here. */
export function shelvedModel(
  id: string,
  state: ShelfState,
  have: number,
  bytes = have,
  task: ShelvedModel['task'] = 'embedding',
): ShelvedModel {
  const files = [
    { path: 'config.json', have: 650, bytes: 650 },
    { path: 'tokenizer.json', have: 711_661, bytes: 711_661 },
    { path: 'onnx/model_quantized.onnx', have: have * 1e6 - 712_311, bytes: bytes * 1e6 - 712_311 },
  ];
  return { id, task, ...state, files, addedAt: 1, updatedAt: 1 } as ShelvedModel;
}
