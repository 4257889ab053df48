import { expect, it } from 'vitest';
import { asksItself } from '@/memory/solved/asked-in';

it.each([
  'How do I tie a bowline knot?',
  'vegan lasagna recipe',
  "TypeError: Cannot read properties of undefined (reading 'map')",
  'I use Postgres for my shop. Explain how I add an index to a big table.',
])('“%s” asks at the beginning of a conversation', (text) => {
  expect(asksItself(text, true)).toBe(true);
});

it.each(['Thanks!', 'Thank you so much, that was it', 'Hi', 'ok', ''])('“%s” never asks', (text) => {
  expect(asksItself(text, true)).toBe(false);
  expect(asksItself(text, false)).toBe(false);
});

it.each(['Berlin, and vegetarian', 'Yes, the second one please', 'Can you make it shorter?', 'Why is that?'])(
  '“%s” belongs to what was said before it',
  (text) => {
    expect(asksItself(text, false)).toBe(false);
  },
);

it('a later turn that stands for itself asks', () => {
  expect(asksItself('And how do I freeze the top row in Excel?', false)).toBe(true);
});
