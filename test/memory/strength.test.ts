import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastStrength, strengthen, strengthNow, strengthOf, weaken } from '@/memory/strength';
import { memoryWith } from './recall/memory-with';

const acts = fc.array(
  fc.record({
    what: fc.constantFrom(...(Object.keys(strengthOf) as (keyof typeof strengthOf)[])),
    afterMs: fc.integer({ min: 0, max: 400 * 86_400_000 }),
  }),
  { maxLength: 30 },
);

it('feedback moves strength in its direction and never below the least, whatever the order', () => {
  fc.assert(
    fc.property(acts, (steps) => {
      let memory = memoryWith();
      let now = 0;
      for (const { what, afterMs } of steps) {
        now += afterMs;
        const before = strengthNow(memory, now);
        const by = strengthOf[what];
        memory = by < 0 ? weaken(memory, -by, now) : strengthen(memory, by, now);
        if (by < 0) expect(memory.strength).toBeLessThanOrEqual(before);
        else expect(memory.strength).toBeCloseTo(before + by, 9);
        expect(memory.strength).toBeGreaterThanOrEqual(Math.min(before, leastStrength));
      }
    }),
  );
});

it('a thumb down does not lift what has faded further than it could take it', () => {
  const faded = memoryWith({ strength: 0.01 });
  expect(weaken(faded, 0.5, 0).strength).toBe(0.01);
});
