import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentWords } from '@/lib/content-words';
import { isDismissedFor, withDismissal } from '@/memory/recall/dismissed';

const day = 86_400_000;
const query = (draft: string) => ({ words: contentWords(draft) });
const dismissedFor = (...drafts: string[]) =>
  drafts.reduce<ReturnType<typeof withDismissal>>(
    (dismissals, draft, at) => withDismissal(dismissals, query(draft), at),
    [],
  );

describe('a memory that was turned down for a draft', () => {
  const dismissals = { dismissedFor: dismissedFor('Suggest a restaurant for Friday dinner') };

  it.each([
    'Suggest a restaurant for Friday dinner',
    'Recommend some good restaurants for dinner on Saturday',
    'Restaurant?',
  ])('is so for one about the same: %s', (draft) => {
    expect(isDismissedFor(dismissals, query(draft), 1)).toBe(true);
  });

  it.each([
    'Suggest a book for the train',
    'Suggest a hotel for Friday',
    'Plan a week of dinners that children like to cook',
    '',
  ])('is not so for another: %s', (draft) => {
    expect(isDismissedFor(dismissals, query(draft), 1)).toBe(false);
  });

  it('is welcome again after half a year', () => {
    const draft = query('Suggest a restaurant for Friday dinner');
    expect(isDismissedFor(dismissals, draft, 179 * day)).toBe(true);
    expect(isDismissedFor(dismissals, draft, 180 * day)).toBe(false);
  });
});

it('a draft without words has no topic', () => {
  expect(withDismissal([], query('???'), 0)).toEqual([]);
});

it('the same topic is kept once, with the time of the last', () => {
  const [only, ...others] = dismissedFor('dinner with Anna', 'dinner with Anna');
  expect(only?.at).toBe(1);
  expect(others).toEqual([]);
});

it('keeps few stems of the last eight drafts, in no order of theirs', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 600 }), { maxLength: 20 }), (drafts) => {
      const dismissals = dismissedFor(...drafts);
      expect(dismissals.length).toBeLessThanOrEqual(8);
      for (const { words, at } of dismissals) {
        expect(words.length).toBeLessThanOrEqual(40);
        expect(words).toEqual([...words].sort());
        const stems = contentWords(drafts[at] ?? '');
        expect(words.filter((word) => !stems.has(word))).toEqual([]);
      }
    }),
  );
});

it('the draft that a memory was turned down for last is always one of the same topic', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 200 }), { maxLength: 12 }), fc.string(), (drafts, last) => {
      const dismissals = withDismissal(dismissedFor(...drafts), query(last), drafts.length);
      const hasTopic = contentWords(last).size > 0;
      expect(isDismissedFor({ dismissedFor: dismissals }, query(last), drafts.length)).toBe(hasTopic);
    }),
  );
});
