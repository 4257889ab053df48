import { describe, expect, test, vi } from 'vitest';
import { dayOf } from '@/ui/day';

vi.mock('wxt/browser', () => import('./fake-browser'));

const now = new Date(2026, 10, 22, 9).getTime();

describe('a day is named as a person would', () => {
  test.each([
    ['today', new Date(2026, 10, 22, 0, 1), 'today'],
    ['a late evening before as yesterday, less than a day ago', new Date(2026, 10, 21, 23, 59), 'yesterday'],
    ['within the last week by how long ago', new Date(2026, 10, 16, 23), '6 days ago'],
  ])('%s', (_, at, words) => {
    expect(dayOf(at.getTime(), now)).toEqual({ words, relative: true });
  });

  test.each([
    ['from a week on by its date', new Date(2026, 10, 15), '15 Nov'],
    ['in another year with the year', new Date(2024, 4, 3), '3 May 2024'],
    ['in the future by its date', new Date(2026, 10, 24), '24 Nov'],
  ])('%s', (_, at, words) => {
    expect(dayOf(at.getTime(), now)).toEqual({ words, relative: false });
  });
});
