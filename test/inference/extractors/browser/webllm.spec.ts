import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { ExtractorRequest } from '@/memory/ports';
import type { LanguageCard } from '@/models/types';
import { type WorkerPage, workerPage } from '../../../support/worker-page';
import { behaviours } from '../extractor.contract';
import { hollowLibrary, hollowSentence } from '../hollow-library';
import { type SmallModel, writeSmallModel } from '../small-webllm-model';
import type { Lab } from './webllm.page';

/** What the page's module puts on its window. */
type Own = Window & { lab: Lab };

const request: ExtractorRequest = { system: 'You read.', prompt: 'I live in Ghent.', maxTokens: 20 };
const repository = 'tests/small-writer-MLC';
const card: LanguageCard = {
  task: 'language',
  runtime: 'webllm',
  id: 'small-writer-MLC',
  name: 'Small writer',
  repository,
  license: 'MIT',
  aboutBytes: 12_288,
  memoryBytes: 1_000_000,
  files: [{ path: 'mlc-chat-config.json' }, { path: 'tensor-cache.json', listsShards: true }],
  contextTokens: 512,
  languages: 'english',
  needs: [],
  webllm: { id: 'small-writer-MLC', library: 'hollow.wasm' },
};

test.describe.configure({ mode: 'serial' });

let model: SmallModel;
let folders: { model: string; webllm: string };
let served: WorkerPage;
let page: Page;

test.beforeAll(async () => {
  folders = {
    model: await mkdtemp(join(tmpdir(), 'small-model-')),
    webllm: await mkdtemp(join(tmpdir(), 'webllm-')),
  };
  model = await writeSmallModel(folders.model);
  await writeFile(join(folders.webllm, 'hollow.wasm'), hollowLibrary());
  await writeFile(join(folders.webllm, 'empty.wasm'), Buffer.from('0061736d01000000', 'hex'));
  await writeFile(join(folders.webllm, 'page.wasm'), '<!doctype html><title>Not here</title>');
  served = await workerPage({
    entry: 'test/inference/extractors/browser/webllm.page.ts',
    folders: { '/model/': folders.model, '/webllm/': folders.webllm },
    args: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
  });
  page = await served.open();
  await shelve();
});

test.afterAll(async () => {
  await served.close();
  for (const folder of Object.values(folders)) await rm(folder, { recursive: true, force: true });
});

for (const [index, { sentence, of }] of behaviours.entries()) {
  if (of === 'able') continue;
  test(`WebLLM ${sentence}`, async () => {
    const complaint = page.evaluate(([n, one]) => (window as unknown as Own).lab.complaint(n, one), [
      index,
      card,
    ] as const);
    expect(await complaint).toBeUndefined();
  });
}

test('WebLLM finds the whole model on the shelf, and not one that lacks a shard', async () => {
  expect(await hasModel()).toBe(true);
  await shelve(model.paths.filter((path) => path !== 'params_shard_1.bin'));
  expect(await hasModel()).toBe(false);
  await shelve();
});

test('the shards come off the shelf as they were put there', async () => {
  const read = await page.evaluate(([id, of]) => (window as unknown as Own).lab.shards(id, of), [
    card.id,
    repository,
  ] as const);
  expect(read).toEqual(model.shards);
});

test('WebLLM comes as far as the first weights without a compiled model, with files off the shelf alone', async () => {
  const { ended, read } = await reload('/webllm/hollow.wasm');
  // The device is made, the tokenizer runs; what allocates memory for the first tensor would be in the library.
  expect(ended).toBe(`Error: ${hollowSentence}`);
  expect(read).toEqual(['mlc-chat-config.json', 'tokenizer.json', 'tensor-cache.json', 'params_shard_0.bin']);
  expect(served.requests).toContain(`${served.origin}/webllm/hollow.wasm`);
});

test('WebLLM ends at a library that is none', async () => {
  expect((await reload('/webllm/empty.wasm')).ended).toMatch(/^TypeError/);
  expect((await reload('/webllm/page.wasm')).ended).toMatch(/^CompileError/);
  expect((await reload('/webllm/absent.wasm')).ended).toMatch(/^CompileError/);
});

test('WebLLM asks nobody for what the shelf lacks', async () => {
  await shelve(model.paths.filter((path) => path !== 'mlc-chat-config.json'));
  const absent = 'ModelError: A file of the model is not on this machine';
  expect(await reload('/webllm/hollow.wasm')).toEqual({ ended: absent, read: [] });
  await shelve(model.paths.filter((path) => path !== 'params_shard_2.bin'));
  expect((await reload('/webllm/hollow.wasm')).ended).toBe(absent);
  await shelve();
});

