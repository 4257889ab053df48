import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import type { ExtractorRequest } from '@/memory/ports';
import { findCard } from '@/models/catalogue';
import type { LanguageCard } from '@/models/types';
import { type WorkerPage, workerPage } from '../../../support/worker-page';
import { behaviours } from '../extractor.contract';
import type { Lab } from './webllm.page';

/** What the page's module puts on its window. */
type Own = Window & { lab: Lab };

/** A folder with the files of a model, named like its card: ".../Qwen3-0.6B-q4f16_1-MLC". */
const folder = process.env.THROUGHLINE_WEBLLM_MODEL ?? '';
const libraries = fileURLToPath(new URL('../../../../public/webllm', import.meta.url));

const subject = folder
  ? 'a compiled model'
  : 'a compiled model (skipped: THROUGHLINE_WEBLLM_MODEL is not set)';

test.describe.configure({ mode: 'serial' });
test.skip(!folder, 'Needs a graphics card, compiled models and weights: docs/webllm.md');

const schema = {
  type: 'object',
  properties: { name: { type: 'string' }, age: { type: 'integer' } },
  required: ['name', 'age'],
  additionalProperties: false,
};
const request: ExtractorRequest = {
  system: 'You read what somebody says about another person, and answer with JSON: name and age.',
  prompt: 'My sister Ana is 34 and a nurse.',
  schema,
  maxTokens: 80,
};

let served: WorkerPage;
let page: Page;
let card: LanguageCard;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  const found = findCard(basename(folder));
  if (found?.task !== 'language') throw new Error(`No card of the catalogue is called ${basename(folder)}`);
  card = found;
  served = await workerPage({
    entry: 'test/inference/extractors/browser/webllm.page.ts',
    folders: { '/model/': folder, '/webllm/': libraries },
    args: ['--enable-unsafe-webgpu', ...(process.env.THROUGHLINE_CHROMIUM_ARGS?.split(' ') ?? [])],
  });
  page = await served.open();
  await page.evaluate(([id, all]) => (window as unknown as Own).lab.shelve(id, '/model/', all), [
    card.id,
    readdirSync(folder),
  ] as const);
});
test.afterAll(() => served?.close());

for (const [index, { sentence }] of behaviours.entries()) {
  test(`${subject} ${sentence}`, async () => {
    test.setTimeout(600_000);
    const complaint = page.evaluate(([n, one]) => (window as unknown as Own).lab.complaint(n, one), [
      index,
      card,
    ] as const);
    expect(await complaint).toBeUndefined();
  });
}

test(`${subject} answers under the schema, twice the same`, async () => {
  test.setTimeout(600_000);
  const { answers, progress } = await page.evaluate(
    ([one, asked]) => (window as unknown as Own).lab.write(one, [asked, asked]),
    [card, request] as const,
  );
  expect(Object.keys(JSON.parse(answers[0] ?? '')).sort()).toEqual(['age', 'name']);
  expect(answers[1]).toBe(answers[0]);
  expect(progress.at(-1)?.loaded).toBe(progress.at(-1)?.total);
});

test(`${subject} asks no server`, () => {
  const foreign = served.requests.filter((url) => !url.startsWith(served.origin) && !url.startsWith('blob:'));
  expect(foreign).toEqual([]);
});
