import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractByRules } from '@/memory/extraction/extract-by-rules';
import { gate } from '@/memory/extraction/gate';

interface ExampleTurn {
  text: string;
  at: string;
  expected: string[];
}

const turns: ExampleTurn[] = JSON.parse(readFileSync(new URL('turns.json', import.meta.url), 'utf8'));
const at = Date.parse('2026-11-22T12:00:00Z');
const learned = (text: string) => gate(extractByRules(text, { at }), text);
const texts = (text: string) => learned(text).map((candidate) => candidate.text);

describe('what a turn says about its author', () => {
  it.each(turns.filter(({ expected }) => expected.length > 0))('is read off $text', (turn) => {
    const found = gate(extractByRules(turn.text, { at: Date.parse(turn.at) }), turn.text);
    expect(found.map(({ text }) => text)).toEqual(turn.expected);
  });

  it.each(turns.filter(({ expected }) => expected.length === 0))('is nothing in $text', (turn) => {
    expect(extractByRules(turn.text, { at: Date.parse(turn.at) })).toEqual([]);
  });

  it('carries kind, key, quote and the time it began', () => {
    const text = "I'm allergic to shellfish and I moved to Lisbon last month. Can you help me plan my week?";
    const [allergy, home, ...rest] = learned(text);
    expect(rest).toEqual([]);
    expect(allergy).toMatchObject({
      kind: 'fact',
      text: "I'm allergic to shellfish.",
      quote: "I'm allergic to shellfish",
      importance: 0.95,
      basis: 'inferred',
    });
    expect(allergy?.key).toBeUndefined();
    expect(home).toMatchObject({
      kind: 'fact',
      key: 'home',
      text: 'I moved to Lisbon in October 2026.',
      quote: 'I moved to Lisbon last month',
      importance: 0.7,
    });
    expect(new Date(home?.validFrom ?? 0).getFullYear()).toBe(2026);
    expect(new Date(home?.validFrom ?? 0).getMonth()).toBe(9);
  });

  it.each([
    ['My name is Priya.', 'name'],
    ['Call me Sam.', 'name'],
    ["I'm based in Ghent.", 'home'],
    ['I work for Bosch.', 'employer'],
    ["I'm a midwife.", 'occupation'],
    ['My birthday is on 3 March.', 'birthday'],
    ['My wife is called Marta.', 'partner'],
    ["I'm 42 years old.", 'age'],
    ['Ich wohne in Leipzig.', 'home'],
  ])('files %s under the key %s', (text, key) => {
    expect(learned(text).map((candidate) => candidate.key)).toEqual([key]);
  });

  it('gives no key to what can hold beside others', () => {
    for (const text of [
      'I like chess.',
      'I used to live in Madrid.',
      "I'm allergic to nuts.",
      'I have two cats.',
    ]) {
      expect(learned(text).map((candidate) => candidate.key)).toEqual([undefined]);
    }
  });

  it('ranks what can harm above what is merely liked', () => {
    const importance = (text: string) => learned(text)[0]?.importance ?? Number.NaN;
    expect(importance('I have a peanut allergy.')).toBeGreaterThan(importance('I work at the port.'));
    expect(importance('I work at the port.')).toBeGreaterThan(importance('I like jazz.'));
  });

  it.each([
    ['I got a dog yesterday.', 'I got a dog on 21 November 2026.'],
    ['I quit smoking in March.', 'I quit smoking in March 2026.'],
    ['Last month, I moved to Lisbon.', 'In October 2026, I moved to Lisbon.'],
    ['I moved to Lisbon in 2019.', 'I moved to Lisbon in 2019.'],
  ])('puts the calendar into %s', (text, expected) => {
    expect(texts(text)).toEqual([expected]);
  });

  it('does not take a word of a title for a date', () => {
    expect(texts('I love The Day After Tomorrow.')).toEqual(['I love The Day After Tomorrow.']);
  });
});

describe('a quote', () => {
  it('keeps the written words where the text has plain ones', () => {
    const text = 'I\u2019m aller\u00adgic to pa\u0301pricas.';
    const [candidate] = learned(text);
    expect(candidate?.quote).toBe('I\u2019m aller\u00adgic to pa\u0301pricas');
    expect(candidate?.text).toBe("I'm allergic to p\u00e1pricas.");
  });
});

const statement = fc.constantFrom(
  "I'm allergic to nuts",
  'i live in Porto',
  'I don\u2019t like olives',
  'my name is Ana',
  'Je m\u2019appelle Zo\u00e9',
  'always answer in German',
  'My son is 4',
  'I want to learn Dutch by next year',
);
const glue = fc.constantFrom(
  '. ',
  ', ',
  ' and ',
  '? ',
  '\n',
  ' \u{1f389} ',
  '; ',
  ' "',
  '\u200b',
  ' (',
  ' - ',
  '> ',
  '```',
  '',
);
const talk = fc
  .array(fc.tuple(fc.oneof(statement, fc.string({ unit: 'grapheme', maxLength: 12 })), glue), {
    maxLength: 12,
  })
  .map((parts) => parts.flat().join(''));

/** Any 16-bit units, lone surrogates included. */
const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
  .map((units) => `I ${String.fromCharCode(...units)}`);

describe('any text', () => {
  it('gives quotes that are its own words, and whole sentences', () => {
    fc.assert(
      fc.property(fc.oneof(talk, codeUnits), (text) => {
        for (const candidate of extractByRules(text, { at })) {
          expect(text).toContain(candidate.quote);
          expect(candidate.quote).not.toBe('');
          expect(candidate.text).toMatch(/[.!?。！？]$/u);
          expect(candidate.importance).toBeGreaterThan(0);
          expect(candidate.importance).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is read the same way twice', () => {
    fc.assert(
      fc.property(talk, (text) => {
        expect(extractByRules(text, { at })).toEqual(extractByRules(text, { at }));
      }),
    );
  });

  it('yields memories that say the same when they are read themselves', () => {
    for (const turn of turns) {
      for (const text of texts(turn.text)) expect(texts(text)).toEqual([text]);
    }
  });

  it.each([
    ['one endless word', 'a'.repeat(1e6)],
    ['statements without end', 'I like jazz. '.repeat(80_000)],
    ['a line for every word', 'I\n'.repeat(5e5)],
    ['unclosed quotation marks', '"I '.repeat(3e5)],
    ['brackets', '((('.repeat(3e5)],
    ['spaces', ' '.repeat(1e6)],
    ['Chinese', '\u6211\u559c\u6b61\u722c\u5c71\u3002'.repeat(1.5e5)],
    ['separate accents', 'I e\u0301 '.repeat(2e5)],
  ])(
    'of a million characters is read within seconds: %s',
    (_, text) => {
      expect(extractByRules(text, { at }).length).toBeLessThan(2_000);
    },
    5_000,
  );

  it('is read no further than the first twenty thousand characters', () => {
    const filler = 'The weather was as it always is there. '.repeat(600);
    expect(texts(`I like jazz. ${filler}`)).toEqual([]);
    const lines = filler.replaceAll('. ', '.\n');
    expect(texts(`I like jazz.\n${lines}I like chess.`)).toEqual(['I like jazz.']);
  });
});
