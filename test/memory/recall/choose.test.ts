import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '@/lib/language';
import {
  type BlockOptions,
  blockTokens,
  formatBlock,
  frameTokens,
  memoryTokens,
} from '@/memory/injection/block';
import { toBlockMemory } from '@/memory/injection/block-memory';
import { estimateTokens } from '@/memory/injection/tokens';
import { chosenWithin } from '@/memory/recall/choose';
import type { Ranked } from '@/memory/recall/ranked';
import type { Signals } from '@/memory/recall/signals';
import { memoryWith } from './memory-with';

const words = [
  ...[
    'garden',
    'allergic',
    'Lisbon',
    'shellfish',
    'the',
    'is',
    'my',
    'sister',
    'Übergrößenträger',
    'naïve',
    'café',
  ],
  ...[
    '2026',
    '14:30',
    'москва',
    '東京都',
    'ข้าวผัด',
    'https://example.org/a',
    'e-mail',
    '👩‍👩‍👧',
    'x',
    '"quoted"',
    '(so)',
  ],
];
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 })
  .map((some) => some.join(' '));
const kind = fc.constantFrom('fact', 'preference', 'procedure', 'goal', 'episode');
const ranking = fc
  .array(
    fc.record({ text, kind, score: fc.double({ min: 0.01, max: 2, noNaN: true }), at: fc.nat(2 ** 40) }),
    {
      maxLength: 25,
    },
  )
  .map(rankedFrom);
const options: fc.Arbitrary<BlockOptions> = fc.record({
  format: fc.constantFrom('section', 'paragraph', 'line'),
  language: fc.constantFrom(...languages),
});
const budget = fc.integer({ min: 0, max: 1_500 });

describe('the choice within a budget', () => {
  test('makes a block that never has more tokens than the budget', () => {
    fc.assert(
      fc.property(ranking, budget, options, (ranked, tokens, how) => {
        const memories = chosenWithin(ranked, tokens, how).map(({ memory }) => toBlockMemory(memory));
        if (memories.length === 0) return;
        expect(blockTokens(memories, how.format, how.language)).toBeLessThanOrEqual(tokens);
        expect(estimateTokens(formatBlock(memories, how))).toBeLessThanOrEqual(tokens);
      }),
      { numRuns: 400 },
    );
  });

  test('keeps the order of the ranking and makes nothing up', () => {
    fc.assert(
      fc.property(ranking, budget, options, (ranked, tokens, how) => {
        const places = chosenWithin(ranked, tokens, how).map((one) => ranked.indexOf(one));
        expect(places).not.toContain(-1);
        expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
      }),
    );
  });

  test('is empty where not even the frame fits', () => {
    fc.assert(
      fc.property(ranking, options, (ranked, how) => {
        const frame = frameTokens(how.format, how.language);
        for (const tokens of [-1, 0, 1, frame - 1, frame])
          expect(chosenWithin(ranked, tokens, how)).toEqual([]);
      }),
    );
  });

  test('is never worth less with more room', () => {
    fc.assert(
      fc.property(unlike(), budget, fc.nat(300), options, (ranked, tokens, more, how) => {
        const [less, larger] = [chosenWithin(ranked, tokens, how), chosenWithin(ranked, tokens + more, how)];
        expect(worthOf(larger)).toBeGreaterThanOrEqual(worthOf(less) - 1e-9);
      }),
    );
  });

  test('is worth no less than taking from the top whatever still fits', () => {
    fc.assert(
      fc.property(unlike(), budget, options, (ranked, tokens, how) => {
        const taken: Ranked[] = [];
        for (const one of ranked) if (fits([...taken, one], tokens, how)) taken.push(one);
        expect(worthOf(chosenWithin(ranked, tokens, how))).toBeGreaterThanOrEqual(worthOf(taken) - 1e-9);
      }),
    );
  });

  test('takes all where there is room for all, save what says the same', () => {
    fc.assert(
      fc.property(unlike(), options, (ranked, how) => {
        expect(chosenWithin([...ranked, ...ranked], 20_000, how)).toEqual(ranked);
      }),
    );
  });

  test('takes the one that tells something new before a second that says nearly the same', () => {
    const ranked = rankedFrom([
      { text: 'I am allergic to shellfish and peanuts since birth', kind: 'fact', score: 1, at: 0 },
      { text: 'I am allergic to shellfish and peanuts I think', kind: 'fact', score: 0.9, at: 0 },
      { text: 'My sister Anna lives beside the old harbour', kind: 'fact', score: 0.8, at: 0 },
    ]);
    const how: BlockOptions = { format: 'section', language: 'en' };
    const room = ranked.filter((_, place) => place !== 1);
    const tokens = [...Array(500).keys()].find((most) => fits(room, most, how)) ?? 0;
    expect(chosenWithin(ranked, tokens, how)).toEqual(room);
  });
});

interface Told {
  text: string;
  kind: string;
  score: number;
  at: number;
}

/** Memories that share no words, so that the worth of one does not depend on another's. */
function unlike(): fc.Arbitrary<Ranked[]> {
  return fc
    .array(fc.tuple(fc.integer({ min: 1, max: 12 }), kind, fc.double({ min: 0.01, max: 2, noNaN: true })), {
      maxLength: 15,
    })
    .map((sizes) =>
      rankedFrom(
        sizes.map(([size, of, score], memory) => ({
          text: Array.from({ length: size }, (_, place) => `w${memory}x${place}`).join(' '),
          kind: of,
          score,
          at: 0,
        })),
      ),
    );
}

function rankedFrom(told: readonly Told[]): Ranked[] {
  return [...told]
    .sort((one, other) => other.score - one.score)
    .map(({ text, kind, score, at }, place) => ({
      memory: memoryWith({ id: `m${place}`, text, kind: kind as Ranked['memory']['kind'], createdAt: at }),
      signals: {} as Signals,
      score,
    }));
}

/** Whether the frame and each memory for itself fit, which is how costs add up. */
function fits(ranked: readonly Ranked[], tokens: number, { format, language }: BlockOptions): boolean {
  const frame = frameTokens(format, language);
  return (
    ranked.reduce((sum, one) => sum + memoryTokens(toBlockMemory(one.memory), format, language), frame) <=
    tokens
  );
}

function worthOf(ranked: readonly Ranked[]): number {
  return ranked.reduce((sum, { score }) => sum + score, 0);
}
