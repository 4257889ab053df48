import { describe, expect, test } from 'vitest';
import { saysTheSame } from '@/memory/consolidation/says-the-same';
import type { MemoryKind } from '@/memory/types';

const told = (text: string, kind: MemoryKind = 'fact', key?: string) => ({ text, kind, key });

describe('the same in other words', () => {
  test.each([
    ["I'm living in Lisbon.", 'I live in Lisbon now.'],
    ['Ana is my sister.', "My sister's name is Ana."],
    ['I am allergic to nuts!', "I'm allergic to nuts."],
    ['I have 2 cats.', 'I have two cats.'],
    ['I work as a nurse.', "I'm working as a nurse."],
    ['I really love jazz.', 'I like jazz.'],
  ])('“%s” says what “%s” says', (one, other) => {
    expect(saysTheSame(told(one), told(other))).toBe(true);
    expect(saysTheSame(told(other), told(one))).toBe(true);
  });

  test('a fact that the rules call a preference the other time is the same', () => {
    expect(saysTheSame(told('I eat no pork.', 'preference'), told('I eat no pork.'))).toBe(true);
  });
});

describe('another statement', () => {
  test.each([
    ["I don't like jazz.", 'I like jazz.'],
    ['I have three cats.', 'I have two cats.'],
    ['I live in Lisbon with Ana.', 'I live in Lisbon.'],
    ['Ana leads the team of Bea.', 'Bea leads the team of Ana.'],
    ['I prefer tea over coffee.', 'I prefer coffee over tea.'],
    ['My brother plays the cello.', 'I play the cello.'],
    ['I no longer smoke.', 'I smoke.'],
    ['I live in Austria.', 'I live in Australia.'],
    ['', 'I live in Austria.'],
  ])('“%s” is not “%s”', (one, other) => {
    expect(saysTheSame(told(one), told(other))).toBe(false);
  });

  test('what happened twice happened twice', () => {
    const text = 'I asked for a recipe.';
    expect(saysTheSame(told(text, 'episode'), told(text, 'episode'))).toBe(false);
  });

  test('a statement of another key, or of another kind, is another one', () => {
    expect(saysTheSame(told('Porto', 'fact', 'home'), told('Porto', 'fact', 'name'))).toBe(false);
    expect(saysTheSame(told('Answer in German.', 'procedure'), told('Answer in German.', 'goal'))).toBe(
      false,
    );
  });
});
