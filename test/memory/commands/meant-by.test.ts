import { expect, test } from 'vitest';
import { draftIn, openEngine } from '../../support/open-engine';

const known = [
  'I moved to Lisbon in May 2026.',
  'My sister Ana lives in Lisbon.',
  "I'm allergic to shellfish.",
  "I'm allergic to nuts.",
  'I play the cello.',
  'My cello teacher Rui comes on Mondays and brings his own stand.',
  'I drive a red Fiat Panda.',
  'I used to drive a Golf.',
  'I prefer short answers.',
  'Meine Schwester heißt Klara.',
  'J’ai peur des chiens.',
  'Toco la guitarra en un grupo.',
];

test.each<[string, string[]]>([
  ['forget that I live in Lisbon', ['I moved to Lisbon in May 2026.']],
  ["forget that I'm allergic to shellfish", ["I'm allergic to shellfish."]],
  ["forget that I'm allergic to anything", []],
  ['forget that I play the cello', ['I play the cello.']],
  ['forget about my cello teacher', ['My cello teacher Rui comes on Mondays and brings his own stand.']],
  ['forget everything about my sister Ana', ['My sister Ana lives in Lisbon.']],
  [
    'forget everything you know about Rui',
    ['My cello teacher Rui comes on Mondays and brings his own stand.'],
  ],
  ['forget that I drive a Fiat', ['I drive a red Fiat Panda.']],
  ['forget my dentist', []],
  ['vergiss alles über meine Schwester', ['Meine Schwester heißt Klara.']],
  ["oublie que j'ai peur des chiens", ['J’ai peur des chiens.']],
  ['olvida que toco la guitarra', ['Toco la guitarra en un grupo.']],
])('%s', async (draft, texts) => {
  const { engine } = await openEngine();
  await engine.store(known.map((text) => ({ text })));
  const prospect = await engine.command(draftIn(draft));
  expect(prospect?.do === 'forget' && prospect.memories.map(({ text }) => text)).toEqual(texts);
});
