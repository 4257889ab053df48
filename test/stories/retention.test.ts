import { describe, expect, test } from 'vitest';
import { historyOf } from '@/memory/history';
import { mostEpisodes, roundMs } from '@/memory/retention';
import type { ActiveMemory, AuditEntry } from '@/memory/types';
import { memoryWith } from '../memory/recall/memory-with';
import { captured, draftIn, freshName, type OpenEngine, openEngine } from '../support/open-engine';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 22, 10);

/** Puts memories into the store past the engine, as if they had been there for long. */
async function withMemories(memories: Partial<ActiveMemory>[], name = freshName()) {
  const open = await openEngine(name, { at: start });
  await open.store.commit({
    put: memories.map((changes, index) =>
      memoryWith({ id: `m${index}`, strengthAt: start, createdAt: start, updatedAt: start, ...changes }),
    ),
  });
  await open.engine.start();
  return open;
}

const tiles = { kind: 'episode', text: 'We looked at blue tiles for the hallway.', importance: 0.3 } as const;
const statusOf = async ({ store }: OpenEngine, id = 'm0') => (await store.memory(id))?.status;
const fadesIn = async ({ database }: OpenEngine): Promise<AuditEntry['id'][]> =>
  (await database.audit.orderBy('id').toArray()).filter(({ kind }) => kind === 'fade').map(({ id }) => id);

/** A night that is far enough from the last one. */
async function sleep({ engine, wait }: OpenEngine, days = 1) {
  wait(days * day);
  await engine.tidy();
}

test('an episode nobody came back to is archived after half a year, and nothing is deleted', async () => {
  const open = await withMemories([tiles, { text: 'I play the cello.' }]);
  await sleep(open, 100);
  expect(await statusOf(open)).toBe('active');
  await sleep(open, 100);
  expect(await open.store.memory('m0')).toMatchObject({ status: 'archived', text: tiles.text });
  expect(await open.engine.search('blue tiles')).toEqual([]);
  expect(await open.engine.search('cello')).toEqual(['m1']);
});

test('what faded is restored by one act, is found again, and does not fade the next night', async () => {
  const open = await withMemories([tiles]);
  await sleep(open, 200);
  await open.engine.restore(['m0']);
  expect(await open.engine.search('blue tiles')).toEqual(['m0']);
  await sleep(open);
  await sleep(open, 400);
  expect(await statusOf(open)).toBe('active');
});

test('a pass can be taken back as one act, and is not made again over that', async () => {
  const open = await withMemories([tiles, { ...tiles, text: 'We asked about grey tiles for the bath.' }]);
  const before = await open.store.memories(['m0', 'm1']);
  await sleep(open, 200);
  const [entry] = await fadesIn(open);
  await open.engine.undo(entry);
  expect(await open.store.memories(['m0', 'm1'])).toEqual(before);
  expect(await open.store.withoutVector('builtin-static-1')).toEqual([]);
  await sleep(open);
  expect(await statusOf(open)).toBe('active');
});

test('taking a pass back leaves alone what the user did since', async () => {
  const open = await withMemories([tiles, { ...tiles, text: 'We asked about grey tiles for the bath.' }]);
  await sleep(open, 200);
  const [entry] = await fadesIn(open);
  await open.engine.forget(['m1']);
  await open.engine.undo(entry);
  expect(await statusOf(open)).toBe('active');
  expect(await statusOf(open, 'm1')).toBeUndefined();
});

test('the pass is no act of the user: the last one is what undo takes back', async () => {
  const open = await withMemories([tiles]);
  const { id } = await open.engine.add('I play the oboe.');
  await sleep(open, 200);
  expect(await statusOf(open)).toBe('archived');
  await open.engine.undo();
  expect(await open.store.memory(id)).toBeUndefined();
});

test('what is pinned stays until it is unpinned', async () => {
  const open = await withMemories([tiles]);
  await open.engine.pin(['m0'], true);
  await sleep(open, 400);
  expect(await open.store.memory('m0')).toMatchObject({ status: 'active', pinned: true });
  await open.engine.pin(['m0'], false);
  await sleep(open);
  expect(await statusOf(open)).toBe('archived');
});

test('pinning is an act of the user, which undo takes back without touching what came between', async () => {
  const open = await withMemories([tiles]);
  await open.engine.pin(['m0'], true);
  open.wait(day);
  await open.engine.report({
    ...draftIn(''),
    url: 'https://claude.ai/chat/2',
    title: '',
    used: ['m0'],
    at: 0,
  });
  await open.engine.undo();
  expect(await open.store.memory('m0')).toMatchObject({ pinned: false, uses: 1, lastUsedAt: start + day });
});

test('a memory that is used now and then never fades', async () => {
  const open = await withMemories([tiles]);
  for (let month = 0; month < 24; month++) {
    await open.engine.report({
      ...draftIn(''),
      url: 'https://claude.ai/chat/2',
      title: '',
      used: ['m0'],
      at: 0,
    });
    await sleep(open, 30);
  }
  expect(await statusOf(open)).toBe('active');
  await sleep(open, 300);
  expect(await statusOf(open)).toBe('archived');
});

