import { describe, expect, test } from 'vitest';
import { isRival, isUnsure } from '@/memory/consolidation/rivals';
import type { Basis, MemoryKind } from '@/memory/types';

const told = (text: string, kind: MemoryKind = 'fact', key?: string, basis: Basis = 'inferred') => ({
  text,
  kind,
  key,
  basis,
});
const rule = (text: string) => told(text, 'procedure');
const minuteMs = 60_000;

describe('of rules of how to behave', () => {
  test.each([
    ['Answer me in English from now on.', 'Answer me in German.', true],
    ['Give me long, detailed answers from now on.', 'Keep your answers short.', true],
    ['You can use emojis again.', 'Never use emojis with me.', true],
    ['Use American spelling.', 'Use British spelling.', true],
    ['Use metric units.', 'Keep your answers short.', false],
    ['Answer me in German.', 'Never use emojis with me.', false],
    ["Don't give me long answers.", 'Keep your answers short.', false],
  ])('“%s” takes the place of “%s”: %s', (newer, older, expected) => {
    expect(isRival(rule(newer), rule(older))).toBe(expected);
  });
});

test('another value of the same key takes its place, one of another key does not', () => {
  expect(isRival(told('I live in Oslo.', 'fact', 'home'), told('I live in Bonn.', 'fact', 'home'))).toBe(
    true,
  );
  expect(isRival(told('I live in Oslo.', 'fact', 'home'), told("I'm 34.", 'fact', 'age'))).toBe(false);
});

test('what happened is never taken back, and a fact takes no place of a goal', () => {
  expect(isRival(told('I sold my car.'), told('I bought my car.', 'episode'))).toBe(false);
  expect(isRival(told('I quit smoking.'), told('I want to quit smoking.', 'goal'))).toBe(false);
});

describe('it is left to the user', () => {
  const porto = told('I live in Porto.', 'fact', 'home');
  const lisbon = told('I live in Lisbon.', 'fact', 'home');

  test('which of two values told within minutes holds', () => {
    expect(isUnsure(lisbon, porto, 3 * minuteMs)).toBe(true);
    expect(isUnsure(lisbon, porto, 60 * minuteMs)).toBe(false);
  });

  test('but not where the newer one says that it changed, or corrects a slip', () => {
    expect(isUnsure(told('I moved to Lisbon.', 'fact', 'home'), porto, minuteMs)).toBe(false);
    expect(isUnsure(told('Sorry, I live in Lisbon, not Porto.', 'fact', 'home'), porto, minuteMs)).toBe(
      false,
    );
  });

  test('whether what was read off a chat overrules what was written by hand', () => {
    const written = { ...porto, basis: 'written' as const };
    expect(isUnsure(told('I moved to Lisbon.', 'fact', 'home'), written, 999 * minuteMs)).toBe(true);
    expect(isUnsure({ ...lisbon, basis: 'written' }, written, minuteMs)).toBe(false);
    expect(isUnsure({ ...lisbon, basis: 'confirmed' }, written, minuteMs)).toBe(false);
  });
});