for (const [what, changed, problem] of [
  ['an empty library', { webllm: { id: card.id, library: 'empty.wasm' } }, 'unusable'],
  ['no library', { webllm: { id: card.id, library: 'absent.wasm' } }, 'libraryMissing'],
  ['a page in place of its library', { webllm: { id: card.id, library: 'page.wasm' } }, 'libraryMissing'],
  ['no files', { id: 'not-on-the-shelf' }, 'notOnDisk'],
  ['a need for numbers of 16 bits', { needs: ['shader-f16'] }, 'noShaderF16'],
  ['more memory than there is', { memoryBytes: 2 ** 50 }, 'tooBig'],
  ['parts too large for the card', { aboutBytes: 2 ** 45 }, 'tooBig'],
  ['no library named', { webllm: undefined }, 'unusable'],
] as [string, Partial<LanguageCard>, string][]) {
  test(`a model with ${what} is ${problem}`, async () => {
    const { answers, progress } = await write({ ...card, ...changed });
    expect(answers[0]).toBe(`ModelError ${problem}`);
    expect(progress).toEqual([]);
  });
}

test('a list of weights with a piece that is too large, or that is none, is told before anything is loaded', async () => {
  const list = join(folders.model, 'tensor-cache.json');
  const good = await readFile(list, 'utf8');
  const before = served.requests.length;
  await writeFile(list, good.replace('"nbytes":1024', `"nbytes":${2 ** 40}`));
  await shelve();
  expect((await write(card)).answers[0]).toBe('ModelError tooBig');
  await writeFile(list, '{"records": "<!doctype html>"}');
  await shelve();
  expect((await write(card)).answers[0]).toBe('ModelError corrupt');
  const asked = served.requests.slice(before);
  expect(asked.filter((url) => url.includes('/webllm/'))).toEqual([]);
  await writeFile(list, good);
  await shelve();
});

test('a model that loads tells how many bytes there are', async () => {
  const { answers, progress } = await write(card);
  expect(answers[0]).toBe('ModelError unusable');
  expect(progress.at(-1)).toEqual({ loaded: 0, total: model.total });
});

test('an abort while the model is loaded ends the loading', async () => {
  const told = await page.evaluate(
    ([one, asked]) => (window as unknown as Own).lab.abortedWhileLoading(one, asked),
    [card, request] as const,
  );
  expect(told).toEqual({ error: 'enough', ready: false, again: 'ModelError unusable', workers: 2 });
});

test('a model that loses the graphics card is started again once', async () => {
  const told = await page.evaluate(([one, asked]) => (window as unknown as Own).lab.losesDevice(one, asked), [
    card,
    request,
  ] as const);
  expect(told).toEqual({ answer: 'ModelError deviceLost', workers: 2 });
});

test('the libraries in the package are told apart from those that are not', async () => {
  const has = (name: string) =>
    page.evaluate((library) => (window as unknown as Own).lab.hasLibrary(library), name);
  expect(await has('empty.wasm')).toBe(true);
  expect(await has('page.wasm')).toBe(false);
  expect(await has('absent.wasm')).toBe(false);
});

test('nothing was asked of any server, and nothing of a prompt was printed', () => {
  const foreign = served.requests.filter((url) => !url.startsWith(served.origin) && !url.startsWith('blob:'));
  expect(foreign).toEqual([]);
  expect(served.said.filter((line) => line.includes('Ghent'))).toEqual([]);
});

test('without WebGPU there is nothing to run a model on', async () => {
  const other = await served.openIn(['--disable-gpu']);
  const told = await other.page.evaluate(
    ([one, asked]) => (window as unknown as Own).lab.write(one, [asked]),
    [card, request] as const,
  );
  await other.close();
  expect(told.answers[0]).toBe('ModelError noAdapter');
});

function shelve(paths = model.paths): Promise<void> {
  return page.evaluate(([id, all]) => (window as unknown as Own).lab.shelve(id, '/model/', all), [
    card.id,
    paths,
  ] as const);
}

function reload(library: string) {
  return page.evaluate(([id, of, lib]) => (window as unknown as Own).lab.reload(id, of, lib), [
    card.id,
    repository,
    library,
  ] as const);
}

function hasModel(): Promise<boolean> {
  return page.evaluate(([id, of]) => (window as unknown as Own).lab.hasModel(id, of), [
    card.id,
    repository,
  ] as const);
}

function write(one: LanguageCard) {
  return page.evaluate(([what, asked]) => (window as unknown as Own).lab.write(what, [asked]), [
    one,
    request,
  ] as const);
}
