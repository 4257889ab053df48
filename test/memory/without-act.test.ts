import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strengthen, strengthNow } from '@/memory/strength';
import type { Memory, Source } from '@/memory/types';
import { withoutAct } from '@/memory/without-act';
import { memoryWith } from './recall/memory-with';

const day = 86_400_000;
const said = (at: number): Source => ({ from: 'hand', at });

/** What single acts do to a memory, at a time. */
const acts: Record<string, (memory: Memory, at: number) => Memory> = {
  say: (memory, at) => ({ ...strengthen(memory, 1, at), sources: [...memory.sources, said(at)] }),
  use: (memory, at) => ({ ...strengthen(memory, 0.2, at), uses: memory.uses + 1, lastUsedAt: at }),
  dismiss: (memory, at) => ({
    ...memory,
    dismissedFor: [...(memory.dismissedFor ?? []), { words: ['slugs'], at }],
  }),
  pin: (memory) => ({ ...memory, pinned: true }),
  revise: (memory, at) => ({ ...memory, text: 'I grow beans.', updatedAt: at }),
  archive: (memory, at) => ({ ...memory, status: 'archived', archivedAt: at }) as Memory,
};
const name = fc.constantFrom(...Object.keys(acts));
const play = (of: string, memory: Memory, at: number) => acts[of]?.(memory, at) ?? memory;

describe('a memory without one act', () => {
  test('that was the last one is what it was, to the letter', () => {
    fc.assert(
      fc.property(fc.array(name), name, (earlier, last) => {
        const before = earlier.reduce<Memory>(
          (memory, one, index) => play(one, memory, index * day),
          memoryWith(),
        );
        const after = play(last, before, 100 * day);
        expect(withoutAct(after, { before, after }, 200 * day)).toEqual(before);
      }),
    );
  });

  test('is as if only the other acts had been', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 2 }), ([one = '', other = '']) => {
        const now = 50 * day;
        const before = memoryWith({ strengthAt: day });
        const after = play(one, before, 10 * day);
        const back = withoutAct(play(other, after, 20 * day), { before, after }, now);
        const alone = play(other, before, 20 * day);
        const bare = ({ strength: _, strengthAt: __, ...rest }: Memory) => rest;
        expect(back && bare(back)).toEqual(bare(alone));
        expect(back && strengthNow(back, now)).toBeCloseTo(strengthNow(alone, now), 9);
      }),
    );
  });

  test('cannot be told where the same was changed again', () => {
    const before = memoryWith();
    const after = { ...before, text: 'I grow beans.', updatedAt: 1 };
    expect(
      withoutAct({ ...after, text: 'I grow peas.', updatedAt: 2 }, { before, after }, 3),
    ).toBeUndefined();
  });

  test('has again what the act dropped, in its place', () => {
    const before = memoryWith({ sources: [said(1), said(2), said(3)] });
    const after = { ...before, sources: [said(1), said(3), said(4)] };
    const later = { ...after, sources: [...after.sources, said(5)] };
    expect(withoutAct(later, { before, after }, 6)?.sources.map(({ at }) => at)).toEqual([1, 2, 3, 5]);
  });
});
