import { describe, expect, test } from 'vitest';
import type { Memory } from '@/memory/types';
import { captured, draftIn, type OpenEngine, openEngine, turn } from '../support/open-engine';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Somebody says this in a chat of its own, at this time, whenever it is heard of. */
async function say({ engine, store }: OpenEngine, text: string, at: number): Promise<void> {
  await store.saveTurns(captured([turn(text)], { chat: `${text} ${at}` }), at);
  await engine.learn();
}

async function textsOf({ store }: OpenEngine, status: Memory['status']): Promise<string[]> {
  return (await store.memoriesByStatus(status)).map(({ text }) => text).sort();
}

async function conflictOf(opened: OpenEngine): Promise<[Memory, Memory]> {
  const [one, other] = await opened.store.memoriesByStatus('conflict');
  if (!one || !other) throw new Error('There is no conflict');
  return one.createdAt <= other.createdAt ? [one, other] : [other, one];
}

const start = Date.UTC(2026, 2, 2, 9);

describe('two homes told within minutes', () => {
  async function twoHomes(): Promise<OpenEngine> {
    const opened = await openEngine();
    await say(opened, 'I live in Porto.', start);
    await say(opened, 'I live in Lisbon.', start + 3 * minuteMs);
    return opened;
  }

  test('wait for the user, and neither is recalled', async () => {
    const opened = await twoHomes();
    expect(await textsOf(opened, 'conflict')).toEqual(['I live in Lisbon.', 'I live in Porto.']);
    const [porto, lisbon] = await conflictOf(opened);
    expect(porto).toMatchObject({ conflictsWith: lisbon.id });
    expect(lisbon).toMatchObject({ conflictsWith: porto.id });
    const { memories } = await opened.engine.recall(draftIn('Which museums are there where I live?'));
    expect(memories).toEqual([]);
    expect(await opened.engine.search('Porto')).toEqual([]);
  });

  test('the newer one is kept: the older one is its history', async () => {
    const opened = await twoHomes();
    const [porto, lisbon] = await conflictOf(opened);
    await opened.engine.settle(porto.id, 'newer');
    expect(await opened.store.memory(lisbon.id)).toMatchObject({ status: 'active', basis: 'confirmed' });
    expect(await opened.store.olderVersions(lisbon.id)).toMatchObject([{ id: porto.id, validFrom: start }]);
    expect(await opened.engine.search('Lisbon')).toEqual([lisbon.id]);
  });

  test('the older one is kept: the newer one stood until it was settled', async () => {
    const opened = await twoHomes();
    const [porto, lisbon] = await conflictOf(opened);
    opened.wait(dayMs);
    await opened.engine.settle(lisbon.id, 'older');
    expect(await textsOf(opened, 'active')).toEqual(['I live in Porto.']);
    const behind = await opened.store.memory(lisbon.id);
    expect(behind).toMatchObject({ status: 'superseded', supersededBy: porto.id });
    expect(behind?.validTo).toBeGreaterThan(behind?.validFrom ?? Infinity);
  });

  test('both are true: they stand beside each other and are not asked about again', async () => {
    const opened = await twoHomes();
    const [porto] = await conflictOf(opened);
    await opened.engine.settle(porto.id, 'both');
    await say(opened, 'I live in Porto.', Date.UTC(2027, 0, 1));
    expect(await textsOf(opened, 'active')).toEqual(['I live in Lisbon.', 'I live in Porto.']);
    expect(await textsOf(opened, 'conflict')).toEqual([]);
  });

  test('what was settled can be taken back, and is settled once', async () => {
    const opened = await twoHomes();
    const [porto] = await conflictOf(opened);
    const entry = await opened.engine.settle(porto.id, 'newer');
    await expect(opened.engine.settle(porto.id, 'older')).rejects.toThrow('settled in the meantime');
    await opened.engine.undo(entry);
    expect(await textsOf(opened, 'conflict')).toHaveLength(2);
  });

  test('to restore one of them is to keep it', async () => {
    const opened = await twoHomes();
    const [porto, lisbon] = await conflictOf(opened);
    await opened.engine.restore([porto.id]);
    expect(await textsOf(opened, 'active')).toEqual(['I live in Porto.']);
    expect(await opened.store.memory(lisbon.id)).toMatchObject({ status: 'superseded' });
  });

  test('to write one of them anew is to keep it', async () => {
    const opened = await twoHomes();
    const [porto, lisbon] = await conflictOf(opened);
    await opened.engine.revise(porto.id, 'I live in Porto again');
    expect(await opened.store.memory(porto.id)).toMatchObject({ status: 'active', basis: 'written' });
    expect(await opened.store.memory(lisbon.id)).toMatchObject({ status: 'superseded' });
  });

  test('to forget or archive one of them leaves the other', async () => {
    for (const act of ['forget', 'archive'] as const) {
      const opened = await twoHomes();
      const [porto] = await conflictOf(opened);
      const entry = await opened.engine[act]([porto.id]);
      expect(await textsOf(opened, 'active')).toEqual(['I live in Lisbon.']);
      await opened.engine.undo(entry);
      expect(await textsOf(opened, 'conflict')).toHaveLength(2);
    }
  });

  test('a move that is told later settles it', async () => {
    const opened = await twoHomes();
    await say(opened, 'I moved to Braga.', start + 40 * dayMs);
    expect(await textsOf(opened, 'active')).toEqual(['I moved to Braga.']);
    expect(await textsOf(opened, 'superseded')).toHaveLength(2);
    expect(await textsOf(opened, 'conflict')).toEqual([]);
  });
});

