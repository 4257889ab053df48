import { expect, test } from 'vitest';
import { sentences } from '@/memory/extraction/sentences';

const cut = (text: string) => [...sentences({ text, start: 0 })].map((one) => one.text.trim());

test('sentences typed in lower case are parted', () => {
  expect(cut('my son loves lifts. any museum with a big one? thanks')).toEqual([
    'my son loves lifts.',
    'any museum with a big one?',
    'thanks',
  ]);
});

test.each([
  'Two minutes max. for the speech',
  'We saw Dr. Brown about it',
  'Einweihung am 9. Mai im Vereinsheim',
  'Around 3.5 km of it, i.e. half the way',
])('“%s” is one sentence', (text) => {
  expect(cut(text)).toEqual([text]);
});

test('a list that ends in “etc.” ends its sentence before a capital', () => {
  expect(cut('We grow kale, leeks etc. I live in Bergen.')).toHaveLength(2);
});

test('together they are the line', () => {
  const line = { text: 'one two. three four! Five six.  seven', start: 10 };
  const parts = [...sentences(line)];
  expect(parts.map(({ text }) => text).join('')).toBe(line.text);
  for (const { text, start } of parts) expect(line.text.startsWith(text, start - line.start)).toBe(true);
});
