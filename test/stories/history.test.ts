import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { HistoryItem } from '@/memory/history';
import { liveStore } from '@/store/live';
import { captured, draftIn, openEngine } from '../support/open-engine';

const day = 86_400_000;

test('the history of a memory is told from the first word to the last act, live', async () => {
  const { engine, store, database, wait } = await openEngine();
  const says = async (words: string, chat: string) => {
    wait(day);
    await engine.capture(captured([words], { chat }));
    await engine.learn();
  };
  await says('I live in Porto.', 'first');
  await says('I live in Porto.', 'second');
  await says('I moved to Lisbon.', 'third');
  const [home] = await store.memoriesByStatus('active');
  const id = home?.id ?? '';
  await engine.report({ ...draftIn(''), url: 'https://claude.ai/chat/2', title: '', used: [id], at: 0 });

  const history = liveStore(database).history(id);
  const told = new Promise<HistoryItem[]>((resolve) => {
    const subscription = history.subscribe((items) => {
      if (items.length < 8) return;
      subscription.unsubscribe();
      resolve(items);
    });
  });
  await engine.pin([id], true);
  await engine.undo();
  await engine.revise(id, 'I live in Lisbon, near the river.');

  const items = await told;
  expect(items.map(({ what, by }) => `${what} by ${by}`)).toEqual([
    'learned by rules',
    'said-again by rules',
    'superseded by rules',
    'learned by rules',
    'used by engine',
    'pinned by user',
    'undone by user',
    'revised by user',
  ]);
  const [learned, again, superseded] = items;
  expect(learned?.source).toMatchObject({ site: 'chatgpt', quote: expect.stringContaining('Porto') });
  expect(again?.source).not.toEqual(learned?.source);
  expect(superseded).toMatchObject({ before: 'I live in Porto.', after: home?.text });
  expect(items.at(5)).toMatchObject({ isUndone: true });
  expect(items.at(6)).toMatchObject({ undid: 'pinned' });
  expect(items.at(7)).toMatchObject({ before: home?.text, after: 'I live in Lisbon, near the river.' });
  expect((await store.auditEntry(learned?.entry ?? ''))?.kind).toBe('learn');
});
