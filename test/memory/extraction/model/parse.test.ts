import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswer } from '@/memory/extraction/model/parse';
import { memoryKinds } from '@/memory/types';

const jsonLike = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json({ maxDepth: 6 }),
  fc.json().map((json) => json.slice(0, Math.floor(json.length / 2))),
  fc.json().map((json) => `Sure!\n\`\`\`json\n${json}\n\`\`\``),
  fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        ',',
        ':',
        '\\',
        '<think>',
        '</think>',
        '```',
        'text',
        'quote',
        '\n',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('an answer', () => {
  it('is made sense of or not, and never throws', () => {
    fc.assert(
      fc.property(jsonLike, (answer) => {
        const { verdict, items } = parseAnswer(answer);
        expect(['ok', 'garbage', 'refusal']).toContain(verdict);
        if (verdict !== 'ok') expect(items).toEqual([]);
        for (const { kind, text, quote, about, confidence = 0 } of items) {
          expect(memoryKinds).toContain(kind);
          expect(['user', 'other']).toContain(about);
          expect(Math.max(text.length, quote.length)).toBeLessThanOrEqual(600);
          expect(Math.min(text.length, quote.length)).toBeGreaterThan(0);
          expect(confidence >= 0 && confidence <= 1).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('that was cut anywhere gives no item that the whole one does not give', () => {
    const whole = JSON.stringify({
      memories: Array.from({ length: 4 }, (_, index) => ({
        quote: `quote ${index}`,
        about: 'user',
        kind: 'goal',
        text: `text ${index}`,
        key: 'none',
        confidence: 0.5,
      })),
    });
    const { items } = parseAnswer(whole);
    expect(items).toHaveLength(4);
    for (let end = 0; end <= whole.length; end++) {
      const cut = parseAnswer(whole.slice(0, end)).items;
      for (const item of cut.slice(0, -1)) expect(items).toContainEqual(item);
      expect(whole).toContain(cut.at(-1)?.quote ?? '');
    }
  });

  it.each([
    ['{"quote":"a b","text":"c d","kind":"hobby"}', 'preference'],
    ['{"quote":"a b","text":"c d","kind":"Instruction"}', 'procedure'],
    ['{"quote":"a b","text":"c d","type":"life event"}', 'episode'],
    ['{"quote":"a b","text":"c d"}', 'fact'],
  ])('names its kind somehow: %s', (answer, kind) => {
    expect(parseAnswer(answer).items).toMatchObject([{ kind, quote: 'a b', text: 'c d', about: 'user' }]);
  });

  it('takes no time worth speaking of, however hostile', () => {
    for (const part of ['[', '{"memories":', '<think>', '```[', '"\\', '{"text":"a",']) {
      expect(parseAnswer(part.repeat(100_000)).items).toEqual([]);
    }
  });
});
