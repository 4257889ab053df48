import { expect } from '@playwright/test';
import type { EmbeddingCard } from '@/models/types';
import { potion, tiny, writer } from './cards';
import { hasSharedModels, test, withoutSharedModels } from './harness';

const sentences = [
  'I live near the river.',
  'My sister works all day and I do not see her before night.',
  'No coffee for me',
  'Write 7 words!',
];

test('the model comes off the disk, and one variant of ONNX Runtime from where the page comes from', async ({
  labPage: { page, lab },
}) => {
  await lab('shelve', tiny, 'tiny-embedder');
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  for (const backend of ['wasm-threads', 'webgpu'] as const) {
    await lab('open', tiny, { backends: [backend] });
    expect((await lab('embed', sentences)).failed).toBeUndefined();
  }
  const kinds = asked.map((url) => url.replace(/-[\w-]{8}\.(?=\w+$)/, '.').replace(page.url(), ''));
  expect([...new Set(kinds)].sort()).toEqual([
    'assets/embedder.worker.js',
    'assets/ort-wasm-simd-threaded.asyncify.mjs',
    'assets/ort-wasm-simd-threaded.asyncify.wasm',
  ]);
  expect(new Set(asked).size).toBe(3);
});

for (const card of [tiny, potion]) {
  test(`${card.name} gives the same vectors on one thread, on two, and on WebGPU`, async ({ labPage }) => {
    test.skip(card === potion && !hasSharedModels, withoutSharedModels);
    const { lab, said, printed } = labPage;
    await lab('shelve', card, card.id);
    const answers: number[][][] = [];
    for (const backend of ['wasm', 'wasm-threads', 'webgpu'] as const) {
      await lab('open', card, { backends: [backend] });
      const { vectors = [] } = await lab('embed', sentences);
      expect(vectors.map(length)).toEqual(sentences.map(() => expect.closeTo(1, 5)));
      answers.push(vectors);
      expect(await lab('status')).toMatchObject({
        loaded: true,
        backend,
        textsPerSecond: expect.any(Number),
      });
    }
    const [one = [], ...others] = answers;
    for (const vectors of others) {
      for (const [i, vector] of vectors.entries()) expect(cosine(vector, one[i])).toBeGreaterThan(0.999);
    }
    expect((await said()).filter((entry) => 'backend' in entry)).toEqual([
      { backend: 'wasm' },
      { backend: 'wasm-threads' },
      { backend: 'webgpu' },
    ]);
    expect(printed).toEqual([]);
  });
}

test('a text has the same vector alone and among longer ones', async ({ labPage: { lab } }) => {
  await lab('shelve', tiny, 'tiny-embedder');
  await lab('open', tiny, { backends: ['wasm'] });
  const { vectors: all = [] } = await lab('embed', sentences);
  for (const [i, sentence] of sentences.entries()) {
    const { vectors: [alone] = [] } = await lab('embed', [sentence]);
    expect(cosine(alone, all[i])).toBeCloseTo(1, 5);
  }
});

test('the vector of a whole text, which some models give themselves, is taken where the card says so', async ({
  labPage: { lab },
}) => {
  await lab('shelve', tiny, 'tiny-embedder');
  const byPooling: number[][][] = [];
  for (const pooling of ['mean', 'none', 'cls'] as const) {
    await lab('open', { ...tiny, pooling }, { backends: ['wasm'] });
    byPooling.push((await lab('embed', sentences)).vectors ?? []);
  }
  const [mean = [], none = [], cls = []] = byPooling;
  for (const i of sentences.keys()) {
    expect(cosine(mean[i], none[i])).toBeCloseTo(1, 5);
    expect(cosine(mean[i], cls[i])).toBeLessThan(0.9);
  }
  // The first token is the same mark in every text, and this model does not look at its neighbours.
  expect(cosine(cls[0], cls[1])).toBeCloseTo(1, 5);
});

test('queries and memories get the words put before them that the model was trained with', async ({
  labPage: { lab },
}) => {
  await lab('shelve', tiny, 'tiny-embedder');
  const prefixes = { query: 'find this: ', memory: 'read this: ' };
  const bare = await vectorsOf(lab, tiny, ['find this: my river', 'read this: my river']);
  const [query] = await vectorsOf(lab, { ...tiny, prefixes }, ['my river'], 'query');
  const [memory] = await vectorsOf(lab, { ...tiny, prefixes }, ['my river'], 'memory');
  expect(cosine(query, bare[0])).toBeCloseTo(1, 5);
  expect(cosine(memory, bare[1])).toBeCloseTo(1, 5);
  expect(cosine(query, memory)).toBeLessThan(0.99);
});

