import { expect } from '@playwright/test';
import { tiny } from './cards';
import { test } from './harness';
import type { Said } from './page';

const many = Array.from(
  { length: 500 },
  (_, i) => `Sentence ${i} about ${'the river '.repeat(i % 7)}and tea`,
);

test.beforeEach(async ({ labPage: { lab } }) => {
  await lab('shelve', tiny, 'tiny-embedder');
});

test('vectors come back in the order of the texts, whatever order they were made in', async ({
  labPage: { lab, said },
}) => {
  await lab('open', tiny, { backends: ['wasm'] });
  const texts = many.slice(0, 40);
  const { vectors: together = [] } = await lab('embed', texts);
  for (const place of [0, 13, 39]) {
    const { vectors: [alone = []] = [] } = await lab('embed', [texts[place] ?? '']);
    expect(together[place]).toEqual(alone.map((value) => expect.closeTo(value, 4)));
  }
  expect(stepsIn(await said()).map(({ length }) => length)).toEqual([16, 16, 8, 1, 1, 1]);
});

test('a query overtakes a batch of 500 within one step', async ({ labPage: { lab, said } }) => {
  await lab('open', tiny, { backends: ['wasm'] });
  await lab('during', 3, { query: 'Where do I live?' });
  expect((await lab('embed', many, { name: 'the batch' })).vectors).toHaveLength(500);
  const entries = await said();
  const steps = stepsIn(entries);
  expect(steps.findIndex(([text]) => text === 'Where do I live?')).toBe(3);
  expect(steps).toHaveLength(Math.ceil(500 / 16) + 1);
  expect(entries.flatMap((entry) => ('answered' in entry ? entry.answered : []))).toEqual([
    'Where do I live?',
    'the batch',
  ]);
});

test('what was asked lately is not asked of the model again', async ({ labPage: { lab, said } }) => {
  await lab('open', tiny, { backends: ['wasm'] });
  const first = await lab('embed', ['Where do I live?'], { as: 'query' });
  const again = await lab('embed', ['Where do I live?', 'And my sister?'], { as: 'query' });
  expect(again.vectors?.[0]).toEqual(first.vectors?.[0]);
  expect(stepsIn(await said())).toEqual([['Where do I live?'], ['And my sister?']]);
});

test('what its caller gives up is not worked on any more', async ({ labPage: { lab, said } }) => {
  await lab('open', tiny, { backends: ['wasm'] });
  await lab('during', 3, { abort: 'the batch' });
  expect(await lab('embed', many, { name: 'the batch' })).toEqual({ failed: 'aborted' });
  expect((await lab('embed', ['What comes after'])).vectors).toHaveLength(1);
  expect(stepsIn(await said()).map(({ length }) => length)).toEqual([16, 16, 16, 1]);
});

test('a model that is not used is taken out of memory, and loaded again when it is', async ({
  labPage: { lab, said },
}) => {
  await lab('open', tiny, { backends: ['wasm'], idleMs: 200 });
  await lab('embed', ['Where do I live?']);
  await expect.poll(() => lab('status')).toMatchObject({ loaded: false, backend: undefined });
  expect((await lab('embed', ['And my sister?'])).vectors).toHaveLength(1);
  const loads = (await said()).filter((entry) => 'call' in entry && entry.call === 'load');
  expect(loads).toEqual([
    { worker: 0, call: 'load' },
    { worker: 1, call: 'load' },
  ]);
});

test('an embedder that is ended fails what waits and starts nothing any more', async ({
  labPage: { lab, said },
}) => {
  await lab('open', tiny, { backends: ['wasm'] });
  await lab('during', 3, 'end');
  expect(await lab('embed', many)).toEqual({ failed: 'workerDied' });
  expect(await lab('embed', ['Once more'])).toEqual({ failed: 'workerDied' });
  const calls = (await said()).flatMap((entry) => ('call' in entry ? [entry.worker] : []));
  expect(new Set(calls)).toEqual(new Set([0]));
});

function stepsIn(said: readonly Said[]): (readonly string[])[] {
  return said.flatMap((entry) => ('texts' in entry && entry.texts ? [entry.texts] : []));
}
