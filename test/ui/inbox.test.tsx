// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AuditEntry, Memory } from '@/memory/types';
import { captured, type OpenEngine } from '../support/open-engine';
import { waitFor } from '../support/wait-for';
import { setTabs } from './fake-browser';
import {
  button,
  closePopup,
  expectElement,
  find,
  listed,
  memory,
  openPopup,
  press,
  type,
} from './open-popup';

vi.mock('wxt/browser', () => import('./fake-browser'));

afterEach(closePopup);
setTabs([]);

const boats = 'I own two boats.';
const short = 'I usually ask for short answers.';
const lisbon = 'I live in Lisbon.';
const porto = 'I live in Porto.';

type Waits = { text: string; reason?: string; createdAt?: number } & Partial<Memory>;

/** A popup on a shelf with one bicycle, and with what waits, in the order in which it is to be shown. */
async function openWith(...waiting: Waits[]): Promise<OpenEngine> {
  const opened = await openPopup();
  const bicycle = await opened.engine.add('I own a bicycle.');
  const put = waiting.map(({ reason = 'unsure', ...more }, place) => ({
    ...bicycle,
    id: more.text,
    basis: 'inferred',
    createdAt: bicycle.createdAt - place,
    ...(more.status ? {} : { status: 'quarantined', reason }),
    ...more,
  })) as Memory[];
  await opened.store.commit({ put });
  await waitFor(() => expect(find('.inbox-card')).toBeTruthy());
  return opened;
}

/** Two that contradict each other, the second said a day later than the first. */
function contradicting(older: string, newer: string): Waits[] {
  const at = Date.now() - 5 * 86_400_000;
  const said = (text: string, other: string, at: number): Waits => ({
    text,
    status: 'conflict',
    conflictsWith: other,
    updatedAt: at,
    createdAt: at,
    sources: [
      { from: 'turn', site: 'claude', conversationId: text, turnId: text, quote: `Well, ${text}`, at },
    ],
  });
  return [said(newer, older, at + 86_400_000), said(older, newer, at)];
}

function cards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.inbox-card > article')];
}

function asked(): string[] {
  return cards().map((card) => wordsIn(card).join(' / '));
}

function wordsIn(card: Element): (string | null)[] {
  return [...card.querySelectorAll('.inbox-words')].map(({ textContent }) => textContent);
}

async function asks(...texts: string[]): Promise<void> {
  await waitFor(() => expect(asked()).toEqual(texts));
}

function focused(): string | null | undefined {
  return document.activeElement?.querySelector('.inbox-words')?.textContent;
}

async function says(words: string): Promise<void> {
  await waitFor(() => expect(expectElement('.inbox [role="status"]').textContent).toBe(words));
}

