import { describe, expect, test } from 'vitest';
import { captured, openEngine, turn } from '../support/open-engine';

const said = (position: number, text = `Turn ${position}`) => turn(text, { key: `k${position}`, position });

async function threadOf(count: number) {
  const { store, database } = await openEngine();
  await store.saveTurns(captured(Array.from({ length: count }, (_, at) => said(at))), 1);
  const conversation = await store.findConversation(captured([]).conversation);
  const rows = await database.turns.toArray();
  const idOf = (key: string) => rows.find((row) => row.key === key)?.id ?? '';
  return { store, database, conversationId: conversation?.id ?? '', idOf };
}

describe('the turns around a turn', () => {
  test('are those before and after it, each with its distance, and not itself', async () => {
    const { store, idOf } = await threadOf(8);
    const around = await store.turnsAround([idOf('k4')], 2);
    expect(around.get(idOf('k4'))?.map(({ turn, distance }) => [turn.text, distance])).toEqual([
      ['Turn 2', 2],
      ['Turn 3', 1],
      ['Turn 5', 1],
      ['Turn 6', 2],
    ]);
  });

  test('are fewer at the ends of a thread, and of several turns of a thread each has its own', async () => {
    const { store, idOf } = await threadOf(8);
    const around = await store.turnsAround([idOf('k0'), idOf('k7')], 2);
    expect(around.get(idOf('k0'))?.map(({ turn }) => turn.text)).toEqual(['Turn 1', 'Turn 2']);
    expect(around.get(idOf('k7'))?.map(({ turn }) => turn.text)).toEqual(['Turn 5', 'Turn 6']);
  });

  test('are of its own conversation, and none that was replaced', async () => {
    const { store, idOf } = await threadOf(3);
    await store.saveTurns(captured([said(0, 'Elsewhere'), said(2, 'Elsewhere')], { chat: 'other' }), 2);
    await store.saveTurns(captured([turn('Said anew', { key: 'k2b', position: 2 })]), 3);
    const around = await store.turnsAround([idOf('k1')], 1);
    expect(around.get(idOf('k1'))?.map(({ turn }) => turn.text)).toEqual(['Turn 0', 'Said anew']);
  });

  test('are not known where the site tells no places, or the turn is gone', async () => {
    const { store, database } = await openEngine();
    await store.saveTurns(captured(['One', 'Two']), 1);
    const ids = (await database.turns.toArray()).map(({ id }) => id);
    expect((await store.turnsAround([...ids, 'gone'], 2)).size).toBe(0);
  });
});

describe('the last turns of a conversation', () => {
  test('are the newest by their places, the newest first', async () => {
    const { store, conversationId } = await threadOf(5);
    await store.saveTurns(captured([turn('Said anew', { key: 'k4b', position: 4 })]), 3);
    expect((await store.lastTurns(conversationId, 3)).map(({ text }) => text)).toEqual([
      'Said anew',
      'Turn 3',
      'Turn 2',
    ]);
  });

  test('are none of a conversation that is not known', async () => {
    const { store } = await threadOf(2);
    expect(await store.lastTurns('gone', 3)).toEqual([]);
  });
});
