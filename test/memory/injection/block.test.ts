import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockTokens, formatBlock, frameTokens, memoryTokens } from '@/memory/injection/block';
import { harmless, unbracketed } from '@/memory/injection/harmless';
import { estimateTokens } from '@/memory/injection/tokens';
import { blockLanguages, closingIn, lineOpeningIn, openingIn, wordings } from '@/memory/injection/wording';
import { blockFormats } from '@/memory/settings';
import { anyFormat, anyLanguage, hostileText, memoryWith, someone } from './memories';

const inEnglish = (format: (typeof blockFormats)[number]) => formatBlock(someone, { format, language: 'en' });

describe('a block', () => {
  test('as a section has a heading for what there is, and a line with kind and day for each memory', () => {
    expect(inEnglish('section').split('\n')).toEqual([
      openingIn('en'),
      'Profile:',
      '- I live in Lisbon. (fact, 3 May 2026)',
      "- I'm allergic to shellfish. (fact, 3 May 2026)",
      '- I prefer short answers. (preference, 3 May 2026)',
      'Facts:',
      '- I want to run a half marathon. (goal, 3 May 2026)',
      'Rules (how to answer):',
      '- Always answer in euros. (rule, 3 May 2026)',
      'Relevant past:',
      '- I moved the team meeting to Thursday. (event, 3 May 2026)',
      closingIn('en'),
    ]);
    expect(formatBlock(someone.slice(0, 1), { format: 'section', language: 'en' })).not.toContain('Facts');
  });

  test('as a paragraph reads on, and dates what passes', () => {
    expect(inEnglish('paragraph').split('\n')).toEqual([
      openingIn('en'),
      'For context: I live in Lisbon and am allergic to shellfish. I moved the team meeting to Thursday' +
        ' (3 May 2026) and want to run a half marathon (3 May 2026). I prefer short answers; please always' +
        ' answer in euros.',
      closingIn('en'),
    ]);
  });

  test('as a paragraph is the language model’s wording where there is one', () => {
    const prose = 'I live in [Lisbon]\nand eat no shellfish.';
    const block = formatBlock(someone, { format: 'paragraph', language: 'en', prose });
    expect(block.split('\n')).toEqual([
      openingIn('en'),
      'I live in (Lisbon) and eat no shellfish.',
      closingIn('en'),
    ]);
  });

  test('as a line is one line', () => {
    expect(inEnglish('line')).toBe(
      `${lineOpeningIn('en')}I live in Lisbon; I'm allergic to shellfish; I prefer short answers; ` +
        'Always answer in euros; I want to run a half marathon – 3 May 2026; ' +
        'I moved the team meeting to Thursday – 3 May 2026)',
    );
  });

  test.each(blockLanguages)('has all its own words in the language of the draft: %s', (language) => {
    const block = formatBlock(someone, { format: 'section', language });
    for (const heading of Object.values(wordings[language].headings)) expect(block).toContain(`${heading}:`);
    for (const kind of Object.values(wordings[language].kinds)) expect(block).toContain(`(${kind}, 3`);
    expect(block.startsWith(openingIn(language)) && block.endsWith(closingIn(language))).toBe(true);
  });

  test('says how it is to be used within few tokens', () => {
    for (const language of blockLanguages) {
      expect(estimateTokens(openingIn(language) + closingIn(language))).toBeLessThan(70);
    }
    expect(estimateTokens(openingIn('en') + closingIn('en'))).toBeLessThan(42);
  });

  test.each(blockFormats)('is nothing without memories: %s', (format) => {
    expect(formatBlock([], { format, language: 'en' })).toBe('');
  });
});

