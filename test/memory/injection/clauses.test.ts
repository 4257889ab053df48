import { expect, test } from 'vitest';
import { clauseOf, joinClauses } from '@/memory/injection/clauses';

const joined = (...sentences: string[]) => joinClauses(sentences.map((sentence) => clauseOf(sentence)));

test.each([
  [['I live in Lisbon.'], 'I live in Lisbon.'],
  [['I live in Lisbon.', "I'm allergic to nuts."], 'I live in Lisbon and am allergic to nuts.'],
  [
    ["I'm a nurse.", 'I live in Porto', 'I’ve been to Japan.'],
    "I'm a nurse, live in Porto and have been to Japan.",
  ],
  [
    ['Ich wohne in Köln.', 'Ich bin allergisch gegen Nüsse.'],
    'Ich wohne in Köln und bin allergisch gegen Nüsse.',
  ],
  [['Vivo en Madrid.', 'Soy alérgico a las nueces.'], 'Vivo en Madrid; soy alérgico a las nueces.'],
  [["J'habite à Lyon.", 'Je suis végétarien.'], "J'habite à Lyon; je suis végétarien."],
  [['My sister is called Ana.', 'I live in Porto.'], 'I live in Porto; my sister is called Ana.'],
  [['Ana is my sister.', 'Porto is where I live.'], 'Ana is my sister; Porto is where I live.'],
  [['I like tea and cake.', 'I live in Porto.'], 'I live in Porto; I like tea and cake.'],
])('sentences become one: %j', (sentences, sentence) => {
  expect(joined(...sentences)).toBe(sentence);
});

test('a "not" or a "want to" holds for its own sentence alone', () => {
  expect(joined("I don't eat meat.", 'I live in Porto.')).toBe("I live in Porto and don't eat meat.");
  expect(joined("I don't eat meat.", "I'm not a morning person.")).toBe(
    "I don't eat meat; I'm not a morning person.",
  );
  expect(joined('I want to learn Greek.', 'I play the cello.')).toBe(
    'I play the cello and want to learn Greek.',
  );
});

test('an order becomes a request, and other rules stay what they are', () => {
  const rules = ['Always answer in euros.', 'When I ask for code, use TypeScript.', 'Keep it short.'];
  expect(joinClauses(rules.map((rule) => clauseOf(rule, { isRule: true })))).toBe(
    'Please always answer in euros; when I ask for code, use TypeScript; please keep it short.',
  );
});

test('a question stays one, and an abbreviation keeps its full stop', () => {
  expect(joined('Why me?')).toBe('Why me?');
  expect(joined('I get up at 5 a.m.', 'I live in Porto.')).toBe('I get up at 5 a.m. and live in Porto.');
});
