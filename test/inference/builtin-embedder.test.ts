import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtinEmbedder } from '@/inference/builtin-embedder';

const embedder = builtinEmbedder();

describe('the built-in embedder', () => {
  test('gives the same text the same vector, alone or among others, in any embedder', async () => {
    const [alone] = await embedder.embed(['I live in Lisbon']);
    const [, among] = await builtinEmbedder().embed(['My sister is a nurse', 'I live in Lisbon']);
    expect(among).toEqual(alone);
  });

  test('still gives the vectors its model name stands for; when they must change, rename the model', async () => {
    const vectors = await embedder.embed([
      'I live in Lisbon, near the river.',
      'Ich bin Köchin',
      '東京に住んでいます',
    ]);
    expect(vectors.map(checksum)).toMatchInlineSnapshot(`
      [
        -336.687,
        464.221,
        -197.48,
      ]
    `);
  });

  test('gives vectors of length 1 for any text with a letter or digit, and of length 0 or 1 for any other', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
    await fc.assert(
      fc.asyncProperty(text, async (sample) => {
        const [vector = new Float32Array()] = await embedder.embed([sample]);
        expect(vector).toHaveLength(384);
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
    ['I am vegetarian and cook at home', 'vegetarian dinner to cook', 'My flight to Oslo leaves on Monday'],
    [
      'My daughter plays the violin',
      'gift for my daughter who learns violin',
      'Write the unit tests in Python',
    ],
    ['Ich arbeite als Lehrerin in Hamburg', 'Unterricht als Lehrer in Hamburg', 'Mein Hund heißt Bello'],
    ['Prefiero respuestas cortas', 'respuestas muy cortas, por favor', 'Mi hermana vive en Bogotá'],
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

  test('does not mind case, accents, width and punctuation', async () => {
    expect(await similarity('Café in Zürich!', 'CAFE, in ｚｕｒｉｃｈ')).toBeCloseTo(1, 5);
  });

  test('does not take texts for alike because they share function words', async () => {
    expect(
      await similarity('I have to go to the dentist', 'I have a cat and he is in the garden'),
    ).toBeLessThan(0.2);
  });

  test('counts a word less the more often it is repeated', async () => {
    const once = await similarity('tea coffee', 'tea');
    const often = await similarity('tea tea tea tea tea tea tea tea coffee', 'tea');
    expect(often).toBeGreaterThan(once);
    expect(await similarity('tea tea tea tea tea tea tea tea coffee', 'coffee')).toBeGreaterThan(0.15);
  });

  test('embeds nothing once its caller has given up', async () => {
    await expect(embedder.embed(['text'], { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

async function similarity(a: string, b: string): Promise<number> {
  const [left = new Float32Array(), right = new Float32Array()] = await embedder.embed([a, b]);
  return left.reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0);
}

function norm(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

/** Position-weighted, in steps coarse enough for any engine's logarithm. */
function checksum(vector: Float32Array): number {
  return Number(vector.reduce((sum, value, i) => sum + value * (i + 1), 0).toFixed(3));
}
