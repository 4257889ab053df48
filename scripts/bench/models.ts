import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EmbeddingCard } from '@/models/types';
import { potion, tiny } from '../../test/inference/browser/cards';
import { ask } from '../../test/support/ask';
import { chromiumUser } from '../../test/support/chromium-user';
import { writeMemories } from '../../test/support/many-memories';
import { startMirror } from '../../test/support/mirror';
import { awaitServing, fetchModel, tinyEmbedder, potion as wholePotion } from '../../test/support/models';
import { workerPage } from '../../test/support/worker-page';
import { extensionFolder } from '../build';
import type { Figure } from './figure';
import { median, ms } from './statistics';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const count = 10_000;
const sentences = 2_000;
const loads = 5;
const backends = ['wasm', 'wasm-threads', 'webgpu'] as const;

/** Embedding models by what runs them, a change of model over many memories, and what models weigh. */
export async function benchModels(): Promise<Figure[]> {
  return [...packageWeight(), ...(await benchBackends()), await benchReembedding()];
}

/** Forces each way of running a model, also where the extension would not choose it. */
async function benchBackends(): Promise<Figure[]> {
  const card = wholePotion ? potion : tiny;
  const served = await workerPage({
    entry: 'test/inference/browser/page.ts',
    folders: {
      '/models/': at('test/models/tiny'),
      ...(wholePotion && { '/models/potion-base-2M/': wholePotion.folder }),
    },
    args: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
  });
  try {
    const page = await served.context.newPage();
    await page.goto(served.origin);
    await page.waitForFunction(() => 'lab' in window, undefined, { polling: 100 });
    await page.evaluate((given) => window.lab.shelve(given, given.id), card);
    const measured: Figure[] = [];
    for (const backend of backends) {
      measured.push(...(await benchBackend(page, card, backend)));
    }
    return measured;
  } finally {
    await served.close();
  }
}

type LabPage = Awaited<ReturnType<Awaited<ReturnType<typeof workerPage>>['context']['newPage']>>;

async function benchBackend(page: LabPage, card: EmbeddingCard, backend: (typeof backends)[number]) {
  const before = await memoryOf(page);
  const first: number[] = [];
  for (let load = 0; load < loads; load++) {
    first.push(await page.evaluate(timeFirst, { card, backend }));
  }
  const perSecond = await page.evaluate(timeMany, sentences);
  const loaded = await memoryOf(page);
  await page.evaluate(() => window.lab.end());
  const ended = await memoryOf(page);
  const name = `${card.name} on ${backend === 'webgpu' ? 'WebGPU (SwiftShader)' : backend}`;
  return [
    { what: `${name}: from nothing to the first vector`, value: ms(median(first)), runs: `${loads} loads` },
    { what: `${name}: sentences a second`, value: perSecond.toFixed(0), runs: `${sentences} sentences` },
    {
      what: `${name}: memory loaded, and after it was ended`,
      value: `${megabytes(loaded - before)}, ${megabytes(ended - before)}`,
      runs: '1 reading',
    },
  ];
}

async function timeFirst({ card, backend }: { card: EmbeddingCard; backend: (typeof backends)[number] }) {
  window.lab.open(card, { backends: [backend] });
  const from = performance.now();
  const { failed } = await window.lab.embed(['Somebody says something.'], { as: 'query' });
  if (failed) throw new Error(failed);
  return performance.now() - from;
}

async function timeMany(many: number) {
  const texts = Array.from({ length: many }, (_, index) => `I paint small wooden bicycles number ${index}.`);
  const from = performance.now();
  const { failed } = await window.lab.embed(texts);
  if (failed) throw new Error(failed);
  return (1_000 * many) / (performance.now() - from);
}

/** Of the page with its workers, after a garbage collection, in bytes. */
async function memoryOf(page: LabPage): Promise<number> {
  const { bytes } = await page.evaluate(() =>
    (
      performance as unknown as { measureUserAgentSpecificMemory(): Promise<{ bytes: number }> }
    ).measureUserAgentSpecificMemory(),
  );
  return bytes;
}

async function benchReembedding(): Promise<Figure> {
  const mirror = await startMirror();
  const user = await chromiumUser();
  const model = wholePotion ?? tinyEmbedder;
  try {
    const popup = await user.openPopup();
    await fetchModel(popup, mirror, model);
    await writeMemories(popup, count);
    await user.restart();
    const again = await user.openPopup();
    await ask(again, 'search', { text: 'x' });
    const from = performance.now();
    await ask(again, 'useEmbedding', { model: model.id });
    await awaitServing(again, model.id, 600_000);
    return {
      what: `another embedding model over ${count} memories, from the click until it serves`,
      value: `${((performance.now() - from) / 1_000).toFixed(0)} s`,
      runs: '1 change',
    };
  } finally {
    await user.leave();
    await mirror.close();
  }
}

function packageWeight(): Figure[] {
  const folder = extensionFolder('chrome');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const weigh = (some: readonly string[]) => some.reduce((sum, file) => sum + statSync(file).size, 0);
  const webllm = files.filter((file) => /webllm/.test(file));
  const libraries = files.filter((file) => /\/webllm\/.*\.wasm$/.test(file));
  return [
    { what: 'package, unpacked', value: megabytes(weigh(files)), runs: `${files.length} files` },
    {
      what: 'of it WebLLM, with its compiled libraries',
      value: megabytes(weigh(webllm)),
      runs: `${libraries.length} libraries in this build`,
    },
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
