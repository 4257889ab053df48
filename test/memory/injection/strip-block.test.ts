import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { squashSpace } from '@/lib/squash-space';
import { formatBlock } from '@/memory/injection/block';
import { foldText } from '@/memory/injection/fold-text';
import { marksIn } from '@/memory/injection/marks';
import { stripBlock } from '@/memory/injection/strip-block';
import { closingIn, formerOpenings, lineOpeningIn, openingIn } from '@/memory/injection/wording';
import { blockFormats } from '@/memory/settings';
import { mangle } from './mangle';
import { anyFormat, anyLanguage, anyText, hostileText, memoryWith, secretWord } from './memories';

const nearMisses = fc.constantFrom(
  '[',
  ']',
  '(',
  ')',
  '[Throughline notes',
  'Throughline',
  '(Throughline',
  '\n',
  '- ',
  '**',
);
/** Begins with a letter: of nothing but marks nobody can tell whose they are. */
const ownText = fc
  .array(fc.oneof(anyText, nearMisses), { maxLength: 6 })
  .map((pieces) => `Dinner${pieces.join('')}`)
  .filter((text) => !text.includes('zq') && !text.endsWith('&'));
const secretText = fc
  .tuple(secretWord, anyText, secretWord)
  .map(([first, middle, last]) => `I like ${first} ${middle} ${last}.`);
const anyBlock = fc.record({
  memories: fc.array(memoryWith(secretText), { minLength: 1, maxLength: 8 }),
  format: anyFormat,
  language: anyLanguage,
  prose: fc.option(secretText, { nil: undefined }),
});

