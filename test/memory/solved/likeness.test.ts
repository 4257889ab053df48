import { expect, it } from 'vitest';
import { likeness } from '@/memory/solved/likeness';
import { questionWords } from '@/memory/solved/question-words';

const like = (one: string, other: string) => likeness(questionWords(one), questionWords(other));

it.each([
  ['How do I revert a migration in Rails?', 'rails: revert migration'],
  ['turn off the Windows startup sound', 'How do I disable the startup sound of Windows?'],
])('“%s” asks the same as “%s”', (one, other) => {
  expect(like(one, other)).toBe(1);
});

it.each([
  ['Does exit code 137 in Docker mean memory?', 'Does exit code 139 in Docker mean memory?'],
  ['Trains from Porto to Lisbon on Sunday', 'Trains from Lisbon to Porto on Sunday'],
  ['Why is my starter rising overnight?', 'Why is my starter not rising overnight?'],
  ['When should I prune an apple tree?', 'Where should I prune an apple tree?'],
  ['docker compose', 'docker compose volumes'],
  ['What is Docker?', 'How do I use Docker?'],
  ['Is coffee bad for you?', 'Is coffee good for you?'],
])('“%s” does not ask the same as “%s”', (one, other) => {
  expect(like(one, other)).toBe(0);
  expect(like(other, one)).toBe(0);
});

it('is the share of words that both have where only one says more', () => {
  expect(like('renew a residence permit online', 'renew residence permit')).toBeCloseTo(0.75);
});
