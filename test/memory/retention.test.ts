import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faintStrength, isFaded, isOver, quietMs } from '@/memory/retention';
import { halfLifeMs, strengthNow } from '@/memory/strength';
import { type ActiveMemory, memoryKinds } from '@/memory/types';
import { placerFromDisk } from '../support/builtin-from-disk';
import { memoryWith } from './recall/memory-with';

const day = 86_400_000;
const placer = placerFromDisk();

const fades = (changes: Partial<ActiveMemory>, at: number, isSurplus = false) =>
  isFaded(memoryWith(changes), { isSurplus, placer, at });

describe('what fades', () => {
  const episode = {
    kind: 'episode',
    text: 'We looked at blue tiles for the hallway.',
    importance: 0.3,
  } as const;

  test('an episode goes two half-lives after it was said, and not before', () => {
    expect(fades(episode, 2 * halfLifeMs.episode - day)).toBe(false);
    expect(fades(episode, 2 * halfLifeMs.episode + day)).toBe(true);
  });

  test('what was said again and again stays longer than what was said once', () => {
    const at = 2 * halfLifeMs.episode + day;
    expect(fades({ ...episode, strength: 3 }, at)).toBe(false);
    expect(fades({ ...episode, strength: 3 }, 4 * halfLifeMs.episode)).toBe(true);
  });

  test('what was said or used in the last months stays, however weak it is', () => {
    const at = 5 * 365 * day;
    const weak = { ...episode, strength: 0.01 };
    expect(fades({ ...weak, lastUsedAt: at - quietMs + day }, at)).toBe(false);
    expect(fades({ ...weak, sources: [{ from: 'hand', at: at - quietMs + day }] }, at)).toBe(false);
    expect(fades({ ...weak, updatedAt: at - quietMs + day }, at)).toBe(false);
    expect(fades(weak, at)).toBe(true);
  });

  const old = 30 * 365 * day;
  test.each<[string, Partial<ActiveMemory>]>([
    ['is pinned', { pinned: true }],
    ['is a rule', { kind: 'procedure' }],
    ['was written by hand', { basis: 'written' }],
    ['was confirmed', { basis: 'confirmed' }],
    ['matters much', { importance: 0.7 }],
    ['is an allergy', { text: 'I am allergic to penicillin.' }],
    ['is a diet', { text: "I'm a vegetarian." }],
    ['is an illness', { text: 'I have type 1 diabetes.' }],
    ['is a medication', { text: 'I take lisinopril every morning for my blood pressure.' }],
  ])('what %s never fades', (_, changes) => {
    expect(fades(changes, old)).toBe(false);
    expect(fades({ ...changes, kind: changes.kind ?? 'episode' }, old, true)).toBe(false);
    expect(fades({}, old)).toBe(true);
  });

  test('of too many episodes those go sooner that nobody came back to for a month', () => {
    const at = 60 * day;
    expect(fades(episode, at)).toBe(false);
    expect(fades(episode, at, true)).toBe(true);
    expect(fades({ ...episode, lastUsedAt: 40 * day }, at, true)).toBe(false);
  });

  test('once faded it stays faded, and never is while its strength is above the limit', () => {
    const age = fc.double({ min: 0, max: 40 * 365 * day, noNaN: true });
    const memory = fc.record({
      kind: fc.constantFrom(...memoryKinds),
      strength: fc.double({ min: 0, max: 20, noNaN: true }),
      importance: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(memory, age, age, (changes, at, further) => {
        const whole = memoryWith(changes);
        const isGone = fades(changes, at);
        if (isGone) expect(strengthNow(whole, at)).toBeLessThan(faintStrength);
        if (isGone) expect(fades(changes, at + further)).toBe(true);
      }),
    );
  });
});

describe('what is over', () => {
  const goal = {
    kind: 'goal',
    text: 'I want to run the half marathon in October.',
    validTo: 10 * day,
  } as const;
  const over = (changes: Partial<ActiveMemory>, at = 11 * day) => isOver(memoryWith(changes), at);

  test('is a goal or a fact whose last day has gone by, whatever its weight', () => {
    expect(over({ ...goal, importance: 0.9, strength: 5 })).toBe(true);
    expect(over({ kind: 'fact', text: "I'm on antibiotics until Friday.", validTo: 10 * day })).toBe(true);
    expect(over({ ...goal, basis: 'confirmed' })).toBe(true);
  });

  test('is nothing that still holds, or has no last day', () => {
    expect(over(goal, 9 * day)).toBe(false);
    expect(over({ kind: 'goal' }, 1000 * day)).toBe(false);
  });

  test('is nothing that happened, no rule, and nothing the user wrote or pinned', () => {
    expect(over({ kind: 'episode', validTo: day })).toBe(false);
    expect(over({ kind: 'procedure', validTo: day })).toBe(false);
    expect(over({ ...goal, basis: 'written' })).toBe(false);
    expect(over({ ...goal, pinned: true })).toBe(false);
  });
});