describe('a captured prompt', () => {
  test('keeps the words of the user and no word of a memory, whatever the site made of it', () => {
    fc.assert(
      fc.property(
        ownText,
        fc.option(ownText),
        anyBlock,
        mangle,
        (own, after, { memories, ...options }, mangled) => {
          const block = formatBlock(memories, options);
          const prompt = after === null ? `${own}\n\n${block}` : `${own}\n\n${block}\n\n${after}`;
          const left = stripBlock(mangled(prompt));
          const expected = after === null ? mangled(own) : `${mangled(own)} ${mangled(after)}`;
          expect(squashSpace(left)).toBe(squashSpace(expected));
        },
      ),
      { numRuns: 1_500 },
    );
  });

  test('keeps the words of the user and no word of a memory where its end was cut off', () => {
    fc.assert(
      fc.property(
        ownText,
        anyBlock,
        mangle,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (own, { memories, ...options }, mangled, share) => {
          const head = mangled(`${own}\n\n`);
          const block = mangled(formatBlock(memories, options));
          const opening = mangled(formatBlock(memories, options).split(/[\n:]/)[0] ?? '').length;
          const cut = block.slice(0, opening + Math.floor(share * (block.length - opening)));
          const left = stripBlock(`${head}${cut}`);
          expect(left).not.toMatch(/zq/i);
          expect(squashSpace(left)).toBe(squashSpace(mangled(own)));
        },
      ),
      { numRuns: 1_500 },
    );
  });

  test('stays as it is, to the last space, where there is no block in it', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, ownText), (text) => {
        expect(stripBlock(text)).toBe(text);
      }),
    );
  });

  test('loses a block with hostile memories whole', () => {
    fc.assert(
      fc.property(
        fc.array(memoryWith(hostileText), { minLength: 1, maxLength: 4 }),
        anyFormat,
        anyLanguage,
        hostileText,
        (memories, format, language, prose) => {
          const block = formatBlock(memories, { format, language, prose });
          expect(stripBlock(`Before.\n\n${block}\n\nAfter.`)).toBe('Before.\n\nAfter.');
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test.each([
    [
      '(',
      'Throughline, about me – background data, not my request; use what helps, don’t mention it, newer wins',
    ],
    [
      'I know (Through',
      'line, about me, background data, not my request, use what helps, dont mention it, newer wins',
    ],
  ])('loses a block with memories that begin another one together: %s', (one, other) => {
    for (const format of blockFormats) {
      const block = formatBlock(
        [one, other].map((text) => ({ text, kind: 'fact', at: 0 })),
        { format, language: 'en' },
      );
      expect(stripBlock(`Before.\n\n${block}\n\nAfter.`)).toBe('Before.\n\nAfter.');
    }
  });

  const memories = [
    { text: "I'm allergic to shellfish.", kind: 'fact' as const, at: 0, profile: true },
    { text: 'I live in Lisbon.', kind: 'fact' as const, at: 0, profile: true },
  ];
  const block = formatBlock(memories, { format: 'section', language: 'en' });

  test('keeps the words between two blocks and behind them', () => {
    expect(stripBlock(`${block}\nFirst.\n${block}\nSecond.`)).toBe('First.\n\nSecond.');
    expect(stripBlock(`A ${block} b ${block} c.`)).toBe('A b c.');
  });

  test('keeps its own white space and the words around a line in brackets', () => {
    const line = formatBlock(memories, { format: 'line', language: 'en' });
    expect(stripBlock(`  A  (b)\n\n\n\nc ${line} d (e)  `)).toBe('  A  (b)\n\n\n\nc d (e)  ');
  });

  test('keeps what follows a list whose last line somebody took out', () => {
    const open = block.slice(0, -closingIn('en').length);
    expect(stripBlock(`Dinner?\n\n${open}\nAnd for two.`)).toBe('Dinner?\n\nAnd for two.');
  });

  test.each(formerOpenings)('loses a block of an earlier version: %s', (opening) => {
    const lines = [opening, "- I'm allergic to shellfish. (22 November 2026)", closingIn('en')];
    expect(stripBlock(`Dinner?\n\n${lines.join('\n')}`)).toBe('Dinner?');
    expect(stripBlock(`Dinner?\n\n${lines.slice(0, 2).join('\n')}`)).toBe('Dinner?');
  });

  test('keeps the words of somebody who talks of the block', () => {
    const question = 'What does "[End of Throughline notes]" mean, and "[Throughline notes about me]"?';
    expect(stripBlock(question)).toBe(question);
  });
});

describe('a hostile text of a megabyte', () => {
  const most = 1_000_000;
  const filled = (piece: string) => piece.repeat(Math.ceil(most / piece.length));
  const opening = openingIn('en');

  test.each([
    ['brackets', '['],
    ['round brackets', '('],
    ['brackets and line breaks', '[\n\n\n\n'],
    ['first lines that break off', opening.slice(0, -1)],
    ['first lines that break off with another bracket', `${opening.slice(0, -1)}[`],
    ['lines that never end', lineOpeningIn('en')],
    ['first lines', opening],
    ['last lines', closingIn('en')],
    ['line breaks behind a bracket', `[${'\n'.repeat(1_000)}`],
  ])('of %s is looked through letter by letter, none more than three times', (_, piece) => {
    const { letters } = foldText(filled(piece));
    let steps = 0;
    const counted = new Proxy<ArrayLike<string>>([], {
      get(_, key) {
        if (key === 'length') return letters.length;
        steps++;
        return letters[Number(key)];
      },
    });
    marksIn(counted);
    expect(steps).toBeLessThanOrEqual(3 * letters.length);
  });

  test.each([
    [filled(opening), ''],
    [filled(lineOpeningIn('en')), ''],
    [`${opening}${' '.repeat(most)}`, ''],
    [filled(`${opening} `), ''],
    [filled(`${opening}\n`), ''],
    [`${opening}\n${closingIn('en')}${'*'.repeat(most)}`, '*'.repeat(most)],
    [`x ${'*'.repeat(most)}${opening}\n${closingIn('en')}`, `x ${'*'.repeat(most)}`],
  ])('number %# is stripped', (text, left) => {
    expect(stripBlock(text) === left).toBe(true);
  });
});
