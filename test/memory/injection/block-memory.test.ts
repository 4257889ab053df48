import { expect, test } from 'vitest';
import { toBlockMemory } from '@/memory/injection/block-memory';
import type { MemoryKind } from '@/memory/types';
import { memoryOf } from '../assist/asked';

test.each<[boolean, MemoryKind, string, number, string | undefined]>([
  [true, 'fact', 'I live in Lisbon.', 0.5, 'home'],
  [true, 'fact', 'My sister is called Ana.', 0.5, undefined],
  [true, 'fact', 'J’ai deux enfants.', 0.5, undefined],
  [true, 'fact', "I'm allergic to shellfish.", 0.95, undefined],
  [true, 'preference', 'I like tea.', 0.3, undefined],
  [false, 'fact', 'I have a blue bicycle.', 0.5, undefined],
  [false, 'goal', 'I want to visit my sister.', 0.9, undefined],
  [false, 'procedure', 'Always answer in euros.', 0.9, undefined],
  [false, 'episode', 'I met my brother on Friday.', 0.9, undefined],
])('belongs to the profile, %s: a %s, %s', (profile, kind, text, importance, key) => {
  expect(toBlockMemory({ ...memoryOf(text, { kind, importance }), key }).profile).toBe(profile);
});

test('is as old as it was last said, or written', () => {
  const memory = memoryOf('I say so.', { at: 5 });
  expect(toBlockMemory({ ...memory, sources: [{ from: 'hand', at: 7 }] }).at).toBe(7);
  expect(toBlockMemory({ ...memory, sources: [{ from: 'hand', at: 3 }] }).at).toBe(5);
});
