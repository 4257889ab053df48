import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupBy } from '@/lib/group-by';
import { sharedShare } from '@/lib/shared-share';

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd')).map((members) => new Set(members));

test('what two sets share is the same from either side, from 0 for nothing to 1 for everything', () => {
  expect(sharedShare(new Set(['a', 'b']), new Set(['b', 'c']))).toBeCloseTo(1 / 3);
  expect(sharedShare(new Set(), new Set())).toBe(0);
  fc.assert(
    fc.property(words, words, (one, other) => {
      const share = sharedShare(one, other);
      expect(share).toBe(sharedShare(other, one));
      expect(share >= 0 && share <= 1).toBe(true);
      if (one.size > 0) expect(sharedShare(one, one)).toBe(1);
    }),
  );
});

test('grouped items keep their order, and none is lost', () => {
  const grouped = groupBy([5, 2, 8, 1, 4], (number) => number % 2);
  expect([...grouped]).toEqual([
    [1, [5, 1]],
    [0, [2, 8, 4]],
  ]);
});
