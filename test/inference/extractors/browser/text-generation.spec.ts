import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import type { Device } from '@/inference/extractors/generation-calls';
import type { ExtractorRequest } from '@/memory/ports';
import type { LanguageCard } from '@/models/types';
import { type WorkerPage, workerPage } from '../../../support/worker-page';
import { behaviours } from '../extractor.contract';
import type { Lab } from './text-generation.page';

/** What the page's module puts on its window. */
type Own = Window & { lab: Lab };

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const folders = {
  tiny: at('test/models/tiny/tiny-writer'),
  stories: at('../shared/models/stories260K'),
};
const hasStories = existsSync(folders.stories);

const common = {
  task: 'language',
  runtime: 'transformers',
  license: 'MIT',
  aboutBytes: 1_000_000,
  memoryBytes: 10_000_000,
  languages: 'english',
  needs: [],
  dtype: 'fp32',
} as const;
const paths = [
  'config.json',
  'generation_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/model.onnx',
];

/** Always writes the same few words of JSON, in a chat of turns. */
const tiny: LanguageCard = {
  ...common,
  id: 'tiny-writer',
  name: 'Tiny writer',
  repository: 'tests/tiny-writer',
  files: paths.map((path) => ({ path })),
  contextTokens: 256,
};
/** Goes on with whatever it is told, and has no turns. */
const stories: LanguageCard = {
  ...tiny,
  id: 'stories260K',
  name: 'Stories',
  repository: 'tests/stories260K',
};

const schema = { type: 'object', properties: { memories: { type: 'array' } } };
const request: ExtractorRequest = { system: 'You read.', prompt: 'I live in Ghent.', schema, maxTokens: 20 };
const answer = '{"memories":[]}';
const beginning: ExtractorRequest = { system: '', prompt: 'Once upon a time', maxTokens: 40 };

test.describe.configure({ mode: 'serial' });

let served: WorkerPage;
let page: Page;
test.beforeAll(async () => {
  served = await workerPage({
    entry: 'test/inference/extractors/browser/text-generation.page.ts',
    folders: { '/tiny/': folders.tiny, '/stories/': folders.stories },
    args: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
  });
  page = await served.open();
  for (const [card, from] of [
    [tiny, '/tiny/'],
    ...(hasStories ? [[stories, '/stories/'] as const] : []),
  ] as const) {
    await page.evaluate(([id, place, all]) => (window as unknown as Own).lab.shelve(id, place, all), [
      card.id,
      from,
      paths,
    ] as const);
  }
});
test.afterAll(() => served?.close());

for (const [index, { sentence }] of behaviours.entries()) {
  test(`a model of transformers.js ${sentence}`, async () => {
    const complaint = page.evaluate(([n, one]) => (window as unknown as Own).lab.complaint(n, one), [
      index,
      tiny,
    ] as const);
    expect(await complaint).toBeUndefined();
  });
}

test('the same prompt gives the same text twice, and the model stays loaded', async () => {
  const told = await write(tiny, [request, request]);
  expect(told.answers).toEqual([answer, answer]);
  expect(told.ready).toEqual([false, true, true]);
  expect(told.loadedOn).toEqual(['wasm', 'wasm']);
});

test('loading tells how many bytes there are', async () => {
  const { progress } = await write(tiny, [request]);
  expect(progress.length).toBeGreaterThan(0);
  for (const { loaded, total } of progress) expect(loaded).toBeLessThanOrEqual(total);
  expect(progress.at(-1)?.loaded).toBe(progress.at(-1)?.total);
});

test('an answer has no more tokens than asked for', async () => {
  const { answers, tokens } = await write(
    tiny,
    [1, 2, 20].map((maxTokens) => ({ ...request, maxTokens })),
  );
  expect(answers).toEqual(['{"', '{"memories', answer]);
  expect(tokens).toEqual([1, 2, 5]);
});

test('a prompt that does not fit is not cut', async () => {
  const long = { ...request, prompt: 'I live in Ghent. '.repeat(60) };
  const just = { ...request, maxTokens: tiny.contextTokens };
  const { answers } = await write(tiny, [long, just, request]);
  expect(answers).toEqual(['ModelError badAnswer', 'ModelError badAnswer', answer]);
});