test('a goal whose last day has gone by is archived the next night, and its history says why', async () => {
  const goal = { kind: 'goal', text: 'I want to run a half marathon.', validTo: start + 3 * day } as const;
  const open = await withMemories([goal, { ...goal, basis: 'written' }]);
  await sleep(open, 2);
  expect(await statusOf(open)).toBe('active');
  await sleep(open, 2);
  expect(await statusOf(open)).toBe('archived');
  expect(await statusOf(open, 'm1')).toBe('active');
  expect(await historyOf('m0', open.store)).toMatchObject([{ what: 'over', by: 'engine' }]);
});

test('a journey that lies ahead is a plan until its month is over, and no plan any more after that', async () => {
  const open = await openEngine(freshName(), { at: start });
  await open.engine.capture(captured(["I'm going to move to Japan next month. What should I pack?"]));
  await open.engine.learn();
  const [plan] = (await open.store.memoriesByStatus('active')).filter(({ kind }) => kind !== 'episode');
  expect(plan).toMatchObject({ validTo: new Date(2027, 0, 1).getTime() });
  expect(plan?.text).toContain('December 2026');
  await sleep(open, 35);
  expect(await statusOf(open, plan?.id)).toBe('active');
  await sleep(open, 10);
  expect(await statusOf(open, plan?.id)).toBe('archived');
});

test('what came in from an old chat is there for a month, however long ago it was said', async () => {
  const open = await openEngine(freshName(), { at: start });
  const source = { from: 'hand', at: start - 900 * day } as const;
  const items = [{ text: tiles.text, kind: 'episode', at: source.at, importance: 0.3, source } as const];
  const [memory] = await open.engine.store(items);
  const id = memory?.id ?? '';
  await open.store.commit({ put: memory ? [{ ...memory, basis: 'inferred' }] : [] });
  await open.engine.tidy();
  await sleep(open, 20);
  expect(await statusOf(open, id)).toBe('active');
  await sleep(open, 20);
  expect(await statusOf(open, id)).toBe('archived');
});

describe('the pass', () => {
  test('comes at most once in twenty hours, also after a restart', async () => {
    const name = freshName();
    const open = await withMemories([], name);
    await open.engine.tidy();
    expect(await open.store.retainedAt()).toBe(start);
    open.close();

    const again = await openEngine(name, { at: start + roundMs - 1 });
    await again.engine.tidy();
    expect(await again.store.retainedAt()).toBe(start);
    again.wait(1);
    await again.engine.tidy();
    expect(await again.store.retainedAt()).toBe(start + roundMs);
  });

  test('comes again where the clock was set back', async () => {
    const open = await withMemories([]);
    await open.engine.tidy();
    await sleep(open, -400);
    expect(await open.store.retainedAt()).toBe(start - 400 * day);
  });

  test('leaves nothing to tell of a night on which nothing faded', async () => {
    const open = await withMemories([tiles]);
    await sleep(open);
    expect(await open.database.audit.count()).toBe(0);
  });

  test('keeps the episodes of a busy year to some thousand, the latest and those that are used', async () => {
    const perDay = 16;
    const episodes = Array.from({ length: 365 * perDay }, (_, index) => {
      const at = start - 364 * day + Math.floor(index / perDay) * day;
      const often = index % 500 === 0 ? { lastUsedAt: start - day, uses: 3, strength: 1.6 } : {};
      return {
        ...tiles,
        text: `We compared ${index} tiles.`,
        strengthAt: at,
        createdAt: at,
        updatedAt: at,
        ...often,
      };
    });
    const open = await withMemories(episodes);
    const { engine, store } = open;
    let isTidied = false;
    const tidied = engine.tidy().then(() => {
      isTidied = true;
    });
    const { memories } = await engine.recall(draftIn('What is a fugue?'));
    expect([memories, isTidied], 'a recall does not wait for the pass').toEqual([[], false]);
    await tidied;

    const active = new Set(await store.activeIds('episode'));
    expect(active.size).toBeLessThanOrEqual(mostEpisodes + episodes.length / 500);
    expect(active.size).toBeGreaterThan(mostEpisodes - 400);
    expect(active.has(`m${episodes.length - 1}`)).toBe(true);
    expect(active.has('m0'), 'used lately').toBe(true);
    expect(await open.database.memories.count(), 'nothing is deleted').toBe(episodes.length);
    expect(open.faults).toEqual([]);
  }, 120_000);
});

test('what is said again after it faded is known again', async () => {
  const open = await openEngine(freshName(), { at: start });
  await open.engine.capture(captured(['I play the cello.']));
  await open.engine.learn();
  await sleep(open, 5 * 365);
  expect(await open.store.activeIds()).toEqual([]);
  await open.engine.capture(captured(['I play the cello.'], { chat: 'years-later' }));
  await open.engine.learn();
  const texts = (await open.store.memoriesByStatus('active')).map(({ text }) => text);
  expect(texts).toEqual(['I play the cello.']);
});
