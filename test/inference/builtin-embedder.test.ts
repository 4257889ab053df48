import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStaticModel } from '@/inference/static-model';
import { builtinModel } from '@/memory/settings';
import { builtinFile, builtinFromDisk } from '../support/builtin-from-disk';

const embedder = builtinFromDisk();

describe('the built-in embedder', () => {
  test('is the file its name stands for; when the file must change, rename the model', () => {
    const sha256 = createHash('sha256').update(new Uint8Array(builtinFile())).digest('hex');
    expect({ model: embedder.model, sha256 }).toEqual({
      model: builtinModel,
      sha256: '6a5f5f673c9eccb61c6cf2d602eabefec0b6439d045e72d7861cb602c82d1c3e',
    });
  });

  test('takes no more than 4 MB of the package', () => {
    expect(builtinFile().byteLength).toBeLessThanOrEqual(4_000_000);
  });

  test('gives the same text the same vector, alone or among others', async () => {
    const [alone] = await embedder.embed(['I live in Lisbon']);
    const [, among] = await builtinFromDisk().embed(['My sister is a nurse', 'I live in Lisbon']);
    expect(among).toEqual(alone);
  });

  test('gives vectors of length 1 for any text with a letter or digit, and of length 0 or 1 for any other', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
    await fc.assert(
      fc.asyncProperty(text, async (sample) => {
        const [vector = new Float32Array()] = await embedder.embed([sample]);
        expect(vector).toHaveLength(embedder.dimensions);
        if (/[a-z0-9]/i.test(sample)) expect(norm(vector)).toBeCloseTo(1, 5);
        else expect([0, 1]).toContain(Math.round(norm(vector) * 1e5) / 1e5);
      }),
      { numRuns: 500 },
    );
  });

  test('gives the zero vector for a text without words', async () => {
    for (const vector of await embedder.embed(['', '   ', '!?…', '\ud800'])) expect(norm(vector)).toBe(0);
  });

  test.each([
    ["I'm allergic to shellfish", 'any dinner ideas?', 'My laptop runs Linux'],
    ['I have a fear of flying', 'how do I get to Japan without panicking?', 'I write my code in Rust'],
    ['I am training for a half marathon', 'how should I prepare for the race?', 'My sister is a dentist'],
    ['My landlord raised the rent', 'is my apartment too expensive?', 'I love horror movies'],
    ['We are expecting a second child', 'what do we need for the baby?', 'I drink my coffee black'],
  ])(
    'knows without a common word that “%s” bears on “%s” rather than “%s”',
    async (text, draft, unrelated) => {
      expect(await similarity(text, draft)).toBeGreaterThan(await similarity(unrelated, draft));
    },
  );

  test.each([
    ['I am vegetarian and cook at home', 'vegetarian dinner to cook', 'My flight to Oslo leaves on Monday'],
    [
      'My daughter plays the violin',
      'gift for my daughter who learns violin',
      'Write the unit tests in Python',
    ],
    ['Ich arbeite als Lehrerin in Hamburg', 'Unterricht als Lehrer in Hamburg', 'Mein Hund heißt Bello'],
    ['Prefiero respuestas cortas', 'respuestas muy cortas, por favor', 'Mi hermana vive en Bogotá'],
    ['Мой сын учится играть на скрипке', 'уроки игры на скрипке', 'Я живу в Киеве'],
    ['私は東京に住んでいます', '東京のおすすめの店', '猫が二匹います'],
    ['我住在北京', '北京有什么好吃的', '她喜欢弹钢琴'],
  ])('places “%s” nearer to “%s” than to “%s”', async (text, related, unrelated) => {
    expect(await similarity(text, related)).toBeGreaterThan((await similarity(text, unrelated)) + 0.1);
  });

  test.each([
    ['restaurant in Barcelona', 'resturant in Barcelone'],
    ['allergic to peanuts', 'alergic to peanut'],
    ['vegetarian recipes', 'vegitarian recipies'],
  ])('keeps “%s” near to its misspelling “%s”', async (text, slip) => {
    const unrelated = await similarity('weekly team meeting', slip);
    expect(await similarity(text, slip)).toBeGreaterThan(Math.max(0, unrelated) + 0.15);
  });

  test('knows a name it never met from every other', async () => {
    expect(await similarity('Zorvexa', 'my friend Zorvexa')).toBeGreaterThan(
      (await similarity('Zorvexa', 'my friend Tolbrinu')) + 0.2,
    );
  });

  test('does not mind case, accents, width and punctuation', async () => {
    expect(await similarity('Café in Zürich!', 'CAFE, in ｚｕｒｉｃｈ')).toBeCloseTo(1, 5);
  });

  test('does not take texts for alike because they share function words', async () => {
    expect(
      await similarity('I have to go to the dentist', 'I have a cat and he is in the garden'),
    ).toBeLessThan(0.25);
  });

  test('embeds nothing once its caller has given up', async () => {
    await expect(embedder.embed(['text'], { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

describe('the file of an embedding model', () => {
  test('is refused in plain words where it is cut', () => {
    const file = builtinFile();
    for (const length of [0, 3, 11, 12, 40, 100_000, file.byteLength - 1]) {
      expect(() => readStaticModel(file.slice(0, length))).toThrow(/no embedding model/);
    }
  });

  test('is refused in plain words whatever it holds', () => {
    const start = new Uint8Array(builtinFile().slice(0, 12));
    fc.assert(
      fc.property(fc.boolean(), fc.uint8Array({ maxLength: 300 }), (begins, rest) => {
        const file = new Uint8Array(begins ? [...start, ...rest] : rest);
        expect(() => readStaticModel(file.buffer)).toThrow(/no embedding model/);
      }),
    );
  });
});

async function similarity(a: string, b: string): Promise<number> {
  const [left = new Float32Array(), right = new Float32Array()] = await embedder.embed([a, b]);
  return left.reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0);
}

function norm(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}