describe('what waits for the user', () => {
  test('stands at the top of the shelf with its words, its quote, its source and why it waits', async () => {
    const at = Date.now();
    const turn = { from: 'turn', site: 'claude', turnId: 'turn', at } as const;
    await openWith({
      text: short,
      reason: 'pattern',
      sources: ['shorter please', 'Shorter, please!'].map((quote) => ({
        ...turn,
        conversationId: quote,
        quote,
      })),
    });
    const [card] = cards();
    expect(card?.textContent).toContain('Shorter, please!');
    expect(card?.textContent).toContain('You said this in Claude today · in 2 chats');
    expect(card?.textContent).toContain('Noticed in your chats');
    const named = card?.getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(named)?.textContent).toBe(short);
    const follows = document.querySelector('.memory')?.compareDocumentPosition(card ?? document) ?? 0;
    expect(follows & Node.DOCUMENT_POSITION_PRECEDING).toBeTruthy();
  });

  test('has no quote that only repeats its words', async () => {
    const source = { from: 'turn', site: 'claude', conversationId: 'c', turnId: 't', at: 1 } as const;
    await openWith({ text: boats, sources: [{ ...source, quote: 'i own two boats' }] });
    expect(find('.quote')).toBeNull();
  });

  test('comes conflicts first, then patterns, then the others, the newest first', async () => {
    await openWith(
      { text: boats, reason: 'disagrees' },
      { text: 'I own a canoe.' },
      { text: short, reason: 'pattern' },
      ...contradicting(lisbon, porto),
    );
    await asks(`${lisbon} / ${porto}`, short, boats, 'I own a canoe.');
    expect(button('To confirm, 4')).toBeTruthy();
    expect(document.body.textContent).toContain('disagrees with another memory');
  });

  test('is kept with one key, and the next takes its place and the focus', async () => {
    const { store, engine } = await openWith({ text: boats }, { text: 'I own a canoe.' }, { text: short });
    press('ArrowDown');
    expect(focused()).toBe(boats);
    press('y');
    await asks('I own a canoe.', short);
    expect(focused()).toBe('I own a canoe.');
    expect(await store.memory(boats)).toMatchObject({ status: 'active', basis: 'confirmed' });
    expect(await engine.search('boats')).toEqual([boats]);
    await says('2 left to confirm.');
    await waitFor(() => expect(expectElement('.undo-bar').textContent).toContain(`Kept. ${boats}`));
    press('Enter');
    await asks(short);
    expect(focused()).toBe(short);
    await says('1 left to confirm.');
  });

  test('is forgotten with one key, and Ctrl+Z brings it back to its place', async () => {
    const { store } = await openWith({ text: boats }, { text: 'I own a canoe.' });
    for (const key of ['n', 'Delete']) {
      cards()[0]?.focus();
      press(key);
      await asks('I own a canoe.');
      expect(await store.memory(boats)).toBeUndefined();
      expect(focused()).toBe('I own a canoe.');
      press('z', { ctrlKey: true });
      await asks(boats, 'I own a canoe.');
    }
  });

  test('is reworded in place, and saving keeps it', async () => {
    const { store } = await openWith({ text: boats }, { text: short });
    cards()[0]?.focus();
    press('e');
    await waitFor(() => expect(find('textarea')).toBe(document.activeElement));
    for (const key of ['y', 'n', '1', 'Delete']) press(key);
    type('textarea', 'I own three boats.');
    press('Enter');
    await asks(short);
    expect(focused()).toBe(short);
    expect(await store.memory(boats)).toMatchObject({
      status: 'active',
      text: 'I own three boats.',
      basis: 'written',
    });
  });

  test('is left as it was on Esc, with the focus back on it', async () => {
    const { store } = await openWith({ text: boats });
    cards()[0]?.focus();
    press('e');
    await waitFor(() => expect(find('textarea')).toBe(document.activeElement));
    press('Escape');
    await waitFor(() => expect(find('textarea')).toBeNull());
    expect(focused()).toBe(boats);
    expect(await store.memory(boats)).toMatchObject({ status: 'quarantined' });
  });

  test('takes no key with a modifier, held down, of an input method, or from a field', async () => {
    const { store } = await openWith({ text: boats });
    const entry = await store.lastUndoable();
    cards()[0]?.focus();
    for (const key of ['y', 'Enter', 'n', 'Delete', 'e']) {
      for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'shiftKey', 'repeat', 'isComposing']) {
        press(key, { [modifier]: true });
      }
    }
    expectElement('search input').focus();
    press('y');
    press('n');
    expect(find('textarea')).toBeNull();
    expect((await store.lastUndoable())?.id).toBe(entry?.id);
    await asks(boats);
  });

  test('is answered once, however often the key is pressed', async () => {
    const { store } = await openWith({ text: boats }, { text: short });
    const commit = vi.spyOn(store, 'commit');
    cards()[0]?.focus();
    press('y');
    press('y');
    press('n');
    await asks(short);
    expect(commit).toHaveBeenCalledTimes(1);
  });

  test('is walked through by the arrow keys, from the search box to the first row', async () => {
    await openWith({ text: boats }, { text: short });
    expectElement('search input').focus();
    press('ArrowDown');
    expect(focused()).toBe(boats);
    press('ArrowDown');
    expect(focused()).toBe(short);
    press('ArrowDown');
    expect(document.activeElement).toBe(memory('bicycle'));
    press('ArrowUp');
    press('ArrowUp');
    expect(focused()).toBe(boats);
    button('Forget', cards()[0]).focus();
    press('ArrowDown');
    expect(focused()).toBe(short);
  });

  test('is five cards at most; the rest opens with the focus on the next of them', async () => {
    const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((n) => `I own boat ${n}.`);
    await openWith(...names.map((text) => ({ text })));
    await asks(...names.slice(0, 5));
    expect(button('To confirm, 7')).toBeTruthy();
    const more = button('2 more');
    more.focus();
    more.click();
    await asks(...names);
    expect(focused()).toBe(names[5]);
    expect(button('To confirm, 7').getAttribute('aria-pressed')).toBe('true');
    expect(listed()).toEqual([]);
    type('search input', 'boat SIX');
    await asks('I own boat six.');
  });

  test('that was the fifth of many leaves its place to the sixth', async () => {
    const names = ['one', 'two', 'three', 'four', 'five', 'six'].map((n) => `I own boat ${n}.`);
    await openWith(...names.map((text) => ({ text })));
    cards()[4]?.focus();
    press('n');
    await waitFor(() => expect(asked()[4]).toBe('I own boat six.'));
    expect(focused()).toBe('I own boat six.');
  });

  test('and is all answered says so; the focus does not slip to a memory', async () => {
    await openWith({ text: boats });
    cards()[0]?.focus();
    press('n');
    await waitFor(() => expect(cards()).toEqual([]));
    expect(document.activeElement?.textContent).toBe('Nothing waits for you any more.');
    await says('Nothing waits for you any more.');
    press('n');
    expect(listed()).toEqual(['I own a bicycle.']);
    press('z', { ctrlKey: true });
    await asks(boats);
  });

  test('is all answered in its own list, from where the way back is offered', async () => {
    await openWith({ text: boats });
    button('To confirm, 1').click();
    await waitFor(() => expect(listed()).toEqual([]));
    cards()[0]?.focus();
    press('y');
    await waitFor(() => expect(expectElement('.empty').textContent).toContain('Nothing waits for you'));
    expect(expectElement('.inbox').contains(document.activeElement)).toBe(true);
    button('Show active memories').click();
    await waitFor(() => expect(listed()).toHaveLength(2));
  });

  test('stays and says what to do when it was forgotten meanwhile', async () => {
    const { store } = await openWith({ text: boats });
    vi.spyOn(store, 'memories').mockResolvedValue([]);
    button('Keep', cards()[0]).click();
    await waitFor(() => {
      expect(expectElement('.inbox-card .problem').textContent).toBe(
        'These memories were forgotten in the meantime.',
      );
    });
    await asks(boats);
  });

  test('is no part of what a search or another filter shows', async () => {
    await openWith({ text: boats });
    type('search input', 'boats');
    await waitFor(() => expect(expectElement('.empty').textContent).toContain('Nothing matches'));
    expect(cards()).toEqual([]);
    button('Clear the search').click();
    await asks(boats);
  });
});