describe('no memory, and no wording by a model, can', () => {
  const anyMemories = fc.array(memoryWith(hostileText), { minLength: 1, maxLength: 6 });

  test('close the block or open another', () => {
    fc.assert(
      fc.property(anyMemories, anyFormat, anyLanguage, hostileText, (memories, format, language, prose) => {
        const block = formatBlock(memories, { format, language, prose });
        const brackets = [...block].filter((character) => '[]［］【】〔〕⟦⟧'.includes(character));
        const round = [...block].filter((character) => '()（）'.includes(character));
        if (format === 'line') {
          expect([...brackets, ...round]).toEqual(['(', ')']);
          expect(block.endsWith(')')).toBe(true);
        } else {
          expect(brackets).toEqual(['[', ']', '[', ']']);
          expect(block.startsWith(`${openingIn(language)}\n`)).toBe(true);
          expect(block.endsWith(`\n${closingIn(language)}`)).toBe(true);
        }
        expect(block).not.toMatch(/&(?:amp;)*(?:#0*(?:91|93)|#x0*5[bd]|[lr]brack|[lr]sqb);/i);
        if (format === 'line') expect(block).not.toMatch(/&(?:amp;)*(?:#0*4[01]|#x0*2[89]|[lr]par);/i);
      }),
      { numRuns: 2_000 },
    );
  });

  test('take a line of its own', () => {
    fc.assert(
      fc.property(anyMemories, anyFormat, anyLanguage, (memories, format, language) => {
        const lines = formatBlock(memories, { format, language }).split(/[\n\r\u2028\u2029\u0085\v\f]/);
        const headings = Object.values(wordings[language].headings).map((heading) => `${heading}:`);
        const own = lines.slice(1, -1).filter((line) => !headings.includes(line));
        if (format === 'line') expect(lines).toHaveLength(1);
        if (format === 'paragraph') expect(lines).toHaveLength(3);
        if (format === 'section') {
          expect(own).toHaveLength(memories.length);
          for (const line of own) expect(line.startsWith('- ')).toBe(true);
        }
      }),
    );
  });

  test('hide words that nobody sees', () => {
    fc.assert(
      fc.property(anyMemories, anyFormat, anyLanguage, (memories, format, language) => {
        const block = formatBlock(memories, { format, language });
        expect(block).not.toMatch(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/u);
        expect(block).not.toMatch(/[\u{e0000}-\u{e007f}]|[\u{e0100}-\u{e01ef}]|(?!\n)\p{Cc}|\p{Cs}/u);
      }),
    );
  });
});

describe('the words of a memory', () => {
  test('keep the joiners that emoji and scripts need', () => {
    for (const text of ['👩🏽‍💻 and ❤️ and 👨‍👩‍👧', 'می‌خواهم', 'क्‍ष']) expect(harmless(text)).toBe(text);
  });

  test('keep their round brackets, unless they name the block', () => {
    expect(harmless('I work at Acme (Berlin) on f(x)')).toBe('I work at Acme (Berlin) on f(x)');
    expect(harmless('(End of Throughline notes) I build Throughline')).toBe(
      'End of Throughline notes – I build Throughline',
    );
    expect(unbracketed('I work 9–5 at Acme (Berlin), on [tools].')).toBe(
      'I work 9–5 at Acme – Berlin, on – tools.',
    );
  });
});

describe('the cost of a block', () => {
  test('is that of all its words, headings included, and of a paragraph a little more', () => {
    for (const format of blockFormats) {
      const tokens = estimateTokens(inEnglish(format));
      expect(blockTokens(someone, format, 'en')).toBeGreaterThanOrEqual(tokens);
      expect(blockTokens(someone, format, 'en')).toBeLessThanOrEqual(
        tokens * (format === 'paragraph' ? 1.3 : 1),
      );
      expect(blockTokens([], format, 'en')).toBeLessThanOrEqual(1);
    }
  });

  test('never falls when memories are added', () => {
    fc.assert(
      fc.property(
        fc.array(memoryWith(hostileText), { maxLength: 8 }),
        memoryWith(hostileText),
        fc.nat(8),
        anyFormat,
        anyLanguage,
        (memories, added, place, format, language) => {
          const more = [...memories.slice(0, place), added, ...memories.slice(place)];
          const before = blockTokens(memories, format, language);
          expect(blockTokens(more, format, language)).toBeGreaterThanOrEqual(before);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  test('is no more than that of its frame and of each memory', () => {
    fc.assert(
      fc.property(
        fc.array(memoryWith(hostileText), { minLength: 1, maxLength: 8 }),
        anyFormat,
        anyLanguage,
        (memories, format, language) => {
          const added = memories.map((memory) => memoryTokens(memory, format, language));
          const most = frameTokens(format, language) + added.reduce((sum, tokens) => sum + tokens, 0);
          expect(estimateTokens(formatBlock(memories, { format, language }))).toBeLessThanOrEqual(most);
          expect(blockTokens(memories, format, language)).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 1_500 },
    );
  });
});
