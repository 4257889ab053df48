import { expect, test } from 'vitest';
import { expandQuery } from '@/memory/assist/expand-query';
import { askNobody, askSaying } from './asked';

test('a model names further things to look for, a few and short ones', async () => {
  const answer = JSON.stringify({
    queries: [
      'food allergies',
      ' where I  live ',
      'dinner',
      7,
      '',
      '!!',
      'x'.repeat(200),
      'food allergies',
      'a fourth',
      'a fifth',
    ],
  });
  expect(await expandQuery('dinner', askSaying(answer))).toEqual([
    'food allergies',
    'where I live',
    'a fourth',
  ]);
});

test.each(['', 'food allergies', '{"queries":"food"}', '{"queries":{}}', '{}', '7'])(
  'nothing is looked for where the answer is %s',
  async (answer) => {
    expect(await expandQuery('dinner', askSaying(answer))).toEqual([]);
  },
);

test('nothing is looked for where nobody answers', async () => {
  expect(await expandQuery('dinner', askNobody)).toEqual([]);
});
