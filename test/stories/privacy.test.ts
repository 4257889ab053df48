import { expect, test } from 'vitest';
import { keptByDefault } from '@/memory/categories';
import { RefusedError } from '@/memory/errors';
import { withChanges } from '@/memory/settings';
import type { Source } from '@/memory/types';
import type { Database } from '@/store/database';
import { madeSecrets } from '../memory/redaction/made-secrets';
import { captured, openEngine, turn } from '../support/open-engine';
import { noting, openReader } from './open-reader';

const secrets = madeSecrets(10_000);
/** Of each kind a few, where ten thousand would tell no more. */
const few = secrets.filter((_, index) => index % 200 === 0);

test('of ten thousand secrets said in chats none is anywhere in the database', async () => {
  const { engine, database, faults } = await openEngine();
  const perTurn = 50;
  const perChat = 500;
  for (let from = 0; from < secrets.length; from += perChat) {
    const ofChat = secrets.slice(from, from + perChat);
    const turns = [];
    for (let at = 0; at < ofChat.length; at += perTurn) {
      const text = ofChat.slice(at, at + perTurn).map(({ said }) => `I live in Porto. ${said}`);
      // What is learned from takes a while; the others are only kept.
      const isTyped = (from + at) % (8 * perTurn) === 0;
      turns.push(turn(text.join('\n\n'), { origin: isTyped ? 'typed' : 'pasted' }));
    }
    await engine.capture(captured(turns, { chat: `chat-${from}` }));
  }
  await engine.learn();

  expect(await found(database, secrets)).toEqual([]);
  expect(await database.turns.count()).toBe(secrets.length / perTurn);
  expect(await database.memories.count()).toBeGreaterThan(0);
  expect(faults).toEqual([]);
}, 180_000);

test('nor is one that came as a title, an address, a name of something, a draft or a source', async () => {
  const { engine, store, database, faults } = await openEngine();
  for (const [index, { said }] of few.entries()) {
    const chat = captured([turn(`I collect stamps from ${index} countries.`, { key: said })]);
    const name = `${said} (${index})`;
    const conversation = { site: 'chatgpt', provisionalKey: name, siteConversationId: name };
    const url = `https://chat.example/c/${index}?page=2&q=${encodeURIComponent(said)}`;
    await engine.capture({ ...chat, conversation, url, title: said });
    await engine.report({ conversation, url, title: said, used: [said], at: 1 });
  }
  await engine.learn();
  const [memory] = await store.memoriesByStatus('active');
  const memories = [memory?.id ?? ''];
  for (const { said } of few) {
    const { conversation } = captured([], { chat: 'rated' });
    await engine.feedback({ conversation, draft: `Stamps? ${said}`, memories, sort: 'dismissed' });
  }
  const source = (quote: string): Source => ({
    from: 'turn',
    site: 'api',
    conversationId: 'c',
    turnId: 't',
    quote,
    at: 1,
  });
  const items = few.map(({ said }, index) => ({ text: `I own ${index} kites.`, source: source(said) }));
  await engine.store([...items, ...few.map(({ said }) => ({ text: said }))]);

  expect(await found(database, few)).toEqual([]);
  expect(await database.conversations.count()).toBe(few.length);
  expect(faults).toEqual([]);
}, 120_000);

test('a chat whose name looks like a card is still one chat of its own, with all of its turns', async () => {
  const { engine, database } = await openEngine();
  const names = ['4111111111111111', '4012888888881881'];
  for (const round of [1, 2]) {
    for (const chat of names) {
      await engine.capture(captured([turn('hello', { key: `${round} ${chat}` })], { chat }));
    }
  }
  expect(await database.conversations.count()).toBe(2);
  expect(await database.turns.count()).toBe(4);
  await expect(
    found(
      database,
      names.map((secret) => ({ secret })),
    ),
  ).resolves.toEqual([]);
});

test('written by hand a secret is refused with a reason, and changes nothing', async () => {
  const { engine, database } = await openEngine();
  const { id } = await engine.add('I bank with the green one.');
  for (const { said } of few) {
    await expect(engine.add(said)).rejects.toThrow(RefusedError);
    await expect(engine.revise(id, said)).rejects.toThrow(/never kept/);
  }
  const url = 'http://me:hunter2abc@localhost:11434/v1';
  await expect(engine.changeSettings({ extractor: { by: 'server', url, model: 'llama3' } })).rejects.toThrow(
    RefusedError,
  );

  expect(await found(database, [...few, { secret: 'hunter2abc' }])).toEqual([]);
  expect(await database.memories.count()).toBe(1);
  expect((await database.memories.toArray())[0]?.id).toBe(id);
});

