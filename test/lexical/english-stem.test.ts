import fc from 'fast-check';
import { expect, test } from 'vitest';
import { englishStem } from '@/lib/english-stem';

test.each([
  ['hike hikes hiked hiking'],
  ['plan plans planned planning'],
  ['dance dances danced dancing'],
  ['manage manages managed managing'],
  ['study studies studied studying'],
  ['call calls called calling'],
  ['box boxes boxed boxing'],
  ['watch watches watched watching'],
  ['visit visits visited visiting'],
  ['allergy allergies'],
  ['recipe recipes'],
])('brings the forms “%s” together', (forms) => {
  expect(new Set(forms.split(' ').map(englishStem)).size).toBe(1);
});

test.each([
  ['plan', 'plane'],
  ['hop', 'hope'],
  ['ring', 'rose'],
])('keeps “%s” and “%s” apart', (one, other) => {
  expect(englishStem(one)).not.toBe(englishStem(other));
});

test.each(['need', 'speed', 'king', 'spring', 'glass', 'virus', 'bus', 'москва', 'straße', '2025'])(
  'leaves “%s” as it is',
  (word) => {
    expect(englishStem(word)).toBe(word);
  },
);

// Porter2 takes the s of “aas”: a vowel stands before the letter before it.
test('leaves two letters of every word that has them', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
      expect(englishStem(word).length).toBeGreaterThanOrEqual(Math.min(word.length, 2));
    }),
  );
});
