// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { followConversation } from '@/page/conversation';
import { turnReader } from '@/page/seen-turns';
import type { SiteTurn } from '@/sites/site';
import { type FakeTurn, fakeSite, turnsOf } from './fake-page';

/** A tab: what its address and its thread are, and what the conversation watch makes of it. */
function openTab() {
  const watch = followConversation(fakeSite());
  const read = turnReader();
  let now = 1_000_000;
  return {
    watch,
    get view() {
      return watch.view;
    },
    wait(ms: number) {
      now += ms;
    },
    send: () => watch.noteSend(now),
    click: (goesTo?: string) => watch.noteClick(now, goesTo),
    back: () => watch.noteHistory(now),
    look(path: string, turns: readonly SiteTurn[]) {
      now += 300;
      return watch.look(new URL(path, 'https://fake.test'), read(turns), now);
    },
  };
}

const lisbon: FakeTurn[] = [
  { role: 'user', text: 'I live in Lisbon', id: 'a1' },
  { role: 'assistant', text: 'Noted.', id: 'a2' },
];
const oslo: FakeTurn[] = [
  { role: 'user', text: 'I live in Oslo', id: 'b1' },
  { role: 'assistant', text: 'Noted.', id: 'b2' },
];
const withoutIds = (turns: FakeTurn[]) => turns.map(({ role, text }) => ({ role, text }));

describe('a chat that is begun here', () => {
  it('keeps its key when its id comes', () => {
    const tab = openTab();
    tab.look('/', []);
    const { provisionalKey } = tab.view;
    tab.send();
    const turns = turnsOf({ role: 'user', text: 'I live in Lisbon' });
    expect(tab.look('/', turns)).toBe('ready');
    expect(tab.look('/c/one', turns)).toBe('ready');
    expect(tab.view).toMatchObject({ provisionalKey, siteConversationId: 'one' });
  });

  it('keeps its key when the id comes before its first turn', () => {
    const tab = openTab();
    tab.look('/', []);
    const { provisionalKey } = tab.view;
    tab.send();
    expect(tab.look('/c/one', [])).toBe('unsure');
    expect(tab.look('/c/one', turnsOf({ role: 'user', text: 'I live in Lisbon' }))).toBe('ready');
    expect(tab.view).toMatchObject({ provisionalKey, siteConversationId: 'one' });
  });

  it('keeps its key when the page draws its thread anew with the id', () => {
    const tab = openTab();
    tab.send();
    tab.look('/', turnsOf(...withoutIds(lisbon)));
    const { provisionalKey } = tab.view;
    expect(tab.look('/c/one', turnsOf(...withoutIds(lisbon)))).toBe('ready');
    expect(tab.view.provisionalKey).toBe(provisionalKey);
  });

  it('keeps its key when the thread is gone for a moment', () => {
    const tab = openTab();
    tab.send();
    tab.look('/', turnsOf(...lisbon));
    const { provisionalKey } = tab.view;
    tab.look('/', []);
    expect(tab.look('/', turnsOf(...lisbon))).toBe('ready');
    expect(tab.view.provisionalKey).toBe(provisionalKey);
  });

  it('is told from an older chat that was opened before the id came', () => {
    const tab = openTab();
    tab.send();
    const begun = turnsOf(...lisbon);
    tab.look('/', begun);
    const { provisionalKey } = tab.view;
    tab.click('two');
    expect(tab.look('/c/two', begun)).toBe('unsure');
    expect(tab.look('/c/two', turnsOf(...oslo))).toBe('ready');
    expect(tab.view.siteConversationId).toBe('two');
    expect(tab.view.provisionalKey).not.toBe(provisionalKey);
  });

  it('is told from an older chat even where the list is no links', () => {
    const tab = openTab();
    tab.send();
    const begun = turnsOf(...lisbon);
    tab.look('/', begun);
    const { provisionalKey } = tab.view;
    tab.wait(3_000);
    tab.click();
    expect(tab.look('/c/two', begun)).toBe('unsure');
    expect(tab.look('/c/two', turnsOf(...oslo))).toBe('ready');
    expect(tab.view.provisionalKey).not.toBe(provisionalKey);
  });

  it('gets its id in the end though the user clicked somewhere meanwhile', () => {
    const tab = openTab();
    tab.send();
    const begun = turnsOf(...lisbon);
    tab.look('/', begun);
    const { provisionalKey } = tab.view;
    tab.click();
    expect(tab.look('/c/one', begun)).toBe('unsure');
    tab.wait(2_500);
    expect(tab.look('/c/one', begun)).toBe('ready');
    expect(tab.view).toMatchObject({ provisionalKey, siteConversationId: 'one' });
  });
});

