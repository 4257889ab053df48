import { expect, type Page, test } from '@playwright/test';
import { type WorkerPage, workerPage } from '../../../support/worker-page';
import { behaviours } from '../extractor.contract';
import { type ModelServer, startModelServer } from '../model-server';
import type { Lab } from './server-extractor.page';

/** What the page's module puts on its window. */
type Own = Window & { lab: Lab };

test.describe.configure({ mode: 'serial' });

let served: WorkerPage;
let page: Page;
let server: ModelServer;
test.beforeAll(async () => {
  server = await startModelServer();
  served = await workerPage({
    entry: 'test/inference/extractors/browser/server-extractor.page.ts',
    connect: "'self' http://localhost:* http://127.0.0.1:*",
  });
  page = await served.open();
});
test.afterAll(async () => {
  await served.close();
  await server.close();
});

for (const [index, { sentence }] of behaviours.entries()) {
  test(`a server’s model ${sentence}`, async () => {
    const complaint = page.evaluate(([n, url]) => (window as unknown as Own).lab.complaint(n, url), [
      index,
      server.url,
    ] as const);
    expect(await complaint).toBeUndefined();
  });
}

test('only the worker reaches the server', async () => {
  expect(
    await page.evaluate((url) => (window as unknown as Own).lab.fetchInPage(`${url}/models`), server.url),
  ).toBe('TypeError');
  const models = await page.evaluate((url) => (window as unknown as Own).lab.models(url), server.url);
  expect(models).toEqual(['llama3.2:1b', 'qwen3:4b']);
});

for (const [model, outcome] of [
  ['plain', 'Once upon a time – “ü”.'],
  ['whole', 'Once upon a time – “ü”.'],
  ['thinks', '{"a": 1}'],
  ['missing', 'ModelError serverHasNoSuchModel'],
  ['needs-key', 'ModelError serverRefused'],
  ['html', 'ModelError badAnswer'],
  ['torn', 'ModelError serverUnreachable'],
  ['redirect', 'ModelError badAnswer'],
  ['huge', 'ModelError badAnswer'],
] as const) {
  test(`a model in the manner “${model}” ends with ${outcome}`, async () => {
    const answer = page.evaluate((one) => (window as unknown as Own).lab.write(one), {
      url: server.url,
      model,
    });
    expect(await answer).toBe(outcome);
  });
}

test('a server that is gone is unreachable', async () => {
  const gone = await startModelServer();
  await gone.close();
  const answer = page.evaluate((one) => (window as unknown as Own).lab.write(one), {
    url: gone.url,
    model: 'plain',
  });
  expect(await answer).toBe('ModelError serverUnreachable');
});

test('a server that refuses other origins looks like none', async () => {
  const closed = await startModelServer({ allows: () => false });
  const answer = page.evaluate((one) => (window as unknown as Own).lab.write(one), {
    url: closed.url,
    model: 'plain',
  });
  expect(await answer).toBe('ModelError serverUnreachable');
  await closed.close();
});

test('an abort reaches the server', async () => {
  const own = await startModelServer();
  const error = page.evaluate((url) => (window as unknown as Own).lab.aborted(url, 'hang'), own.url);
  await expect.poll(() => own.asked.length).toBe(1);
  await page.evaluate(() => dispatchEvent(new Event('go-on')));
  expect(await error).toBe('enough');
  await own.untilLeft();
  await own.close();
});

test('an ended worker is started again by the next question', async () => {
  const told = await page.evaluate(
    (url) => (window as unknown as Own).lab.endedAndAskedAgain(url),
    server.url,
  );
  expect(told).toEqual(['Once upon a time – “ü”.', 'Once upon a time – “ü”.']);
});
