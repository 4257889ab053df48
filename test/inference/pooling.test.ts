import { describe, expect, test } from 'vitest';
import { textVectors } from '@/inference/pooling';

/** Two texts of two tokens with vectors of two numbers; of the second text only the last token is there. */
const tokens = { data: Float32Array.of(3, 0, 0, 4, 9, 9, 0, 2), dims: [2, 2, 2] };
const texts = { data: Float32Array.of(0, 5, 6, 8), dims: [2, 2] };
const mask = [true, true, false, true];

describe('vectors of texts', () => {
  test.each([
    ['mean', [0.6, 0.8, 0, 1]],
    ['cls', [1, 0, 0, 1]],
    ['none', [0, 1, 0.6, 0.8]],
  ] as const)('are made of the tokens that are there, and have length 1: %s', (pooling, expected) => {
    const vectors = textVectors({ tokens, texts }, mask, pooling);
    expect([...vectors]).toEqual(expected.map((value) => expect.closeTo(value, 6)));
  });

  test.each(['mean', 'cls', 'none'] as const)('are zero where no token is left: %s', (pooling) => {
    const vectors = textVectors({ tokens, texts }, [true, true, false, false], pooling);
    expect([...vectors.slice(2)]).toEqual([0, 0]);
  });

  test('are zero where the model gives no direction', () => {
    const nothing = { data: new Float32Array(8), dims: [2, 2, 2] };
    expect([...textVectors({ tokens: nothing }, mask, 'mean')]).toEqual([0, 0, 0, 0]);
  });

  test.each([
    ['has no vectors of tokens', { texts }, 'mean'],
    ['has no vectors of texts', { tokens }, 'none'],
    ['has another shape', { tokens: { data: tokens.data, dims: [4, 2] } }, 'mean'],
    ['is empty', { tokens: { data: new Float32Array(), dims: [2, 2, 0] } }, 'mean'],
    ['is shorter than it says', { tokens: { data: tokens.data.slice(0, 6), dims: [2, 2, 2] } }, 'mean'],
    ['is not a number', { tokens: { data: tokens.data.map(() => Number.NaN), dims: [2, 2, 2] } }, 'mean'],
    [
      'is infinite',
      { tokens: { data: tokens.data.map(() => Number.POSITIVE_INFINITY), dims: [2, 2, 2] } },
      'cls',
    ],
  ] as const)('are refused where the output %s', (_, output, pooling) => {
    expect(() => textVectors(output, mask, pooling)).toThrow(
      expect.objectContaining({ name: 'ModelError', reason: 'notAnEmbedder' }),
    );
  });
});
