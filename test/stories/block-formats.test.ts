import { expect, test } from 'vitest';
import { closingIn, lineOpeningIn, openingIn } from '@/memory/injection/wording';
import type { Settings } from '@/memory/settings';
import { captured, draftIn, freshName, openEngine } from '../support/open-engine';

const draft = 'Suggest a restaurant for Friday dinner';

test('a site with a format of its own gets it, and all others the usual one', async () => {
  const { engine } = await openEngine();
  await engine.add("I'm allergic to shellfish.");
  await engine.changeSettings({
    blockFormat: 'paragraph',
    siteFormats: { chatgpt: 'line', gemini: 'section' },
  });
  const blockOn = async (site: string) => (await engine.recall(draftIn(draft, { site }))).block;

  expect(await blockOn('chatgpt')).toBe(`${lineOpeningIn('en')}I'm allergic to shellfish)`);
  expect(await blockOn('gemini')).toContain("- I'm allergic to shellfish. (fact, 22 November 2026)");
  expect(await blockOn('claude')).toContain("For context: I'm allergic to shellfish.");
  expect(await blockOn('constructor')).toContain('For context: ');
});

test('the words around the memories are in the language of the draft, and none of them is captured', async () => {
  const { engine, database } = await openEngine();
  await engine.add("I'm allergic to shellfish.");
  const german = 'Suggest a restaurant: wo essen wir am Freitag mit der Familie?';
  const { block } = await engine.recall(draftIn(german));
  expect(block.startsWith(openingIn('de')) && block.endsWith(closingIn('de'))).toBe(true);

  await engine.capture(captured([`${german}\n\n${block}`], { site: 'claude', chat: '9' }));
  const [turn] = await database.turns.toArray();
  expect(turn?.body).toMatchObject({ text: german });
});

test('settings from before there were three formats mean what they meant', async () => {
  const name = freshName();
  const before = await openEngine(name);
  const { siteFormats: _, ...old } = await before.store.settings();
  await before.database.settings.put({
    id: 'settings',
    value: { ...old, blockFormat: 'list' } as unknown as Settings,
  });
  before.close();

  const { store } = await openEngine(name);
  expect(await store.settings()).toMatchObject({ blockFormat: 'section', siteFormats: {} });
});
