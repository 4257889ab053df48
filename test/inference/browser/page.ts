import { capability } from '@/inference/capability';
import EmbedderWorker from '@/inference/embedder.worker?worker';
import { type TransformersEmbedder, transformersEmbedder } from '@/inference/transformers-embedder';
import { tryEmbedder } from '@/inference/try-embedder';
import type { ToWorker } from '@/lib/worker-bridge';
import { problemOf } from '@/models/model-error';
import type { EmbeddingCard } from '@/models/types';
import WriterWorker from './writer.worker?worker';

/*
 * A page with an embedder in it, as the engine page has one. The test works it through `lab`; what went to the
 * workers, and what the embedder told, is kept in order.
 */

export type Said =
  | { worker: number; call: string; texts?: readonly string[] }
  | { backend: string }
  | { trouble: string }
  | { answered: string };

export interface OpenOptions {
  backends?: ('webgpu' | 'wasm-threads' | 'wasm')[];
  idleMs?: number;
  pauseMs?: number;
  patience?: { loadMs: number; stepMs: number };
  /** Address of a worker that was built already; the page's own unless told. */
  worker?: string;
}

/** What shall happen while the worker is busy with a step. */
type Act = { query: string } | { abort: string } | 'end' | 'loseDevice';

const said: Said[] = [];
const plans = new Map<number, Act>();
let steps = 0;
const workers: Worker[] = [];
const stops = new Map<string, AbortController>();
let embedder: TransformersEmbedder | undefined;

function createWorker(address?: string): Worker {
  const worker = address ? new Worker(address, { type: 'module' }) : new EmbedderWorker();
  const place = workers.push(worker) - 1;
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message: ToWorker) => {
    if ('name' in message) {
      const { texts } = (message.data ?? {}) as { texts?: readonly string[] };
      said.push({ worker: place, call: message.name, ...(texts && { texts }) });
    }
    post(message);
    if (!('name' in message) || message.name !== 'embed') return;
    const act = plans.get(++steps);
    if (act) queueMicrotask(() => carryOut(act));
  };
  return worker;
}

function carryOut(act: Act): void {
  if (act === 'end') lab.end();
  else if (act === 'loseDevice') lab.loseDevice();
  else if ('abort' in act) lab.abort(act.abort);
  else void lab.embed([act.query], { as: 'query', name: act.query });
}

async function folderOf(id: string, path: string): Promise<[FileSystemDirectoryHandle, string]> {
  const names = ['models', id, ...path.split('/')].map(encodeURIComponent);
  let folder = await navigator.storage.getDirectory();
  for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
  return [folder, names.at(-1) ?? ''];
}

const lab = {
  said,

  async put(id: string, path: string, content: Blob | string): Promise<void> {
    const [folder, name] = await folderOf(id, path);
    const file = await folder.getFileHandle(name, { create: true });
    const stream = await file.createWritable();
    await stream.write(content);
    await stream.close();
  },

  async remove(id: string, path: string): Promise<void> {
    const [folder, name] = await folderOf(id, path);
    await folder.removeEntry(name);
  },

  /** Fetches a model's files from the server of the test and puts them where the shelf keeps them. */
  async shelve(card: Pick<EmbeddingCard, 'id' | 'files'>, from: string): Promise<void> {
    for (const { path } of card.files) {
      const response = await fetch(`/models/${from}/${path}`);
      if (!response.ok) throw new Error(`The test's server has no ${from}/${path}`);
      await lab.put(card.id, path, await response.blob());
    }
  },

  open(card: EmbeddingCard, options: OpenOptions = {}): void {
    embedder?.end();
    embedder = transformersEmbedder(card, {
      ...options,
      dimensions: card.dimensions ?? 0,
      createWorker: () => createWorker(options.worker),
      onBackend: (backend) => said.push({ backend }),
      onTrouble: (trouble) => said.push({ trouble }),
    });
  },

  /** Vectors as lists, or why there are none. */
  async embed(
    texts: string[],
    { as = 'memory', name = '' }: { as?: 'query' | 'memory'; name?: string } = {},
  ): Promise<{ vectors: number[][]; failed?: undefined } | { vectors?: undefined; failed: string }> {
    const stop = new AbortController();
    if (name) stops.set(name, stop);
    try {
      const vectors = await expectEmbedder().embed(texts, { as, signal: stop.signal });
      if (name) said.push({ answered: name });
      return { vectors: vectors.map((vector) => Array.from(vector)) };
    } catch (error) {
      const aborted = error instanceof DOMException && error.name === 'AbortError';
      return { failed: aborted ? 'aborted' : problemOf(error) };
    }
  },

  /** Does something while the worker works on the step of that number, counted from here on. */
  during(step: number, act: Act): void {
    plans.set(steps + step, act);
  },

  abort: (name: string) => stops.get(name)?.abort(),
  status: () => expectEmbedder().status(),
  end: () => expectEmbedder().end(),

  try: (card: EmbeddingCard, options: OpenOptions) =>
    tryEmbedder(card, { ...options, createWorker: () => createWorker(options.worker) }).catch((error) => ({
      failed: problemOf(error),
    })),

  /** As if the driver had restarted: the worker is told so, past the embedder. */
  loseDevice(): void {
    workers.at(-1)?.postMessage({ call: -1, name: 'lose', data: undefined } satisfies ToWorker);
  },

  killWorker(): void {
    workers.at(-1)?.terminate();
  },

  capability,

  /** What a writing model answers, run by transformers.js without anything of ours in between. */
  write(id: string, prompt: string): Promise<string> {
    const worker = new WriterWorker();
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ id, prompt });
    });
  },
};

function expectEmbedder(): TransformersEmbedder {
  if (!embedder) throw new Error('No embedder is open');
  return embedder;
}

export type Lab = typeof lab;
declare global {
  interface Window {
    lab: Lab;
  }
}
window.lab = lab;