test('a text is cut at the tokens that the model can take', async ({ labPage: { lab } }) => {
  await lab('shelve', tiny, 'tiny-embedder');
  const card = { ...tiny, longestTokens: 5 };
  // Five tokens are the mark at the beginning and four words.
  const [cut, same, shorter] = await vectorsOf(lab, card, [
    'i like the river and coffee and tea',
    'i like the river but not the house',
    'i like the',
  ]);
  expect(cosine(cut, same)).toBeCloseTo(1, 5);
  expect(cosine(cut, shorter)).toBeLessThan(0.99);
});

test('a text without words, or without any the model knows, has the zero vector and spoils no other', async ({
  labPage: { lab, said },
}) => {
  test.skip(!hasSharedModels, withoutSharedModels);
  await lab('shelve', potion, 'potion-base-2M');
  const texts = ['', '  \n ', '\u200b', '🎉', 'I live near the river.', '\ud800'];
  const vectors = await vectorsOf(lab, potion, texts);
  expect(vectors.map(length)).toEqual([0, 0, 0, 0, expect.closeTo(1, 5), 0]);
  const alone = await vectorsOf(lab, potion, ['\u200b']);
  expect(alone.map(length)).toEqual([0]);
  const sent = (await said()).flatMap((entry) => ('texts' in entry ? (entry.texts ?? []) : []));
  expect(sent).not.toContain('');
});

test.describe('in a page that is not isolated', () => {
  test.use({ isolated: false });

  test('asked for threads the worker does without, and says so', async ({ labPage: { lab } }) => {
    await lab('shelve', tiny, 'tiny-embedder');
    await lab('open', tiny, { backends: ['wasm-threads'] });
    expect((await lab('embed', sentences)).failed).toBeUndefined();
    expect(await lab('status')).toMatchObject({ backend: 'wasm' });
    expect(await lab('capability')).toMatchObject({ isolated: false });
  });
});

test('graphics that are only played are found out, and not chosen', async ({ labPage: { lab, said } }) => {
  expect(await lab('capability')).toMatchObject({
    graphics: { adapter: true, software: true, features: expect.any(Array), vendor: 'google' },
    isolated: true,
    cores: expect.any(Number),
    storage: { quotaBytes: expect.any(Number) },
  });
  await lab('shelve', tiny, 'tiny-embedder');
  await lab('open', tiny);
  await lab('embed', sentences);
  const [first] = (await said()).filter((entry) => 'backend' in entry);
  expect(first).toMatchObject({ backend: expect.stringMatching(/^wasm/) });
});

test('a model is tried before it is used', async ({ labPage: { lab } }) => {
  await lab('shelve', tiny, 'tiny-embedder');
  const { dimensions, ...unknown } = tiny;
  expect(dimensions).toBe(32);
  expect(await lab('try', unknown, { backends: ['wasm'] })).toEqual({ dimensions: 32, backend: 'wasm' });
  expect(await lab('try', { ...tiny, dimensions: 64 }, { backends: ['wasm'] })).toEqual({
    failed: 'notAnEmbedder',
  });
  expect(await lab('try', { ...tiny, id: 'elsewhere' }, { backends: ['wasm'] })).toEqual({
    failed: 'notOnDisk',
  });
});

test('the small writing model writes through transformers.js', async ({ labPage: { lab } }) => {
  await lab('shelve', writer, 'tiny-writer');
  expect(await lab('write', 'tiny-writer', 'I live near the river — né à Zürich 🎉')).toBe('{"memories":[]}');
});

type Call = Parameters<Parameters<typeof test>[2]>[0]['labPage']['lab'];

async function vectorsOf(
  lab: Call,
  card: EmbeddingCard,
  texts: string[],
  as: 'query' | 'memory' = 'memory',
): Promise<number[][]> {
  await lab('open', card, { backends: ['wasm'] });
  const { vectors, failed } = await lab('embed', texts, { as });
  if (!vectors) throw new Error(failed);
  return vectors;
}

function length(vector: readonly number[]): number {
  return Math.hypot(...vector);
}

function cosine(a: readonly number[] = [], b: readonly number[] = []): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? Number.NaN), 0);
}
