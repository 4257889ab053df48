import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf } from '@/memory/extraction/model/pieces';
import { estimateTokens } from '@/memory/injection/tokens';

const squeezed = (text: string) => text.replace(/\s+/gu, '');
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(fc.constantFrom('I keep bees. ', 'Dr. Smith', '\n', '\n\n', '我在里斯本住。', 'x'.repeat(90), ' '))
    .map((parts) => parts.join('')),
);

test('a text is cut into pieces that fit, and nothing but white space is lost', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 5, max: 60 }), (whole, most) => {
      const pieces = piecesOf(whole, most);
      for (const piece of pieces) expect(estimateTokens(piece)).toBeLessThanOrEqual(most);
      expect(squeezed(pieces.join(''))).toBe(squeezed(whole));
      expect(pieces.every((piece) => piece.trim() !== '')).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a text is cut where it has paragraphs, then lines, then sentences', () => {
  const paragraph = 'I keep bees on the roof. They like the lime trees.';
  expect(piecesOf(`${paragraph}\n\n${paragraph}`, 20)).toEqual([paragraph, paragraph]);
  expect(piecesOf('one two three four\nfive six seven eight', 8)).toEqual([
    'one two three four',
    'five six seven eight',
  ]);
  expect(piecesOf(paragraph, 10)).toEqual(['I keep bees on the roof.', 'They like the lime trees.']);
});

test('a text that fits stays whole', () => {
  expect(piecesOf('I keep bees.\n\nThey are many.', 100)).toEqual(['I keep bees.\n\nThey are many.']);
  expect(piecesOf(' \n ', 100)).toEqual([]);
});
