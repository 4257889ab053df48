import { describe, expect, test } from 'vitest';
import { subjectsOf } from '@/memory/recall/names';
import { namedRelation, relationsIn } from '@/memory/recall/relations';

describe('the people of a life', () => {
  test.each([
    ['My husband Paolo has Parkinson’s.', { relation: 'husband', name: 'paolo' }],
    ['Our daughter is called Élodie.', { relation: 'daughter', name: 'elodie' }],
    ['My younger sister Ana lives in Porto.', { relation: 'sister', name: 'ana' }],
    ['My mum, Ruth, turned 70.', { relation: 'mother', name: 'ruth' }],
    ['My wife works nights.', undefined],
    ['I met a husband called Paolo.', undefined],
  ])('%s', (text, expected) => {
    expect(namedRelation(text)).toEqual(expected);
  });

  test('are known by what they are to the user, whatever word is used', () => {
    expect([...relationsIn('a present for my mum and our little boy')]).toEqual(['mother']);
    expect([...relationsIn('dinner with the wife')]).toEqual(['wife']);
    expect([...relationsIn('what is a sister ship?')]).toEqual([]);
  });

  test('are whom a sentence begins with', () => {
    expect([...subjectsOf('My father has gout.')]).toContain('father');
    expect([...subjectsOf('Caroline: Hey Mel, how are you?')]).toEqual(['caroline']);
    expect([...subjectsOf('I love the Alps in May.')]).toEqual(['alps']);
  });
});
