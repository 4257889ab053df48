import { expect, test } from 'vitest';
import { miniSearchIndex } from '@/lexical/minisearch-index';
import { captured, draftIn, freshName, openEngine, turn } from '../support/open-engine';

const said = "I'm allergic to shellfish and I moved to Lisbon last month. Can you help me plan my week?";

test('what was said on one site is recalled on another, for a draft that shares no word with it', async () => {
  const { engine, faults } = await openEngine();
  await engine.capture(captured([said]));
  await engine.learn();

  const recall = await engine.recall(draftIn('Suggest a restaurant for Friday dinner'));

  expect(recall.memories.map(({ text }) => text)).toEqual([
    "I'm allergic to shellfish.",
    'I moved to Lisbon in October 2026.',
  ]);
  expect(recall.block).toContain("- I'm allergic to shellfish. (fact, 22 November 2026)");
  expect(recall.injection).toBe('automatic');
  expect(faults).toEqual([]);
});

test('everything is still known after a restart', async () => {
  const name = freshName();
  const before = await openEngine(name);
  await before.engine.capture(captured([said]));
  await before.engine.learn();
  before.close();

  const { engine } = await openEngine(name);
  const { memories } = await engine.recall(draftIn('Suggest a restaurant for Friday dinner'));

  expect(memories).toHaveLength(2);
});

test('turns that were saved but not learned from before a crash are learned from at the next start', async () => {
  const name = freshName();
  const before = await openEngine(name);
  await before.store.saveTurns(captured([said]), 1);
  before.close();

  const { engine } = await openEngine(name);
  await engine.start();
  await engine.learn();

  expect((await engine.recall(draftIn('Suggest a restaurant for dinner'))).memories).toHaveLength(2);
});

test('a conversation is not told again what was said in it or what it was told', async () => {
  const { engine, wait } = await openEngine();
  await engine.capture(captured([said]));
  await engine.learn();
  const draft = draftIn('Suggest a restaurant for Friday dinner');
  const here = draftIn(draft.draft, { site: 'chatgpt', chat: 'chat-1' });
  expect((await engine.recall(here)).memories).toEqual([]);

  const { memories, at } = await engine.recall(draft);
  const used = memories.map(({ id }) => id);
  await engine.report({
    conversation: draft.conversation,
    url: 'https://claude.ai/chat/2',
    title: '',
    used,
    at,
  });

  expect((await engine.recall(draft)).memories).toEqual([]);
  wait(1000);
  await engine.revise(used[0] as string, "I'm allergic to shellfish and peanuts.");
  expect((await engine.recall(draft)).memories.map(({ text }) => text)).toEqual([
    "I'm allergic to shellfish and peanuts.",
  ]);
});

test('memory does not feed on its own block', async () => {
  const { engine, database } = await openEngine();
  await engine.capture(captured([said]));
  await engine.learn();
  const { block } = await engine.recall(draftIn('Suggest a restaurant for Friday dinner'));

  await engine.capture(
    captured([`Suggest a restaurant for Friday dinner\n\n${block}`], { site: 'claude', chat: '9' }),
  );
  await engine.learn();

  expect(await database.memories.count()).toBe(2);
  const turns = await database.turns.toArray();
  expect(JSON.stringify(turns)).not.toContain('Throughline notes');
});

test('the newer value of a single-valued fact takes the place of the older one, which is kept behind it', async () => {
  const { engine, store } = await openEngine();
  await engine.capture(captured(['I live in Porto.']));
  await engine.learn();
  await engine.capture(captured(['I moved to Lisbon.'], { chat: 'later' }));
  await engine.learn();

  const [home] = await store.memoriesByStatus('active');
  expect(home?.text).toBe('I moved to Lisbon.');
  const older = await store.olderVersions(home?.id ?? '');
  expect(older).toMatchObject([{ text: 'I live in Porto.', status: 'superseded', supersededBy: home?.id }]);
});

test('saying the same again reinforces one memory and keeps both sources', async () => {
  const { engine, store } = await openEngine();
  await engine.capture(captured(["I'm allergic to shellfish."]));
  await engine.capture(captured(['By the way, I am allergic to shellfish.'], { chat: 'other' }));
  await engine.learn();

  const memories = await store.memoriesByStatus('active');
  expect(memories).toHaveLength(1);
  expect(memories[0]?.sources).toHaveLength(2);
  expect(memories[0]?.strength).toBeGreaterThan(1);
});

test('a draft that has nothing to do with what is known gets nothing', async () => {
  const { engine } = await openEngine();
  await engine.capture(captured([said]));
  await engine.learn();
  for (const draft of [
    'Write a quicksort in Rust',
    'What is 17 times 23?',
    'Translate "good morning" to Greek',
  ]) {
    expect((await engine.recall(draftIn(draft))).memories).toEqual([]);
  }
});

test('switched off, on one site or on all, nothing is captured and nothing recalled', async () => {
  const { engine, database } = await openEngine();
  await engine.changeSettings({ pausedSites: ['chatgpt'] });
  expect(await engine.capture(captured([said]))).toEqual({ off: true });
  expect(await database.turns.count()).toBe(0);

  await engine.add("I'm allergic to shellfish.");
  await engine.changeSettings({ pausedSites: [], enabled: false });
  expect(await engine.recall(draftIn('Suggest a restaurant'))).toMatchObject({
    injection: 'off',
    memories: [],
    block: '',
  });
});

test('pasted and prefilled words are kept as a turn but nothing is learned from them', async () => {
  const { engine, database } = await openEngine();
  for (const origin of ['pasted', 'prefilled'] as const) {
    await engine.capture(captured([{ key: origin, role: 'user', text: 'I live in Porto.', origin }]));
  }
  await engine.learn();
  expect(await database.turns.count()).toBe(2);
  expect(await database.memories.count()).toBe(0);
});

test('the other way round is another statement', async () => {
  const { engine, store } = await openEngine();
  await engine.capture(captured(['I prefer tea over coffee.']));
  await engine.capture(captured(['I prefer coffee over tea.'], { chat: 'other' }));
  await engine.learn();
  expect(await store.memoriesByStatus('active')).toHaveLength(2);
});

test('an old thread that is opened later does not overrule what is known now', async () => {
  const { engine, store } = await openEngine();
  await engine.capture(captured(['I live in Berlin.']));
  await engine.capture(
    captured([turn('I moved to Lisbon last month.', { origin: 'unknown' })], { chat: 'old' }),
  );
  await engine.capture(captured([turn('I live in Porto.', { origin: 'unknown' })], { chat: 'older' }));
  await engine.learn();
  expect((await store.memoriesByStatus('active')).map(({ text }) => text)).toEqual(['I live in Berlin.']);
});

test('a turn whose learning fails in passing is learned from later', async () => {
  const words = miniSearchIndex();
  let failing = true;
  const search = words.search.bind(words);
  words.search = (...asked) => {
    if (failing) throw new Error('out of order');
    return search(...asked);
  };
  const { engine, store, faults } = await openEngine(freshName(), { ports: { words } });
  await engine.capture(captured(["I'm allergic to nuts."]));
  await expect(engine.learn()).rejects.toThrow('out of order');
  expect(faults).not.toHaveLength(0);
  failing = false;
  await engine.tidy();
  expect(await store.memoriesByStatus('active')).toHaveLength(1);
});
