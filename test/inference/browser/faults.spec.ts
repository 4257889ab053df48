import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { tiny, writer } from './cards';
import { test } from './harness';
import type { Said } from './page';

const sentences = ['I live near the river.', 'My sister works all day', 'No coffee for me'];
const model = fileURLToPath(new URL('../../models/tiny/tiny-embedder/', import.meta.url));

test('a graphics device that is lost is taken anew, and nobody notices', async ({
  labPage: { lab, said },
}) => {
  await lab('shelve', tiny, 'tiny-embedder');
  await lab('open', tiny, { backends: ['webgpu', 'wasm'] });
  const before = await lab('embed', sentences);
  await lab('loseDevice');
  const after = await lab('embed', sentences);
  expect(after.vectors?.flat()).toEqual(before.vectors?.flat().map((value) => expect.closeTo(value, 5)));
  expect(toldOf(await said())).toEqual([{ backend: 'webgpu' }, { backend: 'webgpu' }]);
});

test('a device that is lost while the model runs fails that step only once', async ({
  labPage: { lab, said },
}) => {
  await lab('shelve', tiny, 'tiny-embedder');
  await lab('open', tiny, { backends: ['webgpu', 'wasm'] });
  await lab('embed', sentences);
  const texts = Array.from({ length: 100 }, (_, i) => `Sentence ${i} about the river and my sister`);
  await lab('during', 2, 'loseDevice');
  expect((await lab('embed', texts)).vectors).toHaveLength(100);
  expect(toldOf(await said())).toEqual([{ backend: 'webgpu' }, { backend: 'webgpu' }]);
});

test('a worker that is killed in the middle of a step is replaced, and the step done again', async ({
  labPage: { lab, said },
}) => {
  await lab('shelve', tiny, 'tiny-embedder');
  await lab('open', tiny, { backends: ['wasm'], patience: { loadMs: 60_000, stepMs: 5_000 } });
  const before = await lab('embed', sentences);
  await lab('killWorker');
  const after = await lab('embed', sentences);
  expect(after).toEqual(before);
  expect(toldOf(await said())).toEqual([{ backend: 'wasm' }, { backend: 'wasm' }]);
});

test('a model whose file is gone is missed, and is there again once the file is', async ({
  labPage: { lab, said },
}) => {
  await lab('shelve', tiny, 'tiny-embedder');
  await lab('remove', tiny.id, 'onnx/model_quantized.onnx');
  await lab('open', tiny, { backends: ['wasm-threads', 'wasm'], pauseMs: 0 });
  expect(await lab('embed', sentences)).toEqual({ failed: 'notOnDisk' });
  // What is not there is not there for any backend: the others are not tried.
  expect(await said()).toEqual([{ worker: 0, call: 'load' }, { trouble: 'notOnDisk' }]);
  expect(await lab('status')).toMatchObject({ loaded: false });

  await lab('shelve', tiny, 'tiny-embedder');
  expect((await lab('embed', sentences)).vectors).toHaveLength(3);
});

test('after a failure the model is left alone for a while', async ({ labPage: { lab, said } }) => {
  await lab('open', tiny, { backends: ['wasm'], pauseMs: 60_000 });
  expect(await lab('embed', sentences)).toEqual({ failed: 'notOnDisk' });
  await lab('shelve', tiny, 'tiny-embedder');
  expect(await lab('embed', sentences)).toEqual({ failed: 'notOnDisk' });
  expect(await said()).toEqual([{ worker: 0, call: 'load' }, { trouble: 'notOnDisk' }]);
});

test('a second file of weights that is missing is missed, and not waited for', async ({
  labPage: { lab },
}) => {
  await lab('shelve', tiny, 'tiny-embedder');
  const config = JSON.parse(readFileSync(`${model}config.json`, 'utf8'));
  const split = { ...config, 'transformers.js_config': { use_external_data_format: true } };
  await lab('put', tiny.id, 'config.json', JSON.stringify(split));
  await lab('open', tiny, { backends: ['wasm'] });
  expect(await lab('embed', sentences)).toEqual({ failed: 'notOnDisk' });
});

test('a broken file is told apart from a missing one', async ({ labPage: { lab } }) => {
  for (const path of ['onnx/model_quantized.onnx', 'config.json', 'tokenizer.json']) {
    await lab('shelve', tiny, 'tiny-embedder');
    await lab('put', tiny.id, path, '<!doctype html><p>Sign in to go on</p>');
    await lab('open', tiny, { backends: ['wasm'] });
    expect(await lab('embed', sentences), path).toEqual({ failed: 'corrupt' });
  }
});

test('a model that embeds nothing is no embedder', async ({ labPage: { lab } }) => {
  await lab('shelve', writer, 'tiny-writer');
  await lab('open', writer, { backends: ['wasm'] });
  expect(await lab('embed', sentences)).toEqual({ failed: 'notAnEmbedder' });
});

test('vectors of another length than those that are stored are no vectors of this model', async ({
  labPage: { lab },
}) => {
  await lab('shelve', tiny, 'tiny-embedder');
  await lab('open', { ...tiny, dimensions: 384 }, { backends: ['wasm'] });
  expect(await lab('embed', sentences)).toEqual({ failed: 'notAnEmbedder' });
});

test('a model that fails at work prints nothing of what it worked on', async ({
  labPage: { lab, printed },
}) => {
  await lab('shelve', tiny, 'tiny-embedder');
  const tokenizer = JSON.parse(readFileSync(`${model}tokenizer.json`, 'utf8'));
  // One word leads out of the table, so that the model loads and fails later.
  tokenizer.model.vocab.sister = 987_654;
  await lab('put', tiny.id, 'tokenizer.json', JSON.stringify(tokenizer));
  for (const backend of ['wasm', 'wasm-threads'] as const) {
    await lab('open', tiny, { backends: [backend], pauseMs: 0 });
    expect((await lab('embed', ['I live near the river.'])).failed).toBeUndefined();
    expect(await lab('embed', ['My sister works'])).toEqual({ failed: 'unusable' });
    expect((await lab('embed', ['I live near the river.'])).failed).toBeUndefined();
  }
  expect(printed).toEqual([]);
});

function toldOf(said: readonly Said[]): Said[] {
  return said.filter((entry) => 'backend' in entry || 'trouble' in entry);
}
