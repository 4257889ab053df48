import { expect } from '@playwright/test';
import { tiny } from './cards';
import { test } from './harness';

test.use({ webgpu: false });

test('where there are no graphics the processor is used', async ({ labPage: { lab } }) => {
  expect(await lab('capability')).toMatchObject({ graphics: { adapter: false, why: 'noAdapter' } });
  await lab('shelve', tiny, 'tiny-embedder');
  await lab('open', tiny, { backends: ['webgpu', 'wasm'] });
  expect((await lab('embed', ['I live near the river.'])).failed).toBeUndefined();
  expect(await lab('status')).toMatchObject({ backend: 'wasm' });
});

test('a model that may run on graphics alone says that there are none', async ({
  labPage: { lab, said },
}) => {
  await lab('shelve', tiny, 'tiny-embedder');
  await lab('open', tiny, { backends: ['webgpu'] });
  expect(await lab('embed', ['I live near the river.'])).toEqual({ failed: 'noAdapter' });
  expect((await said()).at(-1)).toEqual({ trouble: 'noAdapter' });
});
