import { expect, it } from 'vitest';
import { periodWords } from '@/page/period-words';

const now = new Date(2026, 10, 22);

it.each([
  ['2026-03-01/2026-03-31', 'March'],
  ['2025-02-01/2025-02-28', 'February 2025'],
  ['2023-01-01/2023-12-31', '2023'],
  ['2026-05-03/2026-05-03', '3 May'],
  ['2025-05-03/2025-05-03', '3 May 2025'],
  // The dash of a range has thin spaces beside it.
  ['2026-11-16/2026-11-22', '16\u2009–\u200922 November'],
])('%s is %s', (days, words) => {
  expect(periodWords(days, 'en-GB', now)).toBe(words);
});

it('in the language of the texts', () => {
  expect(periodWords('2026-03-01/2026-03-31', 'de', now)).toBe('März');
});

it('what is no period stands as it is', () => {
  expect(periodWords('soon', 'en', now)).toBe('soon');
});
