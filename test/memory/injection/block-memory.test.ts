import { expect, test } from 'vitest';
import type { Domain } from '@/memory/domains';
import { toBlockMemory } from '@/memory/injection/block-memory';
import type { MemoryKind } from '@/memory/types';
import { memoryOf } from '../assist/asked';

test.each<[boolean, MemoryKind, Domain[], number]>([
  [true, 'fact', ['identity'], 0.5],
  [true, 'fact', ['city'], 0.5],
  [true, 'fact', ['relatives'], 0.3],
  [true, 'fact', ['allergy'], 0.5],
  [true, 'fact', [], 0.95],
  [true, 'preference', ['drink'], 0.3],
  [false, 'fact', ['vehicle'], 0.5],
  [false, 'goal', ['city'], 0.9],
  [false, 'procedure', ['answers'], 0.9],
  [false, 'episode', ['relatives'], 0.9],
])('belongs to the profile, %s: a %s of %j and importance %d', (profile, kind, domains, importance) => {
  const memory = { ...memoryOf('I say so.', { kind, importance }), domains };
  expect(toBlockMemory(memory).profile).toBe(profile);
});

test('is as old as it was last said, or written', () => {
  const memory = memoryOf('I say so.', { at: 5 });
  expect(toBlockMemory({ ...memory, sources: [{ from: 'hand', at: 7 }] }).at).toBe(7);
  expect(toBlockMemory({ ...memory, sources: [{ from: 'hand', at: 3 }] }).at).toBe(5);
});