test('the same text comes from the graphics card', async () => {
  test.slow();
  const onCard = await write(tiny, [request, request], ['webgpu']);
  expect(onCard.loadedOn).toEqual(['webgpu', 'webgpu']);
  expect(onCard.answers).toEqual([answer, answer]);
});

test('a graphics card that is lost is asked again once', async () => {
  test.slow();
  const losing = (times: number) =>
    page.evaluate(([one, asked, often]) => (window as unknown as Own).lab.losesDevice(one, asked, often), [
      tiny,
      request,
      times,
    ] as const);
  expect(await losing(1)).toEqual({ answer, workers: 2 });
  expect(await losing(9)).toEqual({ answer: 'ModelError deviceLost', workers: 2 });
});

test('without a graphics card the processor does it', async () => {
  const other = await served.openIn(['--disable-gpu']);
  const told = await other.page.evaluate(
    async ([one, asked, all]) => {
      const { lab } = window as unknown as Own;
      await lab.shelve(one.id, '/tiny/', all);
      return lab.write(one, [asked]);
    },
    [tiny, request, paths] as const,
  );
  await other.close();
  expect(told).toMatchObject({ answers: [answer], loadedOn: ['wasm'] });
});

test('an abort while the model is loaded ends the loading', async () => {
  const told = await page.evaluate(
    ([one, asked]) => (window as unknown as Own).lab.abortedWhileLoading(one, asked),
    [tiny, request] as const,
  );
  expect(told).toEqual({ error: 'enough', ready: false, again: answer, workers: 2 });
});

test('a worker that dies is started again once', async () => {
  const dying = (times: number) =>
    page.evaluate(
      ([one, asked, often]) => (window as unknown as Own).lab.diesAtFirstToken(one, asked, often),
      [tiny, request, times] as const,
    );
  expect(await dying(1)).toEqual({ answer, workers: 2 });
  expect(await dying(9)).toEqual({ answer: 'ModelError workerDied', workers: 2 });
});

test('a model that is ended while it writes is not started again', async () => {
  const told = await page.evaluate(
    ([one, asked]) => (window as unknown as Own).lab.endedWhileWriting(one, asked),
    [tiny, request] as const,
  );
  expect(told).toEqual({ answer: 'ModelError workerDied', workers: 1 });
});

test('a model that nobody asks leaves the memory, and comes back', async () => {
  const told = await page.evaluate(
    ([one, asked]) => (window as unknown as Own).lab.readyAfterIdle(one, asked, 50),
    [tiny, request] as const,
  );
  expect(told).toEqual({ before: true, again: answer });
});

test.describe(
  hasStories ? 'a model that tells stories' : 'a model that tells stories (skipped: no ../shared/models)',
  () => {
    test.skip(!hasStories);

    test('writes what it was trained to write, twice the same', async () => {
      const { answers, ms, tokens } = await write(stories, [beginning, beginning]);
      expect(answers[0]).toMatch(/^, there was a little girl named Lily\. She loved to play outside/);
      expect(answers[1]).toBe(answers[0]);
      expect(tokens).toEqual([40, 40]);
      console.log(`40 tokens in ${ms[1]?.toFixed(0)} ms on WASM`);
    });

    test('stops between two tokens when it is aborted', async () => {
      const told = await page.evaluate(
        ([one, asked]) => (window as unknown as Own).lab.tokensAfterAbort(one, asked),
        [stories, { ...beginning, maxTokens: 240 }] as const,
      );
      expect(told.ended).toBe(true);
      expect(told.tokens).toBeLessThan(60);
      console.log(`${told.tokens} tokens were told until an abort at the first was heard`);
    });
  },
);

test('nothing was asked of any server, and nothing of a prompt was printed', () => {
  const foreign = served.requests.filter((url) => !url.startsWith(served.origin) && !url.startsWith('blob:'));
  expect(foreign).toEqual([]);
  expect(served.said.filter((line) => /Ghent|Once upon/.test(line))).toEqual([]);
});

function write(card: LanguageCard, requests: ExtractorRequest[], devices?: Device[]) {
  return page.evaluate(([one, all, on]) => (window as unknown as Own).lab.write(one, all, on), [
    card,
    requests,
    devices,
  ] as [LanguageCard, ExtractorRequest[], Device[] | undefined]);
}
