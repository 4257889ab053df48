import { describe, expect, test } from 'vitest';
import { categoriesOf } from '@/memory/categories-of';
import { placerFromDisk } from '../support/builtin-from-disk';

const placer = placerFromDisk();
const of = (text: string) => [...categoriesOf({ text }, placer)];

const sentences = {
  contacts: ['Reach me at ana@example.org.', 'My flat is at 12 Rose Street.'],
  health: [
    'I get hives from peanuts.',
    'I was told that I have high cholesterol.',
    'My psychiatrist changed my dose.',
    "I'm on beta blockers.",
    'Ich bin schwanger.',
    'Je prends un antidépresseur.',
    'Tenho asma desde pequeno.',
    'Soy alérgica a los gatos.',
    'Soffro di depressione.',
  ],
  finances: [
    'I have 12,000 euros left on my student loan.',
    'I put 300 a month into a savings account.',
    'My take-home pay is 2,900.',
    'Ich habe Schulden bei der Bank.',
    'Mon salaire est de 2 300 euros.',
    'Mi sueldo es de 1.800 euros.',
    'O meu salário é de 1500 euros.',
  ],
  beliefs: [
    'I go to mass every Sunday at my church.',
    'I voted for the Social Democrats.',
    'I converted to Islam in 2015.',
    'Ich bin aus der Kirche ausgetreten.',
    'Je suis athée.',
    'Soy católico practicante.',
    'Sono buddista.',
  ],
  location: [
    'I live in a small town near Ghent.',
    'We moved to Valencia in May.',
    'Ich wohne in Graz.',
    "J'habite à Lyon.",
    'Vivo en Bilbao.',
    'Moro em Recife.',
    'Abito a Torino.',
  ],
  people: [
    'My brother Luca drives a truck.',
    'My manager wants weekly reports.',
    'My daughter started school.',
    'Unsere Nachbarin spielt Geige.',
    'Meine Oma wird achtzig.',
    'Ma collègue part en mars.',
    'Mi hermano vive en Quito.',
    'O meu filho tem sete anos.',
    'Mia sorella studia medicina.',
  ],
  intimacy: [
    "I'm a lesbian.",
    "I'm separated from my husband.",
    'I met someone on Tinder.',
    'I broke up with him in June.',
    'Ich bin verheiratet.',
    'Je suis célibataire.',
    'Estoy divorciada.',
    'Sou casado.',
  ],
} as const;

const ofNone = [
  'I prefer short answers.',
  'I write Rust at work.',
  'I play the trumpet.',
  'I drive an old Volvo.',
  "I'm learning Polish.",
  'I like bitter chocolate.',
  'I want to run a half marathon.',
  'Always use metric units.',
  'My keyboard is split.',
  'I have two parrots.',
  'I get up at six.',
  'I am writing a thriller.',
  'Ich spiele Handball.',
  'Je fais du vélo.',
  'Prefiero respuestas cortas.',
  'I hate mayonnaise.',
  'I work as a welder.',
  'I support Benfica.',
  'I studied geology.',
  "I'm going to Iceland in May.",
];

describe.each(Object.entries(sentences))('%s', (category, texts) => {
  test.each(texts)('"%s"', (text) => {
    expect(of(text)).toContain(category);
  });
});

describe('no category', () => {
  test.each(ofNone)('"%s"', (text) => {
    expect(of(text)).toEqual([]);
  });
});

test('a natural key tells what the words do not, and the quote of a contact counts', () => {
  expect([...categoriesOf({ text: 'Porto, since May.', key: 'home' }, placer)]).toContain('location');
  const quote = 'I play chess, write to ana@example.org';
  expect([...categoriesOf({ text: 'I play chess.', quote }, placer)]).toEqual(['contacts']);
});
