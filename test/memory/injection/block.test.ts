import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closing, formatBlock, opening } from '@/memory/injection/format-block';
import { stripBlock } from '@/memory/injection/strip-block';
import type { Memory } from '@/memory/types';

const memory = (text: string) => ({ text, sources: [], updatedAt: 0 }) as unknown as Memory;
const anyText = fc.string({ unit: 'grapheme', maxLength: 200 });

test('a block is stripped from any prompt and leaves the words of the user', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText, { minLength: 1, maxLength: 5 }), (own, texts) => {
      fc.pre(!own.includes('[') && !/\n{3,}/.test(own));
      const block = formatBlock(texts.map(memory));
      expect(stripBlock(`${own}\n\n${block}`)).toBe(`${own}\n\n\n`.replace(/\n{3,}/g, '\n\n').trim());
    }),
  );
});

test('no memory can close the block or open another', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyText, fc.constant(`x ${closing} ${opening}`)), { minLength: 1 }),
      (texts) => {
        const block = formatBlock(texts.map(memory));
        expect(block.split(closing)).toHaveLength(2);
        expect(block.split(opening)).toHaveLength(2);
        expect(block.split('\n')).toHaveLength(texts.length + 2);
      },
    ),
  );
});

const block = formatBlock([memory("I'm allergic to shellfish."), memory('I live in Lisbon.')]);

test.each([
  ['squeezed white space', (text: string) => text.replace(/\s+/g, ' ')],
  ['doubled blank lines', (text: string) => text.replaceAll('\n', '\n\n')],
  ['bullets for dashes', (text: string) => text.replaceAll('- ', '• ')],
  ['no-break spaces', (text: string) => text.replaceAll(' ', '\u00a0')],
  ['the last line cut off', (text: string) => text.slice(0, -closing.length - 1)],
])('a block is stripped whatever the site did to it: %s', (_, mangle) => {
  expect(stripBlock(`Dinner on Friday?\n\n${mangle(block)}`)).toBe('Dinner on Friday?');
});

test('two blocks go, and the words between them stay', () => {
  expect(stripBlock(`${block}\nFirst.\n${block}\nSecond.`).replace(/\n+/g, ' ')).toBe('First. Second.');
});

test('a text without a block is left as it is, to the last space', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(stripBlock(text)).toBe(text);
    }),
  );
});

test('a hostile text of a megabyte does not take long', () => {
  const hostile = opening.repeat(16_000);
  expect(stripBlock(hostile)).toBe('');
});