test('contacts become no memory until they are allowed; the chat itself stays as it was', async () => {
  const { engine, store, database } = await openEngine();
  const said =
    'My email is ana@example.org. My phone number is +351 912 345 678. I live at 12 Rose Street in Leeds. I play chess.';
  await engine.capture(captured([said]));
  await engine.learn();
  expect((await store.memoriesByStatus('active')).map(({ text }) => text)).toEqual(['I play chess.']);
  expect(JSON.stringify(await database.turns.toArray())).toContain('ana@example.org');
  await expect(engine.add('My email is ana@example.org.')).rejects.toThrow(/Allow contacts/);

  await engine.changeSettings({ keptCategories: { ...keptByDefault, contacts: true } });
  await expect(engine.add('My email is ana@example.org.')).resolves.toMatchObject({ status: 'active' });
});

test('what the user asks to remember is kept whatever it is about, but contacts only where they are allowed', async () => {
  const { engine, store } = await openEngine();
  await engine.changeSettings({ keptCategories: { health: false } });
  await engine.capture(captured(["Remember that I'm allergic to shellfish."]));
  await engine.capture(captured(['Remember that my email is ana@example.org.'], { chat: 'other' }));
  await engine.learn();
  expect((await store.memoriesByStatus('active')).map(({ text }) => text)).toEqual([
    "I'm allergic to shellfish.",
  ]);
});

test.each([
  ['health', "I'm allergic to shellfish.", 'Ich habe Diabetes.'],
  ['finances', 'I earn 62,000 euros a year.', 'My mortgage is 1,200 euros a month.'],
  ['beliefs', "I'm a practising Catholic.", "I'm an atheist."],
  ['location', 'I live in Lisbon.', 'I moved to Berlin last month.'],
  ['people', 'My sister Ana is a nurse.', 'My boss hates long e-mails.'],
  ['intimacy', "I'm gay.", "I'm divorced."],
] as const)(
  '%s that is switched off becomes no memory, nothing that waits, and the rest goes on',
  async (category, ...said) => {
    const { engine, database, store } = await openEngine();
    await engine.changeSettings({ keptCategories: { ...keptByDefault, [category]: false } });
    await engine.capture(captured([...said, 'I play the cello.']));
    await engine.learn();

    expect((await database.memories.toArray()).length).toBe(1);
    expect((await store.memoriesByStatus('active'))[0]?.text).toBe('I play the cello.');
  },
);

test('what a language model reads is under the same rules', async () => {
  const asthma = { quote: 'my asthma got worse', text: 'My asthma got worse.' };
  const orchids = { quote: 'the orchids get water daily', text: 'The orchids I have get water daily.' };
  const mail = { quote: 'ana@example.org', text: 'My address is ana@example.org.' };
  const key = { quote: 'my password is hunter2abc', text: 'My password is hunter2abc.' };
  const { hears, loop, store, database, active, waiting } = await openReader(async () =>
    noting(asthma, orchids, mail, key),
  );
  const settings = await store.settings();
  await store.saveSettings(withChanges(settings, { keptCategories: { health: false } }));
  await hears(
    'Since my asthma got worse the orchids get water daily, ask ana@example.org; my password is hunter2abc',
  );
  await loop.run();

  expect((await active()).map(({ text }) => text)).toEqual([orchids.text]);
  expect(await waiting()).toEqual([]);
  expect(JSON.stringify([await database.memories.toArray(), await database.audit.toArray()])).not.toMatch(
    /asthma|example\.org|hunter2abc/,
  );
});

test('settings from before there were categories keep all but contacts', async () => {
  const { database, store } = await openEngine();
  const { keptCategories: _, ...older } = await store.settings();
  await database.settings.put({ id: 'settings', value: older as never });
  expect((await store.settings()).keptCategories).toEqual(keptByDefault);
  await database.settings.put({
    id: 'settings',
    value: { ...older, keptCategories: { health: false } } as never,
  });
  expect((await store.settings()).keptCategories).toEqual({ ...keptByDefault, health: false });
});

/** The secrets that stand anywhere in any table, as they are or without the signs between their figures. */
async function found(database: Database, of: readonly { secret: string }[]): Promise<string[]> {
  const texts: string[] = [];
  collect(await Promise.all(database.tables.map((table) => table.toArray())), texts);
  const all = texts.join('\n');
  const bare = all.replace(/(?<=\d)[ -](?=\d)/g, '');
  return of
    .map(({ secret }) => secret)
    .filter((secret) => isIn(all, secret) || isIn(bare, secret.replace(/[ -]/g, '')));
}

/** Four figures are in many a longer number. */
function isIn(text: string, secret: string): boolean {
  if (secret.length > 8) return text.includes(secret);
  return new RegExp(`(?<![\\w-])${secret.replace(/[^\w]/g, '\\$&')}(?![\\w-])`).test(text);
}

function collect(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value);
  else if (ArrayBuffer.isView(value)) return;
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      texts.push(name);
      collect(item, texts);
    }
  }
}
