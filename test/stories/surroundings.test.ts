import { describe, expect, test } from 'vitest';
import { takeBackMs } from '@/memory/acts';
import { builtinModel } from '@/memory/settings';
import { surroundingsOf } from '@/memory/surroundings';
import type { Memory, MemoryKind } from '@/memory/types';
import { captured, type OpenEngine, openEngine, turn } from '../support/open-engine';

const talk = [
  'Where can one dance near Lisbon?',
  "I'm allergic to shellfish.",
  'Is there a market, too?',
  'We got married.',
  'Who sweeps up the confetti?',
  'And how late may the band play?',
  'Thank you.',
  'Another matter: a name for a boat.',
];
const at = 3;
const said = (position: number, text = talk[position] ?? '') => turn(text, { key: `k${position}`, position });

async function told() {
  const opened = await openEngine();
  await opened.engine.capture(captured(talk.map((_, position) => said(position))));
  await opened.engine.learn();
  return opened;
}

async function around({ store, database }: OpenEngine, kind: MemoryKind = 'episode', key = `k${at}`) {
  const row = await database.turns.filter((row) => row.key === key).first();
  if (!row) throw new Error('The turn is not there');
  const { conversationId, id: turnId } = row;
  const sources: Memory['sources'] = [
    { from: 'hand', at: 0 },
    { from: 'turn', site: 'chatgpt', conversationId, turnId, quote: talk[at] ?? '', at: 0 },
  ];
  return (await surroundingsOf([{ id: 'm', kind, sources }], store)).get('m');
}

describe('what was said around an episode', () => {
  test('is the turns next to it, and up to two further on either side', async () => {
    expect(await around(await told())).toEqual({
      near: [talk[2], talk[4]].join('\n'),
      wide: [talk[0], talk[1], talk[5], talk[6]].join('\n'),
    });
  });

  test('is no turn that was replaced', async () => {
    const opened = await told();
    await opened.engine.capture(captured([turn('Is rice allowed?', { key: 'k4b', position: 4 })]));
    expect((await around(opened))?.near).toBe([talk[2], 'Is rice allowed?'].join('\n'));
  });

  test('holds nothing of what the user had forgotten', async () => {
    const opened = await told();
    const { engine, store, wait } = opened;
    const allergy = (await store.memoriesByStatus('active')).find(({ text }) => text.includes('shellfish'));
    expect((await around(opened))?.wide).toContain('shellfish');
    await engine.forget([allergy?.id ?? '']);
    wait(takeBackMs + 1);
    await engine.tidy();
    const left = await around(opened);
    expect(left?.wide).toContain(talk[0]);
    expect(left?.wide).not.toContain('shellfish');
  });

  test('is of a long turn its beginning', async () => {
    const opened = await told();
    await opened.engine.capture(captured([turn('word '.repeat(10_000), { key: 'k4b', position: 4 })]));
    expect((await around(opened))?.near.length).toBeLessThan(1_000);
  });

  test('does not matter to what is so', async () => {
    expect(await around(await told(), 'fact')).toBeUndefined();
  });
});

test('an episode is found by what was said around it', async () => {
  const { engine, store } = await told();
  const episodes = (await store.memoriesByStatus('active')).filter(({ kind }) => kind === 'episode');
  expect(await engine.search('confetti')).toEqual(episodes.map(({ id }) => id));
});

test('an episode is no longer found by what the user had forgotten beside it', async () => {
  const { engine, store, wait } = await told();
  const allergy = (await store.memoriesByStatus('active')).find(({ text }) => text.includes('shellfish'));
  const vectorOf = async (id: string | undefined) =>
    (await store.vectors(builtinModel)).find(({ memoryId }) => memoryId === id)?.vector;
  const episode = (await store.memoriesByStatus('active')).find(({ kind }) => kind === 'episode');
  const before = await vectorOf(episode?.id);
  await engine.forget([allergy?.id ?? '']);
  wait(takeBackMs + 1);
  await engine.tidy();
  expect(await engine.search('shellfish')).toEqual([]);
  expect(await vectorOf(episode?.id)).toBeDefined();
  expect(await vectorOf(episode?.id)).not.toEqual(before);
});
