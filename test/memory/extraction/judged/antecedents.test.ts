import { describe, expect, test } from 'vitest';
import { withAntecedent } from '@/memory/extraction/judged/antecedents';

describe('a statement that begins with a pronoun', () => {
  test.each([
    ['My brother moved to Oslo. ', 'He works in shipping', 'My brother works in shipping'],
    ['gift for my niece Tilda? ', "she's mad about axolotls", 'my niece Tilda is mad about axolotls'],
    ['My dad has a boat. ', "he's got a bad hip", 'My dad has got a bad hip'],
    ['present for my brother-in-law, ', "he's a prison officer", 'my brother-in-law is a prison officer'],
    ['Our kids love soup. ', "They're both under five", 'Our kids are both under five'],
    ['My mum and my son came. ', 'she eats no pork', 'My mum eats no pork'],
  ])('%s%s', (before, words, told) => {
    expect(withAntecedent(words, before)).toBe(told);
  });

  test('tells nothing where nobody before it can be meant', () => {
    expect(withAntecedent("She's seven", 'What is a good present?')).toBeUndefined();
    expect(withAntecedent('He sings', 'My sister came.')).toBeUndefined();
  });
});

test('any other statement is left as it is', () => {
  expect(withAntecedent("I'm vegan", 'My sister came.')).toBe("I'm vegan");
  expect(withAntecedent('Sherbet is nice', 'My sister came.')).toBe('Sherbet is nice');
});
