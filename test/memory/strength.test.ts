import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fading, halfLifeMs, leastStrength, strengthen, strengthNow, weaken } from '@/memory/strength';
import type { ActiveMemory, MemoryKind } from '@/memory/types';

const kinds = Object.keys(halfLifeMs) as MemoryKind[];
const kind = fc.constantFrom(...kinds);
const age = fc.double({ min: 0, max: 20 * 365 * 86_400_000, noNaN: true });
const amount = fc.double({ min: 0, max: 50, noNaN: true });

describe('fading', () => {
  test.each(kinds)('a %s is whole at first, half after a half-life and a quarter after two', (one) => {
    expect(fading(one, 0)).toBe(1);
    expect(fading(one, halfLifeMs[one])).toBe(0.5);
    expect(fading(one, 2 * halfLifeMs[one])).toBe(0.25);
  });

  test('never grows with age, never leaves 0 to 1, and each half-life takes a half', () => {
    fc.assert(
      fc.property(kind, age, age, (one, earlier, further) => {
        const before = fading(one, earlier);
        expect(fading(one, earlier + further)).toBeLessThanOrEqual(before);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(1);
        expect(fading(one, earlier + halfLifeMs[one])).toBeCloseTo(before / 2, 10);
      }),
    );
  });

  test('a clock that was set back makes nothing stronger than new', () => {
    fc.assert(
      fc.property(kind, age, (one, ahead) => {
        expect(fading(one, -ahead)).toBe(1);
      }),
    );
  });

  test('an episode fades before a goal, a goal before what somebody is', () => {
    const byHalfLife = [...kinds].sort((one, other) => halfLifeMs[one] - halfLifeMs[other]);
    expect(byHalfLife.slice(0, 2)).toEqual(['episode', 'goal']);
  });
});

describe('strength', () => {
  test('does not depend on how often it is looked at', () => {
    fc.assert(
      fc.property(kind, amount, age, age, (one, strength, first, second) => {
        const memory = memoryOf(one, strength);
        const between = strengthen(memory, 0, first);
        expect(strengthNow(between, first + second)).toBeCloseTo(strengthNow(memory, first + second), 8);
      }),
    );
  });

  test('grows by what is added, at the time it is added', () => {
    fc.assert(
      fc.property(kind, amount, amount, age, (one, strength, by, now) => {
        const memory = memoryOf(one, strength);
        expect(strengthNow(strengthen(memory, by, now), now)).toBeCloseTo(strengthNow(memory, now) + by, 8);
      }),
    );
  });

  test('falls by what is taken, yet not below the least, and never grows by being weakened', () => {
    fc.assert(
      fc.property(kind, amount, amount, age, (one, strength, by, now) => {
        const memory = memoryOf(one, strength);
        const before = strengthNow(memory, now);
        const after = strengthNow(weaken(memory, by, now), now);
        expect(after).toBeLessThanOrEqual(before);
        expect(after).toBeGreaterThanOrEqual(Math.min(before, leastStrength));
      }),
    );
  });
});

function memoryOf(one: MemoryKind, strength: number): ActiveMemory {
  return { kind: one, strength, strengthAt: 0 } as ActiveMemory;
}
