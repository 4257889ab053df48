import { expect, test } from 'vitest';
import { jobFor } from '@/memory/extraction/model/job-for';
import type { Origin, Role } from '@/memory/types';
import { readingOf } from './reading-of';

const jobOf = (text: string, origin: Origin = 'typed', role: Role = 'user') =>
  jobFor({ ...readingOf(text, { origin }).turn, role }, 7);

test.each([
  "I'm retired.",
  'Não como carne.',
  'As a nurse, when do I sleep?',
  'vegan dinner ideas, kid friendly',
  '犬を二匹飼っています。',
  'Thanks! By the way, my sister lives in Oslo.',
  'Why does this fail?\n```js\nconst a = 1;\n```\nI am new to this.',
])('a turn that may tell something of its author is read: %s', (text) => {
  const job = jobOf(text);
  expect(job).toMatchObject({ addedAt: 7, attempts: 0 });
  expect(jobOf(text, 'unknown')).toEqual(job);
});

test.each([
  'Thanks a lot!',
  'ok, go on please',
  'Danke, weiter bitte',
  'const a = 1;\nlet b = 2;\nconsole.log(a + b);',
  '> I live in Rome and I love it there.',
  'Translate this to German: I live in Rome and I love it there.',
  'Pretend you are a pirate. I am your captain and I live in Tortuga.',
  `I live here. ${'All work and no play. '.repeat(3000)}`,
  '12 * 14 / 3',
])('a turn that says nothing of its author is not: %s', (text) => {
  expect(jobOf(text)).toBeUndefined();
});

test('an answer is not read, nor what was pasted or came with a link', () => {
  const text = 'I live in Rome and I love it there.';
  expect(jobOf(text, 'typed', 'assistant')).toBeUndefined();
  expect(jobOf(text, 'pasted')).toBeUndefined();
  expect(jobOf(text, 'prefilled')).toBeUndefined();
});
