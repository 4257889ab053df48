import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closing, opening } from '@/memory/injection/format-block';
import { formatParagraph } from '@/memory/injection/format-paragraph';
import { stripBlock } from '@/memory/injection/strip-block';

const anyText = fc.string({ unit: 'grapheme', maxLength: 200 });
const own = 'Dinner on Friday?';

test('a paragraph stands between the same two lines as a list', () => {
  expect(formatParagraph(' I like tea.\n I live [here]. ')).toBe(
    `${opening}\nI like tea. I live (here).\n${closing}`,
  );
  expect(formatParagraph(' \n ')).toBe('');
});

test('a block with a paragraph is stripped from any prompt and leaves the words of the user', () => {
  fc.assert(
    fc.property(anyText, anyText, (words, prose) => {
      fc.pre(!words.includes('[') && !/\n{3,}/.test(words) && formatParagraph(prose) !== '');
      const left = stripBlock(`${words}\n\n${formatParagraph(prose)}`);
      expect(left).toBe(`${words}\n\n\n`.replace(/\n{3,}/g, '\n\n').trim());
    }),
  );
});

test('a block that was cut off anywhere behind its first line leaves the words of the user alone', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), (prose, at) => {
      const block = formatParagraph(`I like tea. ${prose}`);
      const cut = block.slice(0, opening.length + (at % (block.length - opening.length)));
      expect(stripBlock(`${own}\n\n${cut}`)).toBe(own);
    }),
  );
});

test.each([
  ['squeezed white space', (text: string) => text.replace(/\s+/g, ' ')],
  ['doubled blank lines', (text: string) => text.replaceAll('\n', '\n\n')],
  ['no-break spaces', (text: string) => text.replaceAll(' ', '\u00a0')],
  ['the last line cut off', (text: string) => text.slice(0, -closing.length - 1)],
])('a block with a paragraph is stripped whatever the site did to it: %s', (_, mangle) => {
  const block = formatParagraph('I like tea. I live in Porto.');
  expect(stripBlock(`${own}\n\n${mangle(block)}`)).toBe(own);
});

test('words behind a whole block stay', () => {
  const block = formatParagraph('I like tea.');
  expect(stripBlock(`${own}\n${block}\nAnd for two.`)).toBe(`${own}\n\nAnd for two.`);
});

test('a hostile text of a megabyte does not take long', () => {
  expect(stripBlock(`${opening}${' '.repeat(300_000)}\n`.repeat(3))).toBe('');
  expect(stripBlock(`${opening}\n${'['.repeat(500_000)}`)).toMatch(/^\[+$/);
});
