import { describe, expect, it } from 'vitest';
import { gate } from '@/memory/extraction/gate';
import type { Candidate } from '@/memory/types';

const turn = "I'm vegan. I like jazz. My password is hunter2abc.";

function candidate(parts: Partial<Candidate>): Candidate {
  return {
    kind: 'fact',
    text: "I'm vegan.",
    quote: "I'm vegan",
    importance: 0.9,
    confidence: 0.9,
    basis: 'inferred',
    ...parts,
  };
}

describe('the gate', () => {
  it('lets through what the turn says', () => {
    const said = [candidate({}), candidate({ text: 'I like jazz.', quote: 'I like jazz' })];
    expect(gate(said, turn)).toEqual(said);
  });

  it.each([
    ['words the turn does not hold', { quote: "I'm a vegan" }],
    ['no quote', { quote: ' ' }],
    ['no text', { text: '  ' }],
    ['punctuation alone', { text: '.......' }],
    ['too little to mean something', { text: 'I.' }],
    ['more than a sentence', { text: `I like ${'jazz '.repeat(70)}.` }],
    ['a secret in the text', { text: 'My password is hunter2abc.', quote: 'I like jazz' }],
    ['a secret in the quote', { quote: 'My password is hunter2abc' }],
    ['what is left of a secret', { text: 'My password is [secret removed.', quote: 'I like jazz' }],
  ])('stops a candidate with %s', (_, parts) => {
    expect(gate([candidate(parts)], turn)).toEqual([]);
  });

  it('keeps the first of those that say the same', () => {
    const twice = [candidate({}), candidate({ text: "i'm  VEGAN!" })];
    expect(gate(twice, turn)).toEqual([twice[0]]);
  });
});
