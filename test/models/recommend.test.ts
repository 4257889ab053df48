import { describe, expect, test } from 'vitest';
import type { Capability } from '@/models/capability-type';
import { catalogue, findCard } from '@/models/catalogue';
import { fits, recommend } from '@/models/recommend';
import type { ModelCard } from '@/models/types';

const gigabyte = 2 ** 30;
const libraries = catalogue.flatMap((card) =>
  card.task === 'language' && card.webllm ? card.webllm.library : [],
);

const card3d = {
  adapter: true,
  software: false,
  features: ['shader-f16'],
  limits: { bufferBytes: 2 * gigabyte, bindingBytes: 2 * gigabyte },
  vendor: 'acme',
  architecture: '',
} as const;

const machine: Capability = {
  graphics: card3d,
  memoryBytes: 8 * gigabyte,
  cores: 8,
  isolated: true,
  storage: { quotaBytes: 100 * gigabyte, usedBytes: 0 },
};

function card(id: string): ModelCard {
  const found = findCard(id);
  if (!found) throw new Error(`The catalogue has no ${id}`);
  return found;
}

describe('what is recommended for finding', () => {
  test.each([
    [['en-GB', 'en'], 'all-MiniLM-L6-v2', 'english'],
    [['de-AT', 'en'], 'multilingual-e5-small', 'manyLanguages'],
    [['ja'], 'multilingual-e5-small', 'manyLanguages'],
    [['enm'], 'multilingual-e5-small', 'manyLanguages'],
  ])('goes by the languages the user reads: %j', (languages, embedding, because) => {
    expect(recommend(machine, catalogue, { languages, libraries })).toMatchObject({
      embedding,
      because: { embedding: because },
    });
  });

  test('asks nothing of graphics', () => {
    const without = { ...machine, graphics: { adapter: false, why: 'noWebGpu' } } as const;
    expect(recommend(without, catalogue, { languages: ['en'] }).embedding).toBe('all-MiniLM-L6-v2');
  });

  test('is the built-in model where there is no room for another', () => {
    const full = { ...machine, storage: { quotaBytes: 10_000_000, usedBytes: 9_000_000 } };
    expect(recommend(full, catalogue, { languages: ['en'], libraries })).toEqual({
      embedding: 'builtin',
      because: { embedding: 'noneFits', language: 'noneFits' },
    });
  });
});

describe('what is recommended for reading', () => {
  const languages = ['en'];

  test('is the largest that leaves most of the memory free', () => {
    const { language, because } = recommend(machine, catalogue, { languages, libraries });
    expect(because.language).toBe('graphics');
    const { memoryBytes } = card(language ?? '');
    expect(memoryBytes).toBeLessThanOrEqual(2 * gigabyte);
    const larger = catalogue.filter(
      ({ task, aboutBytes, memoryBytes: takes }) =>
        task === 'language' && takes <= 2 * gigabyte && aboutBytes > card(language ?? '').aboutBytes,
    );
    expect(larger.filter((other) => other.task === 'language' && other.runtime === 'webllm')).toEqual([]);
  });

  test('knows the user’s language', () => {
    const { language } = recommend({ ...machine, memoryBytes: 2 * gigabyte }, catalogue, {
      languages,
      libraries,
    });
    expect(card(language ?? '').languages).toBe('english');
    const german = recommend({ ...machine, memoryBytes: 2 * gigabyte }, catalogue, {
      languages: ['de'],
      libraries,
    });
    expect(german.language).toBeUndefined();
    expect(german.because.language).toBe('noneFits');
  });

  test.each([
    ['without graphics', { adapter: false, why: 'noAdapter' }, 'noGraphics'],
    ['on graphics that are only played', { ...card3d, software: true }, 'softwareGraphics'],
  ] as const)('is nothing %s', (_, graphics, because) => {
    const found = recommend({ ...machine, graphics }, catalogue, { languages, libraries });
    expect(found.language).toBeUndefined();
    expect(found.because.language).toBe(because);
  });

  test('is nothing whose library is not in the package', () => {
    const found = recommend(machine, catalogue, { languages, libraries: [] });
    expect(found).toMatchObject({ because: { language: 'noneFits' } });
    expect(found.language).toBeUndefined();
  });

  test('takes single precision where the graphics know no half', () => {
    const graphics = { ...card3d, features: [] };
    const { language } = recommend({ ...machine, graphics }, catalogue, { languages, libraries });
    expect(language).toMatch(/q4f32/);
  });

  test('is modest where the browser does not tell the memory', () => {
    const { language } = recommend({ ...machine, memoryBytes: undefined }, catalogue, {
      languages,
      libraries,
    });
    expect(card(language ?? '').memoryBytes).toBeLessThanOrEqual(gigabyte);
  });
});

describe('whether a model fits', () => {
  const half = card('Qwen3-0.6B-q4f16_1-MLC');
  test.each([
    ['no adapter', half, { graphics: { adapter: false, why: 'failed' } }, 'noAdapter'],
    ['no half precision', half, { graphics: { ...card3d, features: [] } }, 'noShaderF16'],
    [
      'small buffers',
      half,
      { graphics: { ...card3d, limits: { bufferBytes: gigabyte, bindingBytes: 64_000_000 } } },
      'tooBig',
    ],
    ['little memory', half, { memoryBytes: 2 * gigabyte }, 'tooBig'],
    ['little room', half, { storage: { quotaBytes: gigabyte, usedBytes: gigabyte } }, 'noRoom'],
    ['little memory for finding', card('embeddinggemma-300m'), { memoryBytes: gigabyte }, 'tooBig'],
  ] as const)('%s', (_, model, less, why) => {
    expect(fits(model, { ...machine, ...less }, { libraries })).toEqual({ fits: false, why });
  });

  test('everything in the catalogue fits a large machine', () => {
    const large = { ...machine, memoryBytes: 16 * gigabyte };
    for (const model of catalogue)
      expect(fits(model, large, { libraries }), model.id).toEqual({ fits: true });
  });

  test('a library that is not in the package is missed only by who knows which are', () => {
    expect(fits(half, machine, { libraries: [] })).toEqual({ fits: false, why: 'libraryMissing' });
    expect(fits(half, machine)).toEqual({ fits: true });
  });

  test('a model that is on the disk already needs no room there', () => {
    const full = { ...machine, storage: { quotaBytes: gigabyte, usedBytes: gigabyte } };
    expect(fits(half, full, { onDisk: true })).toEqual({ fits: true });
  });

  test('where the browser tells neither memory nor storage, the smaller ones are let through', () => {
    const silent = { ...machine, memoryBytes: undefined, storage: undefined };
    expect(fits(card('multilingual-e5-small'), silent)).toEqual({ fits: true });
    expect(fits(card('Qwen3-1.7B-q4f32_1-MLC'), silent, { libraries })).toEqual({
      fits: false,
      why: 'tooBig',
    });
  });
});
