import { expect, test } from 'vitest';
import { captured, draftIn, openEngine } from '../support/open-engine';

/** No rule knows its first sentence, which has no word of the first person; the second speaks of its writer. */
const said = "Not a fan of hoppy beer. Stouts and brown ales, that's me. What should I try in Prague?";

test('what only the judge finds waits for the user and is not recalled until then', async () => {
  const { engine, store } = await openEngine();
  await engine.capture(captured([said]));
  await engine.learn();
  expect(await store.memoriesByStatus('active')).toMatchObject([
    { text: "Stouts and brown ales, that's me." },
  ]);
  const [waiting, ...more] = await store.memoriesByStatus('quarantined');
  expect(more).toEqual([]);
  expect(waiting).toMatchObject({
    text: 'Not a fan of hoppy beer.',
    reason: 'unsure',
    sources: [{ from: 'turn', quote: expect.stringContaining('Not a fan of hoppy beer') }],
  });
  const draft = draftIn('Which beer should I order?');
  const { memories } = await engine.recall(draft);
  expect(memories.map(({ id }) => id)).not.toContain(waiting?.id);

  await engine.restore([waiting?.id ?? '']);
  expect(await store.memory(waiting?.id ?? '')).toMatchObject({ status: 'active', basis: 'confirmed' });
});

test('the same words in another chat, or captured twice, are asked about once', async () => {
  const { engine, store } = await openEngine();
  const turns = captured([said]);
  await engine.capture(turns);
  await engine.capture(turns);
  await engine.capture(captured([said], { chat: 'other' }));
  await engine.learn();
  expect(await store.memoriesByStatus('quarantined')).toHaveLength(1);
});

test('what was kept once is not asked about again', async () => {
  const { engine, store } = await openEngine();
  await engine.capture(captured([said]));
  await engine.learn();
  const [waiting] = await store.memoriesByStatus('quarantined');
  await engine.restore([waiting?.id ?? '']);
  await engine.capture(captured([said], { chat: 'other' }));
  await engine.learn();
  expect(await store.memoriesByStatus('quarantined')).toEqual([]);
});