describe('going from chat to chat', () => {
  it('begins with a new key for the next one', () => {
    const tab = openTab();
    tab.look('/c/one', turnsOf(...lisbon));
    const { provisionalKey } = tab.view;
    expect(tab.look('/c/two', turnsOf(...oslo))).toBe('ready');
    expect(tab.view.siteConversationId).toBe('two');
    expect(tab.view.provisionalKey).not.toBe(provisionalKey);
  });

  it.each([
    ['with ids', lisbon, oslo],
    ['without ids', withoutIds(lisbon), withoutIds(oslo)],
  ])('stores nothing while the thread before still stands, %s', (_, before, after) => {
    const tab = openTab();
    const old = turnsOf(...before);
    tab.look('/c/one', old);
    for (let times = 0; times < 20; times++) expect(tab.look('/c/two', old)).toBe('unsure');
    for (let times = 0; times < 20; times++) expect(tab.look('/c/two', turnsOf(...before))).toBe('unsure');
    expect(tab.look('/c/two', turnsOf(...after.slice(0, 1)))).toBe('ready');
  });

  it('stores nothing while the last answer of the chat before still grows', () => {
    const tab = openTab();
    const [question, answer] = turnsOf(...withoutIds(lisbon));
    if (!question || !answer) throw new Error('Two turns were asked for.');
    tab.look('/c/one', [question, answer]);
    answer.element.textContent = 'Noted. And more of it.';
    expect(tab.look('/c/two', [question, answer])).toBe('unsure');
    expect(tab.look('/c/two', [answer])).toBe('unsure');
  });

  it('takes the turns for the next chat where the page uses its elements again', () => {
    const tab = openTab();
    const elements = [document.createElement('p'), document.createElement('p')];
    const into = (turns: FakeTurn[]) =>
      turnsOf(...turns.map((turn, index) => ({ ...turn, element: elements[index] ?? document.body })));
    tab.look('/c/one', into(lisbon));
    expect(tab.look('/c/two', into(oslo))).toBe('ready');
  });

  it('waits until a thread that is partly the old one has stood still', () => {
    const tab = openTab();
    const same = { role: 'user', text: 'hello' } as const;
    tab.look('/c/one', turnsOf(same, { role: 'assistant', text: 'Hello from one' }));
    const next = turnsOf(same, { role: 'assistant', text: 'Hello from two' });
    expect(tab.look('/c/two', next)).toBe('unsure');
    tab.wait(2_500);
    expect(tab.look('/c/two', next)).toBe('ready');
  });

  it('stores nothing of a thread that the page draws before it changes its address', () => {
    const tab = openTab();
    tab.look('/c/one', turnsOf(...lisbon));
    const next = turnsOf(...oslo);
    expect(tab.look('/c/one', next)).toBe('unsure');
    expect(tab.look('/c/two', next)).toBe('ready');
    expect(tab.view.siteConversationId).toBe('two');
  });

  it('takes a cleared thread for a new chat where neither has an id', () => {
    const tab = openTab();
    tab.send();
    tab.look('/', turnsOf(...lisbon));
    const { provisionalKey } = tab.view;
    tab.look('/', []);
    expect(tab.view.provisionalKey).not.toBe(provisionalKey);
    expect(tab.look('/', turnsOf(...oslo))).toBe('ready');
    expect(tab.view.provisionalKey).not.toBe(provisionalKey);
  });

  it('names the new chat anew after one with an id', () => {
    const tab = openTab();
    tab.look('/c/one', turnsOf(...lisbon));
    const { provisionalKey } = tab.view;
    expect(tab.look('/', [])).toBe('ready');
    expect(tab.view.siteConversationId).toBeUndefined();
    expect(tab.view.provisionalKey).not.toBe(provisionalKey);
  });

  it('opens an older chat from an untouched new one without waiting', () => {
    const tab = openTab();
    tab.look('/', []);
    const { provisionalKey } = tab.view;
    expect(tab.look('/c/one', turnsOf(...lisbon))).toBe('ready');
    expect(tab.view.provisionalKey).not.toBe(provisionalKey);
  });

  it('believes the back button', () => {
    const tab = openTab();
    tab.send();
    const begun = turnsOf(...lisbon);
    tab.look('/', begun);
    const { provisionalKey } = tab.view;
    tab.back();
    tab.look('/c/two', begun);
    expect(tab.view.provisionalKey).not.toBe(provisionalKey);
  });
});