describe('what the user wrote by hand', () => {
  test('is not overruled by what is read off a chat: the user is asked', async () => {
    const opened = await openEngine(undefined, { at: start });
    const { id } = await opened.engine.add('I live in Porto.');
    await say(opened, 'I moved to Lisbon.', start + 30 * dayMs);
    expect(await opened.store.memory(id)).toMatchObject({ status: 'conflict' });
    expect(await textsOf(opened, 'conflict')).toEqual(['I live in Porto.', 'I moved to Lisbon.']);
  });

  test('stands again, and is found by its meaning, once the user says so again', async () => {
    const opened = await openEngine(undefined, { at: start });
    const { id } = await opened.engine.add("I'm allergic to shellfish.");
    await say(opened, "I'm no longer allergic to shellfish.", start + 30 * dayMs);
    expect(await opened.store.memory(id)).toMatchObject({ status: 'conflict' });
    await say(opened, "I'm allergic to shellfish.", start + 60 * dayMs);
    expect(await opened.store.memory(id)).toMatchObject({ status: 'active' });
    const ranked = await opened.engine.rank('Do I have any food allergies?');
    expect(ranked.map(({ memory }) => memory.id)).toContain(id);
    expect(await textsOf(opened, 'conflict')).toEqual([]);
  });

  test('overrules what was read off a chat, and what was written before', async () => {
    const opened = await openEngine(undefined, { at: start });
    await say(opened, 'I live in Porto.', start);
    opened.wait(minuteMs);
    await opened.engine.add('I live in Lisbon.');
    opened.wait(minuteMs);
    await opened.engine.add('I live in Braga.');
    expect(await textsOf(opened, 'active')).toEqual(['I live in Braga.']);
    expect(await textsOf(opened, 'superseded')).toHaveLength(2);
  });
});

describe('what is heard of late', () => {
  test('finds its place behind what was said since', async () => {
    const opened = await openEngine();
    await say(opened, 'I live in Lisbon.', start + 90 * dayMs);
    await say(opened, 'I live in Porto.', start);
    const [home] = await opened.store.memoriesByStatus('active');
    expect(home?.text).toBe('I live in Lisbon.');
    const older = await opened.store.olderVersions(home?.id ?? '');
    expect(older).toMatchObject([
      { text: 'I live in Porto.', validFrom: start, validTo: start + 90 * dayMs },
    ]);
  });

  test('finds its place between two that are known', async () => {
    const opened = await openEngine();
    await say(opened, 'I live in Porto.', start);
    await say(opened, 'I live in Lisbon.', start + 90 * dayMs);
    await say(opened, 'I live in Braga.', start + 40 * dayMs);
    const [home] = await opened.store.memoriesByStatus('active');
    const chain = await opened.store.olderVersions(home?.id ?? '');
    expect(chain.map(({ text }) => text)).toEqual(['I live in Braga.', 'I live in Porto.']);
  });

  test('parts what was said before it and again after it', async () => {
    const opened = await openEngine();
    await say(opened, 'I live in Porto.', start);
    await say(opened, 'I live in Porto.', start + 90 * dayMs);
    await say(opened, 'I live in Lisbon.', start + 40 * dayMs);
    const [home] = await opened.store.memoriesByStatus('active');
    expect(home).toMatchObject({ text: 'I live in Porto.', createdAt: start + 90 * dayMs });
    const chain = await opened.store.olderVersions(home?.id ?? '');
    expect(chain.map(({ text }) => text)).toEqual(['I live in Lisbon.', 'I live in Porto.']);
  });

  test('strengthens as much as if it had been heard of in time', async () => {
    const [one, other] = [await openEngine(), await openEngine()];
    for (const day of [0, 50]) await say(one, 'I live in Porto.', start + day * dayMs);
    for (const day of [50, 0]) await say(other, 'I live in Porto.', start + day * dayMs);
    const [early] = await one.store.memoriesByStatus('active');
    const [late] = await other.store.memoriesByStatus('active');
    expect(late?.strength).toBeCloseTo(early?.strength ?? 0, 9);
    expect(late).toMatchObject({ createdAt: start, strengthAt: early?.strengthAt });
  });
});

describe('a goal', () => {
  test.each([
    ['I finally ran my first marathon yesterday!', 'reached'],
    ['I gave up on the marathon because of my knee.', 'dropped'],
    ['I no longer train for the marathon.', 'dropped'],
  ] as const)('is closed by “%s”: %s', async (ending, outcome) => {
    const opened = await openEngine();
    await opened.engine.store([{ text: "I'm training for a marathon.", kind: 'goal', at: start }]);
    await say(opened, ending, start + 60 * dayMs);
    expect(await opened.store.memoriesByStatus('closed')).toMatchObject([
      { text: "I'm training for a marathon.", outcome, closedAt: start + 60 * dayMs },
    ]);
  });

  test('is left open by what only sounds like its end', async () => {
    const opened = await openEngine();
    await opened.engine.store([{ text: "I'm training for a marathon.", kind: 'goal', at: start }]);
    await say(opened, 'I finished a book about the history of the marathon.', start + dayMs);
    await say(opened, 'If I finished the marathon I would cry.', start + 2 * dayMs);
    expect(await opened.store.memoriesByStatus('closed')).toEqual([]);
  });
});

test('the same conversation captured in two tabs is one memory', async () => {
  const opened = await openEngine();
  const said = captured([turn("I'm allergic to nuts.", { key: 'one' })]);
  await opened.engine.capture(said);
  await opened.engine.capture(said);
  await opened.engine.learn();
  const [memory, ...more] = await opened.store.memoriesByStatus('active');
  expect(memory?.sources).toHaveLength(1);
  expect(more).toEqual([]);
});
