import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import type { ExtractorRequest } from '@/memory/ports';
import type { LanguageCard } from '@/models/types';
import { type WorkerPage, workerPage } from '../../../support/worker-page';
import { behaviours } from '../extractor.contract';
import type { Lab } from './text-generation.page';

/** What the page's module puts on its window. */
type Own = Window & { lab: Lab };

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const folder = [at('../shared/models/stories260K'), at('test/models/tiny/tiny-writer')].find(existsSync);

const paths = [
  'config.json',
  'generation_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/model.onnx',
].filter((path) => existsSync(`${folder}/${path}`));

const card: LanguageCard = {
  task: 'language',
  runtime: 'transformers',
  id: 'a-writer',
  name: 'A writer of stories',
  repository: 'tests/a-writer',
  license: 'MIT',
  aboutBytes: 1_000_000,
  memoryBytes: 10_000_000,
  files: paths.map((path) => ({ path })),
  contextTokens: 256,
  languages: 'english',
  needs: [],
  dtype: 'fp32',
};
const request: ExtractorRequest = { system: '', prompt: 'Once upon a time', maxTokens: 40 };

test.describe.configure({ mode: 'serial' });
test.skip(
  !folder,
  'There is no small model that writes: neither ../shared/models nor test/models/tiny has one',
);

let served: WorkerPage;
let page: Page;
test.beforeAll(async () => {
  served = await workerPage({
    entry: 'test/inference/extractors/browser/text-generation.page.ts',
    folders: { '/model/': folder ?? '' },
    args: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
  });
  page = await served.open();
  await page.evaluate(([id, all]) => (window as unknown as Own).lab.shelve(id, '/model/', all), [
    card.id,
    paths,
  ] as const);
});
test.afterAll(() => served?.close());

for (const [index, { sentence }] of behaviours.entries()) {
  test(`a model of transformers.js ${sentence}`, async () => {
    const complaint = page.evaluate(([n, one]) => (window as unknown as Own).lab.complaint(n, one), [
      index,
      card,
    ] as const);
    expect(await complaint).toBeUndefined();
  });
}

test('the same prompt gives the same text twice, and the model stays loaded', async () => {
  const told = await write([request, request]);
  expect(told.answers[0]?.length).toBeGreaterThan(40);
  expect(told.answers[1]).toBe(told.answers[0]);
  expect(told.ready).toEqual([false, true, true]);
  expect(told.loadedOn).toEqual(['wasm', 'wasm']);
  console.log(`40 tokens in ${told.ms[1]?.toFixed(0)} ms on WASM: “${told.answers[0]}”`);
});

test('loading tells how many bytes there are', async () => {
  const { progress } = await write([request]);
  expect(progress.length).toBeGreaterThan(0);
  for (const { loaded, total } of progress) expect(loaded).toBeLessThanOrEqual(total);
  expect(progress.at(-1)?.loaded).toBe(progress.at(-1)?.total);
});

test('an answer has no more tokens than asked for', async () => {
  const { answers } = await write([4, 8, 40].map((maxTokens) => ({ ...request, maxTokens })));
  const [four = '', eight = '', forty = ''] = answers;
  expect(four.length).toBeLessThan(eight.length);
  expect(eight.length).toBeLessThan(forty.length);
  expect(forty.startsWith(eight) && eight.startsWith(four)).toBe(true);
});

test('a prompt that does not fit is not cut', async () => {
  const long = { ...request, prompt: 'Once upon a time there was a cat. '.repeat(60) };
  const just = { ...request, maxTokens: card.contextTokens };
  const { answers } = await write([long, just, request]);
  expect(answers.slice(0, 2)).toEqual(['ModelError badAnswer', 'ModelError badAnswer']);
  expect(answers[2]?.length).toBeGreaterThan(40);
});

test('the same text comes from the graphics card', async () => {
  const short = { ...request, maxTokens: 6 };
  const onProcessor = await write([short]);
  const onCard = await write([short, short], ['webgpu']);
  expect(onCard.loadedOn).toEqual(['webgpu', 'webgpu']);
  expect(onCard.answers).toEqual([onProcessor.answers[0], onProcessor.answers[0]]);
  console.log(`6 tokens in ${onCard.ms[1]?.toFixed(0)} ms on WebGPU played by the processor`);
});

test('a graphics card that is lost is asked again once', async () => {
  const short = { ...request, maxTokens: 6 };
  const once = await page.evaluate(
    ([one, asked]) => (window as unknown as Own).lab.losesDevice(one, asked, 1),
    [card, short] as const,
  );
  expect(once.workers).toBe(2);
  expect(once.answer).toBe((await write([short])).answers[0]);
});

test('an abort stops the worker between two tokens', async () => {
  const told = await page.evaluate(
    ([one, asked]) => (window as unknown as Own).lab.tokensAfterAbort(one, asked),
    [card, { ...request, maxTokens: 200 }] as const,
  );
  expect(told.ended).toBe(true);
  expect(told.tokens).toBeLessThan(100);
  console.log(`${told.tokens} tokens were told until an abort at the first took effect`);
});

test('an abort while the model is loaded ends the loading', async () => {
  const told = await page.evaluate(
    ([one, asked]) => (window as unknown as Own).lab.abortedWhileLoading(one, asked),
    [card, request] as const,
  );
  expect(told).toMatchObject({ error: 'enough', ready: false });
  expect(told.again.length).toBeGreaterThan(40);
});

test('a worker that dies is started again once', async () => {
  const once = await page.evaluate(
    ([one, asked]) => (window as unknown as Own).lab.diesAtFirstToken(one, asked, 1),
    [card, request] as const,
  );
  expect(once.workers).toBe(2);
  expect(once.answer.length).toBeGreaterThan(40);
  const always = await page.evaluate(
    ([one, asked]) => (window as unknown as Own).lab.diesAtFirstToken(one, asked, 9),
    [card, request] as const,
  );
  expect(always).toEqual({ answer: 'ModelError workerDied', workers: 2 });
});

test('a model that is ended while it writes is not started again', async () => {
  const told = await page.evaluate(
    ([one, asked]) => (window as unknown as Own).lab.endedWhileWriting(one, asked),
    [card, request] as const,
  );
  expect(told).toEqual({ answer: 'ModelError workerDied', workers: 1 });
});

test('a model that nobody asks leaves the memory, and comes back', async () => {
  const told = await page.evaluate(
    ([one, asked]) => (window as unknown as Own).lab.readyAfterIdle(one, asked, 50),
    [card, request] as const,
  );
  expect(told.before).toBe(true);
  expect(told.again.length).toBeGreaterThan(40);
});

test('a schema is asked for in words', async () => {
  const { answers } = await write([{ ...request, schema: { type: 'object' } }]);
  expect(answers[0]?.length).toBeGreaterThan(0);
  expect(answers[0]).not.toMatch(/^ModelError/);
});

test('nothing was asked of any server, and nothing of a prompt was printed', () => {
  const foreign = served.requests.filter((url) => !url.startsWith(served.origin) && !url.startsWith('blob:'));
  expect(foreign).toEqual([]);
  expect(served.said.filter((line) => line.includes('Once upon'))).toEqual([]);
});

function write(requests: ExtractorRequest[], devices: ('webgpu' | 'wasm')[] = ['wasm']) {
  return page.evaluate(([one, all, on]) => (window as unknown as Own).lab.write(one, all, on), [
    card,
    requests,
    devices,
  ] as const as [LanguageCard, ExtractorRequest[], ('webgpu' | 'wasm')[]]);
}
