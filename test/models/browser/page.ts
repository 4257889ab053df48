import type { Lock } from '@/models/lock';
import { ModelError, type ModelProblem, problemOf } from '@/models/model-error';
import { type ModelShelf, modelShelf } from '@/models/model-shelf';
import type { Patience } from '@/models/persist';
import { bytesOf, openFile, pathsOf, shelfFetch } from '@/models/shelf';
import { shelfCaches } from '@/models/shelf-caches';
import { stageFiles } from '@/models/stage';
import type { ModelCard, ModelId } from '@/models/types';
import { openDatabase } from '@/store/database';
import { modelRows } from '@/store/model-rows';

/* What the tests do in a page: the real shelf over the real database, worker and disk. */

export interface LabOptions {
  host: string;
  patience: Patience;
  lock?: Lock;
  /** What the model fails with when it is tried. */
  unfit?: ModelProblem;
}

let shelf: ModelShelf;
const rows = modelRows(openDatabase('models'));
const tried: string[] = [];
const rejected: string[] = [];
addEventListener('unhandledrejection', ({ reason }) => rejected.push(String(reason)));

const lab = {
  async open({ unfit, host, ...options }: LabOptions) {
    shelf = modelShelf({
      ...options,
      rows,
      host: async () => host,
      now: () => Date.now(),
      async check({ id }) {
        tried.push(id);
        if (unfit) throw new ModelError(unfit);
        return { dimensions: 384 };
      },
    });
    await shelf.start();
  },

  download: (card: ModelCard) => shelf.download(card),
  size: (card: ModelCard) => shelf.size(card),
  pause: (id: ModelId) => shelf.pause(id),
  resume: (id: ModelId) => shelf.resume(id),
  remove: (id: ModelId) => shelf.remove(id),
  adopt: (card: ModelCard, folder: string) => shelf.adopt(card, folder),
  isReady: async (id: ModelId) => (await shelf.ready(id)) !== undefined,

  rows: () => rows.all(),
  row: (id: ModelId) => rows.find(id),
  hash: (id: ModelId, path: string) => rows.knownHash(id, path),
  tried: async () => tried,
  rejected: async () => rejected,

  paths: pathsOf,
  bytes: bytesOf,
  /** SHA-256 of what lies on the shelf. */
  async digest(id: ModelId, path: string) {
    const file = await openFile(id, path);
    return file && sha256(await file.arrayBuffer());
  },
  /** Every entry of the disk, with its length. */
  async disk() {
    return Object.fromEntries(await entries(await navigator.storage.getDirectory(), ''));
  },
  /** Writes into the disk past the shelf. */
  async scribble(path: string, text: string) {
    let folder = await navigator.storage.getDirectory();
    const names = path.split('/');
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
    const file = await folder.getFileHandle(names.at(-1) ?? '', { create: true });
    const writable = await file.createWritable();
    await writable.write(text);
    await writable.close();
  },
  /** Lets a file grow by so many zeros. */
  async append(path: string, bytes: number) {
    let folder = await navigator.storage.getDirectory();
    const names = path.split('/');
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
    const file = await folder.getFileHandle(names.at(-1) ?? '');
    const { size } = await file.getFile();
    const writable = await file.createWritable({ keepExistingData: true });
    await writable.truncate(size + bytes);
    await writable.close();
  },
  estimate: () => navigator.storage.estimate(),

  /** Stages files as a page does; contents by the path that a folder picker gives. */
  async stage(files: [path: string, base64: string][]) {
    return stageFiles(
      files.map(([path, base64]) => {
        const file = new File([bytesIn(base64)], path.split('/').at(-1) ?? '');
        Object.defineProperty(file, 'webkitRelativePath', { value: path.includes('/') ? path : '' });
        return file;
      }),
    );
  },

  async fetched(id: ModelId, repository: string, url: string, init?: RequestInit) {
    const response = await shelfFetch(id, repository)(url, init);
    const body = await response.arrayBuffer();
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      bytes: body.byteLength,
      sha256: await sha256(body),
    };
  },

  /** As WebLLM's artifact cache goes about it. */
  async throughCache(id: ModelId, modelUrl: string, url: string) {
    const cache = await shelfCaches(id, modelUrl).open('webllm/model');
    const request = new Request(url);
    if ((await cache.match(request)) === undefined) await cache.add(request);
    const found = await cache.match(new Request(url));
    return found && sha256(await found.arrayBuffer());
  },
  async cacheKeys(id: ModelId, modelUrl: string) {
    const cache = await shelfCaches(id, modelUrl).open('webllm/model');
    return (await cache.keys()).map(({ url }) => url);
  },
};

export type Lab = typeof lab;

declare global {
  interface Window {
    callLab(name: string, args: unknown[]): Promise<{ value?: unknown; problem?: string; message?: string }>;
  }
}

window.callLab = async (name, args) => {
  try {
    const call = lab[name as keyof Lab] as (...args: unknown[]) => Promise<unknown>;
    return { value: await call(...args) };
  } catch (error) {
    return { problem: problemOf(error), message: error instanceof Error ? error.message : String(error) };
  }
};

async function* walk(
  folder: FileSystemDirectoryHandle,
  above: string,
): AsyncGenerator<[path: string, file: FileSystemFileHandle]> {
  for await (const entry of folder.values()) {
    const path = `${above}${entry.name}`;
    if (entry.kind === 'directory') yield* walk(entry as FileSystemDirectoryHandle, `${path}/`);
    else yield [path, entry as FileSystemFileHandle];
  }
}

async function entries(folder: FileSystemDirectoryHandle, above: string): Promise<[string, number][]> {
  const found: [string, number][] = [];
  for await (const [path, file] of walk(folder, above)) found.push([path, (await file.getFile()).size]);
  return found;
}

function bytesIn(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