describe('a contradiction', () => {
  test('shows both sentences with their dates, the older first, and has three answers', async () => {
    await openWith(...contradicting(lisbon, porto));
    await asks(`${lisbon} / ${porto}`);
    const [older, newer] = document.querySelectorAll('.side');
    expect(older?.textContent).toContain('You said this in Claude 5 days ago');
    expect(newer?.textContent).toContain('You said this in Claude 4 days ago');
    for (const name of ['Keep older', 'Keep newer', 'Keep both']) button(name);
  });

  test.each([
    { key: '1', kept: [lisbon], says: `Kept. ${lisbon}` },
    { key: '2', kept: [porto], says: `Kept. ${porto}` },
    { key: '3', kept: [lisbon, porto], says: 'Kept 2 memories.' },
  ])('is settled with $key, and Ctrl+Z opens it again', async ({ key, kept, says }) => {
    const { store } = await openWith(...contradicting(lisbon, porto), { text: boats });
    cards()[0]?.focus();
    for (const other of ['y', 'n', 'e', 'Enter', 'Delete']) press(other);
    await asks(`${lisbon} / ${porto}`, boats);
    press(key);
    await asks(boats);
    expect(focused()).toBe(boats);
    const inUse = (await store.memoriesByStatus('active')).map(({ id }) => id);
    expect(inUse.filter((id) => id === lisbon || id === porto).sort()).toEqual(kept);
    await waitFor(() => expect(expectElement('.undo-words').textContent?.trim()).toBe(says));
    press('z', { ctrlKey: true });
    await asks(`${lisbon} / ${porto}`, boats);
  });

  test('has the one that was said first as the older one, also where that was said again', async () => {
    const [newer, older] = contradicting(lisbon, porto);
    if (!newer || !older?.sources) throw new Error('There are two');
    const again = { from: 'hand', at: Date.now() } as const;
    const { store } = await openWith(newer, { ...older, sources: [...older.sources, again] });
    await asks(`${lisbon} / ${porto}`);
    expect(find('.side')?.textContent).toContain('You said this in Claude 5 days ago');
    cards()[0]?.focus();
    press('1');
    await waitFor(async () => expect(await store.memory(lisbon)).toMatchObject({ status: 'active' }));
    expect((await store.memory(porto))?.status).not.toBe('active');
  });

  test('of which one is gone is a question about the other', async () => {
    const [alone] = contradicting(lisbon, porto);
    const { store } = await openWith(alone ?? { text: porto });
    await asks(porto);
    button('Keep', cards()[0]).click();
    await waitFor(async () => expect(await store.memory(porto)).toMatchObject({ status: 'active' }));
  });
});

describe('what was just learned', () => {
  test('leaves out what merely happened', async () => {
    const { engine, store } = await openPopup();
    await engine.capture(captured(["I'm allergic to shellfish."], { site: 'claude' }));
    await engine.learn();
    await waitFor(() => expect(find('[aria-label="Just learned"]')).toBeTruthy());
    const [learned] = await store.memoriesByStatus('active');
    if (!learned) throw new Error('Nothing was learned');
    const episode: Memory = { ...learned, id: 'episode', kind: 'episode', text: 'I asked about fish.' };
    const entry: AuditEntry = {
      id: 'entry',
      at: Date.now() + 1,
      kind: 'learn',
      changes: [{ after: episode }],
    };
    await store.commit({ put: [episode], entry });
    await waitFor(() => expect(listed()).toHaveLength(2));
    const news = expectElement('[aria-label="Just learned"]');
    expect(news.textContent).toContain('shellfish');
    expect(news.textContent).not.toContain('I asked');
    expect(expectElement('[aria-label="Earlier"]').textContent).toContain('I asked about fish.');
  });

  test('is forgotten with N too', async () => {
    const { engine } = await openPopup();
    await engine.capture(captured(["I'm allergic to shellfish."], { site: 'claude' }));
    await engine.learn();
    await waitFor(() => expect(find('[aria-label="Just learned"]')).toBeTruthy());
    memory('shellfish').focus();
    press('n', { shiftKey: true });
    press('n', { isComposing: true });
    expect(listed()).toHaveLength(1);
    press('n');
    await waitFor(() => expect(listed()).toEqual([]));
  });
});
