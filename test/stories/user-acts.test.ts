import { expect, test } from 'vitest';
import { takeBackMs } from '@/memory/acts';
import { captured, draftIn, openEngine } from '../support/open-engine';

const everythingOnDisk = async (database: Awaited<ReturnType<typeof openEngine>>['database']) =>
  JSON.stringify(await Promise.all(database.tables.map((table) => table.toArray())));

test('a memory written by hand is kept to the letter and found by meaning and by unfinished words', async () => {
  const { engine } = await openEngine();
  const memory = await engine.add('my wheelchair needs step-free access', 'fact');
  expect(memory).toMatchObject({
    text: 'my wheelchair needs step-free access',
    basis: 'written',
    kind: 'fact',
  });
  expect(await engine.search('wheelch')).toEqual([memory.id]);
});

test('a revised memory is found by its new words only', async () => {
  const { engine } = await openEngine();
  const { id } = await engine.add('I play the cello');
  await engine.revise(id, 'I play the oboe');
  expect(await engine.search('cello')).toEqual([]);
  expect(await engine.search('oboe')).toEqual([id]);
});

test('an archived memory is neither recalled nor found until it is restored', async () => {
  const { engine } = await openEngine();
  const { id } = await engine.add("I'm allergic to shellfish.");
  await engine.archive([id]);
  expect((await engine.recall(draftIn('Suggest a restaurant for dinner'))).memories).toEqual([]);
  await engine.restore([id]);
  expect((await engine.recall(draftIn('Suggest a restaurant for dinner'))).memories).toHaveLength(1);
});

test('every act of the user can be taken back, in turn', async () => {
  const { engine, store } = await openEngine();
  const { id } = await engine.add('I play the cello');
  await engine.revise(id, 'I play the oboe');
  await engine.archive([id]);
  await engine.forget([id]);
  expect(await store.memory(id)).toBeUndefined();

  await engine.undo();
  expect(await store.memory(id)).toMatchObject({ status: 'archived', text: 'I play the oboe' });
  await engine.undo();
  expect(await store.memory(id)).toMatchObject({ status: 'active', text: 'I play the oboe' });
  await engine.undo();
  expect(await store.memory(id)).toMatchObject({ status: 'active', text: 'I play the cello' });
  expect(await engine.search('cello')).toEqual([id]);
  await engine.undo();
  expect(await store.memory(id)).toBeUndefined();
  expect(await engine.undo()).toBeUndefined();
});

test('an act whose memory changed since is not taken back over the change', async () => {
  const { engine, wait, database } = await openEngine();
  const { id } = await engine.add('I play the cello');
  const added = await database.audit.toCollection().first();
  wait(1000);
  await engine.revise(id, 'I play the oboe');
  await expect(engine.undo(added?.id)).rejects.toThrow('undo the later change first');
});

test('forgotten words are nowhere on disk once they can no longer be taken back', async () => {
  const { engine, database, wait } = await openEngine();
  const { id } = await engine.add('I collect vintage typewriters');
  await engine.revise(id, 'I collect vintage typewriters and stamps');
  const { id: other } = await engine.add('I play the cello');
  await engine.archive([id, other]);
  await engine.forget([id]);
  expect(await everythingOnDisk(database)).toContain('typewriters');

  wait(takeBackMs + 1);
  await engine.tidy();

  const disk = await everythingOnDisk(database);
  expect(disk).not.toContain('typewriters');
  expect(disk).toContain('cello');
});

test('forgetting takes the older values of the same fact along', async () => {
  const { engine, store, database } = await openEngine();
  await engine.capture(captured(['I live in Porto.']));
  await engine.capture(captured(['I moved to Lisbon.'], { chat: 'later' }));
  await engine.learn();
  const [home] = await store.memoriesByStatus('active');
  await engine.forget([home?.id ?? '']);
  expect(await database.memories.count()).toBe(0);
});

test('asking for a memory that is gone is refused with a reason', async () => {
  const { engine } = await openEngine();
  await expect(engine.revise('gone', 'x')).rejects.toThrow('forgotten in the meantime');
  await expect(engine.archive(['gone'])).rejects.toThrow('forgotten in the meantime');
});

test('what was forgotten is gone from the turn it was said in too', async () => {
  const { engine, store, database, wait } = await openEngine();
  await engine.capture(captured(["I'm allergic to shellfish and I live in Porto. What is a fugue?"]));
  await engine.learn();
  const allergy = (await store.memoriesByStatus('active')).find(({ text }) => text.includes('shellfish'));
  await engine.forget([allergy?.id ?? '']);
  wait(takeBackMs + 1);
  await engine.tidy();
  const disk = await everythingOnDisk(database);
  expect(disk).not.toContain('shellfish');
  expect(disk).toContain('[forgotten] and I live in Porto. What is a fugue?');
});

test('a forget that was taken back is not purged', async () => {
  const { engine, store, wait } = await openEngine();
  const { id } = await engine.add('I play the cello');
  await engine.forget([id]);
  await engine.undo();
  wait(takeBackMs - 10_000);
  await engine.forget([id]);
  wait(20_000);
  await engine.tidy();
  await engine.undo();
  expect(await store.memory(id)).toMatchObject({ status: 'active' });
});

test('a memory that comes back takes its key back from what took its place', async () => {
  const { engine, store } = await openEngine();
  const { id } = await engine.add('I live in Berlin.');
  await engine.archive([id]);
  await engine.add('I live in Rome.');
  await engine.restore([id]);
  expect((await store.memoriesByStatus('active')).map(({ text }) => text)).toEqual(['I live in Berlin.']);
});

test('words written by hand stand to the letter where the same was learned before', async () => {
  const { engine, store } = await openEngine();
  await engine.capture(captured(["I'm allergic to nuts."]));
  await engine.learn();
  await engine.add("I'm allergic to nuts!!", 'fact');
  expect(await store.memoriesByStatus('active')).toMatchObject([
    { text: "I'm allergic to nuts!!", basis: 'written' },
  ]);
});
