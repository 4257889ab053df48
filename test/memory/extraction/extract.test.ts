import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toldIn } from '@/memory/extraction/extract';
import { gate } from '@/memory/extraction/gate';
import { phrasesIn } from '@/memory/extraction/judged/phrases';
import { judgeFromDisk } from '../../support/builtin-from-disk';

const at = Date.parse('2026-05-03T12:00:00Z');
const judge = judgeFromDisk();
const told = (text: string) => {
  const agreed = toldIn(text, { at, judge }).filter(({ isAgreed }) => isAgreed);
  return gate(
    agreed.map(({ candidate }) => candidate),
    text,
  );
};

describe('what is told inside a task', () => {
  test.each([
    [
      "can you make a meal plan for the week? we're two adults and a toddler, nothing fancy",
      /toddler/i,
      'fact',
    ],
    ["I'm allergic to shellfish and I moved to Lisbon last month. Dinner ideas?", /shellfish/, 'fact'],
    ['My sister is vegan, what cake do I bake her?', /sister is vegan/, 'fact'],
    ['From now on always give me temperatures in Celsius.', /celsius/i, 'procedure'],
    ["I'm training for a marathon in October, how many long runs a week?", /marathon/, 'goal'],
    ['Ich bin Krankenschwester und arbeite nur nachts. Wann sollte ich essen?', /Krankenschwester/, 'fact'],
  ])('is kept of “%s”', (text, words, kind) => {
    expect(told(text)).toContainEqual(expect.objectContaining({ kind, text: expect.stringMatching(words) }));
  });

  test('says when it was, in the words of the calendar', () => {
    const texts = told("I'm allergic to nuts and I moved to Lisbon last month.").map(({ text }) => text);
    expect(texts.join(' ')).toMatch(/April 2026/);
    expect(texts.join(' ')).not.toMatch(/last month/);
  });
});

describe('nothing is kept', () => {
  test.each([
    'Write a Java program to find the smallest element of an array.',
    'Translate into French: I live in Paris and have two cats.',
    'Setze ins Perfekt: Ich wohne in Graz. Ich esse kein Fleisch.',
    'You are a pirate and I am your cabin boy. I am fourteen and afraid of the sea. Begin.',
    'If I were diabetic, what should I avoid?',
    "D&D. I'm a level 4 halfling rogue, afraid of water.",
    'Do I need a visa if I only change planes in Hanoi?',
  ])('of “%s”', (text) => {
    expect(told(text)).toEqual([]);
  });
});

test('whatever the turn, a candidate quotes exact words of it, and the same turn gives the same', () => {
  const words = fc.constantFrom(
    "I'm vegan",
    'my sister',
    'she is seven',
    ', and ',
    '. ',
    '\n',
    ' (where I live) ',
    'always answer in Celsius',
    'ich wohne in Ulm',
    '"I am a quote"',
    '👍',
    '\u200b',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 12 }), (parts) => {
      const text = parts.join(' ');
      const found = told(text);
      for (const { quote } of found) expect(text).toContain(quote);
      expect(told(text)).toEqual(found);
    }),
  );
});

describe('phrases', () => {
  const texts = (text: string) => phrasesIn(text).map((phrase) => phrase.text);

  test('end at marks, and at a conjunction before somebody’s own statement', () => {
    expect(texts('Dinner for two, my wife is coeliac and I hate beans (no joke)')).toEqual([
      'Dinner for two',
      'my wife is coeliac',
      'I hate beans',
      'no joke',
    ]);
  });

  test('do not part two people who do something together', () => {
    expect(texts('me and my sister walk the coast')).toEqual(['me and my sister walk the coast']);
  });

  test('leave out code and quotations, and stand where they say', () => {
    const text = 'I like tea. "I like rum," he said.\n```\nI = 3\n```\nI like cake.';
    for (const { text: words, start, end } of phrasesIn(text)) expect(text.slice(start, end)).toBe(words);
    expect(texts(text).join(' ')).not.toMatch(/rum|= 3/);
  });
});
