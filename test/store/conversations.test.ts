import { expect, test } from 'vitest';
import { captured, openEngine, turn } from '../support/open-engine';

const firstPrompt = turn('Hello there', { key: 'm1', position: 1 });

test('a turn is saved once, however often the page sends it', async () => {
  const { store, database } = await openEngine();
  expect(await store.saveTurns(captured([firstPrompt, firstPrompt]), 1)).toBe(1);
  expect(await store.saveTurns(captured([firstPrompt, turn('And on', { key: 'm2' })]), 2)).toBe(1);
  expect(await database.turns.count()).toBe(2);
  expect(await database.conversations.count()).toBe(1);
});

test('two tabs that send the same turns at the same time save them once', async () => {
  const { store, database } = await openEngine();
  await Promise.all([
    store.saveTurns(captured([firstPrompt]), 1),
    store.saveTurns(captured([firstPrompt]), 1),
  ]);
  expect(await database.turns.count()).toBe(1);
});

test('a chat without an id gets its name when the site gives one', async () => {
  const { store, database } = await openEngine();
  const nameless = captured([firstPrompt]);
  const { siteConversationId: _, ...ref } = nameless.conversation;
  await store.saveTurns({ ...nameless, conversation: ref }, 1);
  const before = await store.findConversation(ref);
  await store.saveTurns({ ...nameless, turns: [] }, 2);
  const after = await store.findConversation(nameless.conversation);
  expect(after?.id).toBe(before?.id);
  expect(after?.siteConversationId).toBe('chat-1');
  expect(await database.conversations.count()).toBe(1);
});

test('a chat whose page went away before it had a name is recognised by a turn it shares', async () => {
  const { store, database } = await openEngine();
  const nameless = captured([firstPrompt]);
  await store.saveTurns(
    { ...nameless, conversation: { site: 'chatgpt', provisionalKey: 'page-that-is-gone' } },
    1,
  );
  await store.saveTurns(captured([firstPrompt, turn('And on', { key: 'm2' })]), 2);
  expect(await database.conversations.count()).toBe(1);
  expect(await database.turns.count()).toBe(2);
});

test('a provisional key that now stands for another chat does not mix the two', async () => {
  const { store, database } = await openEngine();
  await store.saveTurns(captured([turn('In chat one')]), 1);
  const other = captured([turn('In chat two')]);
  await store.saveTurns(
    { ...other, conversation: { ...other.conversation, siteConversationId: 'chat-2' } },
    2,
  );
  expect(await database.conversations.count()).toBe(2);
});

test('an edited turn replaces the one at its place, which is kept and no longer waits to be learned from', async () => {
  const { store, database } = await openEngine();
  await store.saveTurns(captured([firstPrompt]), 1);
  await store.saveTurns(captured([turn('Hello again', { key: 'm1b', position: 1 })]), 2);
  const pending = await store.nextPending();
  expect(pending?.turn.text).toBe('Hello again');
  const replaced = await database.turns.filter((row) => row.replacedBy !== undefined).toArray();
  expect(replaced.map((row) => row.key)).toEqual(['m1']);
});

test('turns of one batch are learned from in their order', async () => {
  const { store } = await openEngine();
  await store.saveTurns(captured(Array.from({ length: 20 }, (_, index) => `Turn number ${index}`)), 1);
  for (let index = 0; index < 20; index++) {
    const pending = await store.nextPending();
    expect(pending?.turn.text).toBe(`Turn number ${index}`);
    await store.commit({ learned: { turnIds: [pending?.turn.id ?? ''], at: 2 } });
  }
  expect(await store.nextPending()).toBeUndefined();
});
