import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastStrength, strengthOf } from '@/memory/strength';
import { type FeedbackSort, feedbackSorts, type MemoryId } from '@/memory/types';
import { captured, draftIn, freshName, type OpenEngine, openEngine } from '../support/open-engine';

const garden = 'I grow tomatoes behind the fence of my garden.';
const draft = 'How do I keep slugs off the tomatoes in my garden?';
const sameTopic = 'How can snails be kept off the tomatoes in a garden?';
const day = 86_400_000;

const tell = (
  { engine }: OpenEngine,
  sort: FeedbackSort,
  memories: MemoryId[],
  chat: { site?: string; chat?: string } = {},
) => engine.feedback({ ...draftIn(draft, chat), memories, sort });
const recalled = async ({ engine }: OpenEngine, words: string, chat = 'elsewhere') =>
  (await engine.recall(draftIn(words, { chat }))).memories.map(({ id }) => id);

async function withGarden(name = freshName()) {
  const open = await openEngine(name);
  const { id } = await open.engine.add(garden);
  return { ...open, open, id };
}

test('a recalled memory says why, and the recall how long its block is', async () => {
  const { engine } = await withGarden();
  const { memories, tokens } = await engine.recall(draftIn(draft));
  expect(memories[0]?.reasons.length).toBeGreaterThan(0);
  expect(memories[0]?.reasons).toContainEqual({ because: 'words', detail: 'tomatoes garden' });
  expect(tokens).toBeGreaterThan(10);
});

describe('what the user thinks of a memory', () => {
  test.each(feedbackSorts)('changes its strength a little: %s', async (sort) => {
    const { open, store, id } = await withGarden();
    await tell(open, sort, [id]);
    expect((await store.memory(id))?.strength).toBeCloseTo(1 + strengthOf[sort]);
  });

  test('is taken back in one act for all it was said of, to the former strength', async () => {
    const { open, engine, store, wait, id } = await withGarden();
    const other = await engine.add('I water the garden at six.');
    wait(40 * day);
    const before = await store.memories([id, other.id]);
    await tell(open, 'dismissed', [id, other.id, 'gone']);
    wait(day);
    await engine.undo();
    expect(await store.memories([id, other.id])).toEqual(before);
  });

  test('is taken back alone where the memory was said again or used since', async () => {
    const { open, engine, store, wait, id } = await withGarden();
    await tell(open, 'down', [id]);
    wait(day);
    await engine.report({ ...draftIn(''), url: 'https://claude.ai/chat/2', title: '', used: [id], at: 0 });
    await tell(open, 'up', [id]);
    const up = await store.lastUndoable();
    const down = (await open.database.audit.where('memoryIds').equals(id).toArray()).find(
      ({ rated }) => rated === 'down',
    );
    await engine.undo(down?.id);
    const memory = await store.memory(id);
    const fading = 0.5 ** (1 / 720);
    expect(memory?.strength).toBeCloseTo(fading + strengthOf.used + strengthOf.up, 6);
    expect(memory?.uses).toBe(1);
    expect(memory?.dismissedFor).toBeUndefined();
    await engine.undo(up?.id);
    expect((await store.memory(id))?.strength).toBeCloseTo(fading + strengthOf.used, 6);
  });

  test('any number of times, in any order, is bounded, and all of it can be taken back', async () => {
    const { open, engine, store, wait, id } = await withGarden();
    const before = await store.memory(id);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...feedbackSorts), { maxLength: 8 }), async (sorts) => {
        for (const sort of sorts) {
          await tell(open, sort, [id]);
          wait(1000);
        }
        const { strength = 0, dismissedFor = [] } = (await store.memory(id)) ?? {};
        // Time takes a little more.
        expect(strength).toBeGreaterThan(leastStrength * 0.999);
        expect(strength).toBeLessThanOrEqual(1 + sorts.length * strengthOf.up);
        expect(dismissedFor.length).toBeLessThanOrEqual(8);
        for (const _ of sorts) await engine.undo();
        expect(await store.memory(id)).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });

  test('is refused of memories that are gone, and ignored where Throughline is switched off', async () => {
    const { open, engine, id } = await withGarden();
    await expect(tell(open, 'up', ['gone'])).rejects.toThrow('forgotten in the meantime');
    await engine.changeSettings({ enabled: false });
    expect(await tell(open, 'up', [id])).toBeUndefined();
  });
});

describe('a memory that was dismissed', () => {
  test('is not offered for the same topic in any conversation, after a restart too, but for others', async () => {
    const name = freshName();
    const { open, close, id } = await withGarden(name);
    expect(await recalled(open, sameTopic)).toEqual([id]);
    await tell(open, 'dismissed', [id]);
    expect(await recalled(open, sameTopic)).toEqual([]);
    close();

    const again = await openEngine(name);
    expect(await recalled(again, sameTopic)).toEqual([]);
    expect(await recalled(again, 'Which climbing plants grow along a garden fence?')).toEqual([id]);
    expect(await again.engine.search('tomatoes')).toEqual([id]);
  });

  test('is offered again once the dismissal is taken back, or half a year later', async () => {
    const name = freshName();
    const { open, close, id } = await withGarden(name);
    await tell(open, 'dismissed', [id]);
    await tell(open, 'down', [id]);
    close();

    const again = await openEngine(name);
    await again.engine.undo();
    expect(await recalled(again, sameTopic)).toEqual([]);
    await again.engine.undo();
    expect(await recalled(again, sameTopic)).toEqual([id]);
    await tell(again, 'dismissed', [id]);
    again.wait(180 * day);
    expect(await recalled(again, sameTopic)).toEqual([id]);
  });

  test('keeps stems of the draft, and nothing of its sentences', async () => {
    const { open, database, id } = await withGarden();
    await tell(open, 'dismissed', [id]);
    const disk = JSON.stringify(await Promise.all(database.tables.map((table) => table.toArray())));
    expect(disk).toContain('slug');
    expect(disk).not.toContain(draft);
    expect(disk).not.toContain('keep slugs');
  });
});

test('the block of fewer memories has just those, and none that are gone or not active', async () => {
  const { engine, id } = await withGarden();
  const { id: other } = await engine.add('I water the garden at six.');
  const asked = draftIn(draft);
  const whole = await engine.blockFor({ ...asked, memories: [id, other] });
  const one = await engine.blockFor({ ...asked, memories: [other, 'gone'] });
  expect(whole.memories).toEqual([id, other]);
  expect(one).toMatchObject({ memories: [other] });
  expect(one.block).toContain('I water the garden at six.');
  expect(one.block).not.toContain('tomatoes');
  expect(one.tokens).toBeLessThan(whole.tokens);
  await engine.archive([other]);
  expect(await engine.blockFor({ ...asked, memories: [other] })).toMatchObject({ memories: [], block: '' });
});

test('what was learned in a chat can be dismissed from another site', async () => {
  const open = await openEngine();
  await open.engine.capture(captured(["I'm allergic to nuts."]));
  await open.engine.learn();
  const [memory] = await open.store.memoriesByStatus('active');
  await tell(open, 'edited-out', [memory?.id ?? ''], { site: 'gemini' });
  expect((await open.store.memory(memory?.id ?? ''))?.dismissedFor).toHaveLength(1);
});
