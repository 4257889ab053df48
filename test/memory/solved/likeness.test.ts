import { expect, it } from 'vitest';
import { asksSame } from '@/memory/solved/likeness';
import { questionWords } from '@/memory/solved/question-words';

const isSame = (one: string, other: string) => asksSame(questionWords(one), questionWords(other));

it.each([
  ['How do I revert a migration in Rails?', 'rails: revert migration'],
  ['turn off the Windows startup sound', 'How do I disable the startup sound of Windows?'],
])('“%s” asks the same as “%s”', (one, other) => {
  expect(isSame(one, other)).toBe(true);
  expect(isSame(other, one)).toBe(true);
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
  expect(isSame(one, other)).toBe(false);
  expect(isSame(other, one)).toBe(false);
});

it('one may be a little narrower than the other, and no more', () => {
  const asked = 'How do I renew a residence permit in Portugal?';
  expect(isSame(asked, 'How do I renew a residence permit in Portugal online?')).toBe(true);
  expect(isSame(asked, 'How do I renew a residence permit in Portugal online as a student?')).toBe(false);
});
