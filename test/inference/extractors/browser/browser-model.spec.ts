import { expect, type Page, test } from '@playwright/test';
import { type WorkerPage, workerPage } from '../../../support/worker-page';
import { behaviours } from '../extractor.contract';
import type { Lab } from './browser-model.page';

/** What the page's module puts on its window. */
type Own = Window & { lab: Lab };

test.describe.configure({ mode: 'serial' });

let served: WorkerPage;
let page: Page;
test.beforeAll(async () => {
  served = await workerPage({ entry: 'test/inference/extractors/browser/browser-model.page.ts' });
  page = await served.open();
});
test.afterAll(() => served.close());

const schema = { type: 'object' };

for (const [index, { sentence }] of behaviours.entries()) {
  test(`the browser’s model ${sentence}`, async () => {
    expect(await page.evaluate((n) => (window as unknown as Own).lab.complaint(n), index)).toBeUndefined();
  });
}

test('this Chromium has the interface and no model', async () => {
  expect(await page.evaluate(() => 'LanguageModel' in window)).toBe(true);
  expect(await page.evaluate(() => (window as unknown as Own).lab.realState())).toBe('unavailable');
  expect(await page.evaluate(() => (window as unknown as Own).lab.realFailure())).toBe(
    'ModelError browserHasNone false',
  );
});

test('a browser without the interface has none', async () => {
  const other = await served.open();
  await other.evaluate(() => Reflect.deleteProperty(window, 'LanguageModel'));
  expect(await other.evaluate(() => (window as unknown as Own).lab.realState())).toBe('absent');
  expect(await other.evaluate(() => (window as unknown as Own).lab.realFailure())).toBe(
    'ModelError browserHasNone false',
  );
  await other.close();
});

for (const state of ['unavailable', 'downloadable', 'downloading', 'available']) {
  test(`the state “${state}” is told as it is`, async () => {
    expect(await page.evaluate((one) => (window as unknown as Own).lab.stateOf(one), state)).toBe(state);
  });
}

test('a state that nobody knows counts as none', async () => {
  expect(await page.evaluate(() => (window as unknown as Own).lab.stateOf('readily'))).toBe('unavailable');
});

for (const [state, reason] of [
  ['unavailable', 'browserHasNone'],
  ['downloadable', 'browserMustDownload'],
  ['downloading', 'browserMustDownload'],
]) {
  test(`a question in the state “${state}” fails and downloads nothing`, async () => {
    const told = await page.evaluate(
      (one) => (window as unknown as Own).lab.write({ state: one ?? '' }),
      state,
    );
    expect(told).toMatchObject({ text: `ModelError ${reason} false`, made: [], ready: false });
  });
}

test('a question goes to a session of its own, which is destroyed afterwards', async () => {
  const told = await page.evaluate(
    (form) => (window as unknown as Own).lab.write({}, { schema: form }),
    schema,
  );
  const text = [{ type: 'text', languages: ['en'] }];
  expect(told).toEqual({
    text: '{"a": 1}',
    open: 0,
    made: [
      {
        expectedInputs: text,
        expectedOutputs: text,
        samplingMode: 'most-predictable',
        initialPrompts: [{ role: 'system', content: 'You read.' }],
      },
    ],
    prompts: [{ input: 'I live in Ghent.', responseConstraint: schema, omitResponseConstraintInput: true }],
    readyBefore: false,
    ready: true,
    contextTokens: 100,
  });
});

test('an extension may ask for the likeliest words', async () => {
  const told = await page.evaluate(() => (window as unknown as Own).lab.write({ onExtensions: true }));
  expect(told.made).toMatchObject([{ topK: 1, temperature: 0 }]);
});

for (const oldNames of [false, true]) {
  test(`a prompt that does not fit is not cut ${oldNames ? 'by the older names' : 'by the newer names'}`, async () => {
    const told = await page.evaluate(
      (old) => (window as unknown as Own).lab.write({ contextWindow: 25, oldNames: old }),
      oldNames,
    );
    expect(told).toMatchObject({
      text: 'ModelError badAnswer false',
      prompts: [],
      open: 0,
      contextTokens: 25,
    });
    const fits = await page.evaluate(
      (old) => (window as unknown as Own).lab.write({ contextWindow: 26, oldNames: old }),
      oldNames,
    );
    expect(fits).toMatchObject({ text: '{"a": 1}', open: 0, contextTokens: 26 });
  });
}

for (const [fails, reason] of [
  ['QuotaExceededError', 'badAnswer'],
  ['NotReadableError', 'badAnswer'],
  ['NotSupportedError', 'browserHasNone'],
  ['InvalidStateError', 'unusable'],
  ['UnknownError', 'unusable'],
] as const) {
  test(`${fails} is ${reason}, and the session is destroyed`, async () => {
    const told = await page.evaluate((name) => (window as unknown as Own).lab.write({ fails: name }), fails);
    expect(told).toMatchObject({ text: `ModelError ${reason} false`, open: 0 });
  });
}

test('an empty or endless answer is a bad one', async () => {
  const empty = await page.evaluate(() => (window as unknown as Own).lab.write({ answer: '  ' }));
  expect(empty).toMatchObject({ text: 'ModelError badAnswer false', open: 0 });
  const endless = await page.evaluate(() =>
    (window as unknown as Own).lab.write({ answer: 'a'.repeat(10_000) }),
  );
  expect(endless).toMatchObject({ text: 'ModelError badAnswer false', open: 0 });
});

test('a model that hangs is given up', async () => {
  const told = await page.evaluate(() => (window as unknown as Own).lab.write({ hangs: true }, {}, 50));
  expect(told).toMatchObject({ text: 'ModelError timedOut false', open: 0 });
});

test('an abort destroys the session', async () => {
  expect(await page.evaluate(() => (window as unknown as Own).lab.abortedPrompt())).toEqual({
    error: 'enough',
    open: 0,
  });
});

test('nothing is downloaded without a click', async () => {
  const other = await served.context.newPage();
  await other.goto(`${served.origin}/#nobody`);
  await expect.poll(() => other.title()).toContain('outcome');
  const told = { shares: [], outcome: 'ModelError browserMustDownload false', open: 0 };
  expect(JSON.parse(await other.title())).toEqual(told);
  await other.close();
});

test('a click downloads the model and tells how far it is', async () => {
  const other = await served.context.newPage();
  await other.goto(`${served.origin}/#click`);
  await other.mouse.click(5, 5);
  await expect.poll(() => other.title()).toContain('outcome');
  expect(JSON.parse(await other.title())).toEqual({ shares: [0, 0.5, 1], outcome: 'done', open: 0 });
  await other.close();
});

test('a download can be aborted', async () => {
  const other = await served.open();
  await other.mouse.click(5, 5);
  expect(await other.evaluate(() => (window as unknown as Own).lab.abortedDownload())).toEqual({
    error: 'enough',
    open: 0,
  });
  await other.close();
});
