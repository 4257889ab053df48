import { describe, expect, it } from 'vitest';
import { holdsBlock, isWorthRecalling, recallable, serves } from '@/page/serving';

describe('a recall serves a draft', () => {
  it('that is the one it was made for, in other white space too', () => {
    expect(serves('Where to eat?\nIn Lisbon', 'Where to eat?\n\nIn Lisbon ')).toBe(true);
  });

  it('that only grew a little', () => {
    expect(serves('Where should we eat', 'Where should we eat tonight?')).toBe(true);
  });

  it('not when most of the draft came later', () => {
    expect(serves('Where should', 'Where should we eat tonight with the whole team?')).toBe(false);
  });

  it('not when the draft was changed', () => {
    expect(serves('Where should we eat', 'Where should we meet')).toBe(false);
    expect(serves('', 'Where')).toBe(false);
  });
});

describe('a draft is worth a recall', () => {
  it.each(['Where to', 'I am', '我住在里斯本', 'どこで'])('%s', (draft) => {
    expect(isWorthRecalling(draft)).toBe(true);
  });

  it.each(['', 'hi', 'Lisbon', '   a  ', '...?', `long ${'x'.repeat(50_000)}`])('not %.20s', (draft) => {
    expect(isWorthRecalling(draft)).toBe(false);
  });
});

it('asks with both ends of a long draft', () => {
  const asked = recallable(`start ${'x'.repeat(40_000)} end`);
  expect(asked).toMatch(/^start x+\nx+ end$/);
  expect(asked.length).toBeLessThan(10_000);
});

it('finds the block in a draft whatever the editor did to its lines', () => {
  const recall = {
    injection: 'automatic',
    memories: [],
    block: '[a]\n- one\n[b]',
    tokens: 9,
    at: 0,
  } as const;
  expect(holdsBlock('Hello\n\n[a]\n\n- one\u00a0\n[b]', { ...recall, memories: [] })).toBe(true);
  expect(holdsBlock('Hello', { ...recall, memories: [] })).toBe(false);
});
