import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newerFirst } from '@/memory/recall/newer-first';
import type { MemoryKind } from '@/memory/types';
import { memoryWith } from './memory-with';

const said = (text: string, updatedAt: number, score: number, kind: MemoryKind = 'fact') => ({
  memory: memoryWith({ id: `${text} ${updatedAt}`, text, updatedAt, kind }),
  score,
});
const idsOf = (ranked: readonly { memory: { id: string } }[]) => ranked.map(({ memory }) => memory.id);

describe('of two memories about the same thing', () => {
  test('the one that was said later comes first, with the score of the place that it takes', () => {
    const golf = said('My car is a blue Golf.', 1, 0.9);
    const tea = said('I like green tea.', 2, 0.8);
    const fiat = said('My car is a blue Fiat.', 3, 0.7);
    const [first, ...rest] = newerFirst([golf, tea, fiat]);
    expect(first).toEqual({ ...fiat, score: 0.9 });
    expect(idsOf(rest)).toEqual(idsOf([golf, tea]));
  });

  test('both stay where they are when they are of different kinds, or happened', () => {
    const kinds: [MemoryKind, MemoryKind][] = [
      ['fact', 'goal'],
      ['episode', 'episode'],
    ];
    for (const [older, newer] of kinds) {
      const ranked = [
        said('My car is a blue Golf.', 1, 0.9, older),
        said('My car is a blue Fiat.', 2, 0.8, newer),
      ];
      expect(newerFirst(ranked)).toEqual(ranked);
    }
  });

  test('whatever they are, none is lost, and a second look changes nothing', () => {
    const texts = [
      'My car is a Golf.',
      'My car is a Fiat.',
      'My old car is red.',
      'I like tea.',
      'Tea is hot.',
    ];
    const ranked = fc.array(
      fc.record({
        text: fc.constantFrom(...texts),
        at: fc.integer({ min: 0, max: 5 }),
        kind: fc.constantFrom<MemoryKind>('fact', 'preference', 'episode'),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(ranked, (items) => {
        const given = items.map(({ text, at, kind }, index) => {
          const one = said(text, at, 1 - index / 100, kind);
          return { ...one, memory: { ...one.memory, id: `m${index}` } };
        });
        const ordered = newerFirst(given);
        expect(idsOf(ordered).sort()).toEqual(idsOf(given).sort());
        expect(idsOf(newerFirst(ordered))).toEqual(idsOf(ordered));
        const scores = ordered.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((one, other) => other - one));
      }),
    );
  });
});
