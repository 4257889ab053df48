// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nextTask } from '@/lib/next-task';
import { followHealth } from '@/page/health';
import { turnReader } from '@/page/seen-turns';
import type { SiteHealth } from '@/sites/findings';
import { byUser, type FakeTurn, fakeSite, turnsOf } from './fake-page';

const question: FakeTurn = { role: 'user', text: 'How far is the lighthouse from here?', id: 'a' };
const answer: FakeTurn = { role: 'assistant', text: 'Ten miles.', id: 'b' };
const next = 'And how far is **the harbour**?';

/** A chat on a site whose map fits; the tests say what is on the page, and when. */
function openChat() {
  document.body.innerHTML = '<textarea></textarea>';
  const composer = document.querySelector('textarea') as HTMLTextAreaElement;
  const page = { answering: false, turns: [question, answer] as FakeTurn[] };
  const read = turnReader();
  const site = fakeSite({
    health: (): SiteHealth => ({
      findings: [{ part: 'composer', list: 'composer', entry: 0, seen: '2026-01', isOlder: false }],
      turns: {
        user: page.turns.filter(({ role }) => role === 'user').length,
        assistant: page.turns.filter(({ role }) => role === 'assistant').length,
      },
      hasMoreBehind: false,
      isAnswering: page.answering,
      expectsTurns: true,
    }),
  });
  const health = followHealth(site);
  const look = (now: number, conversation = 'one') => {
    const turns = read(turnsOf(...page.turns));
    const url = new URL('https://example.org/c/1');
    const { state, part } = health.look({ conversation, url, turns, isDrawn: true, now });
    return part ? `${state}: ${part}` : state;
  };
  const send = (draft: string, now: number) => {
    composer.value = draft;
    health.noteSend(draft, now);
  };
  return { page, composer, health, look, send };
}

describe('a prompt that was sent', () => {
  test('is right where it shows among the turns, also in the words that the site makes of it', () => {
    const { page, look, send } = openChat();
    look(0);
    send(next, 1_000);
    page.turns.push({ role: 'user', text: 'And how far is the harbour?', id: 'c' });
    expect(look(1_200)).toBe('fine');
    page.turns.splice(0);
    page.turns.push({ role: 'user', text: 'Another', id: 'x' }, answer);
    expect(look(60_000)).toBe('fine');
  });

  test('pauses the page where it does not, though the page took it, until it shows', () => {
    const { page, composer, look, send } = openChat();
    look(0);
    send(next, 1_000);
    composer.value = '';
    page.turns.push({ role: 'assistant', text: 'Two miles.', id: 'd' });
    expect(look(2_000)).toBe('fine');
    expect(look(7_000)).toBe('paused: turns');
    page.turns.splice(2, 0, { role: 'user', text: next, id: 'c' });
    expect(look(8_000)).toBe('fine');
  });

  test('pauses the page also where nothing changed but the composer', () => {
    const { composer, look, send } = openChat();
    look(0);
    send(next, 1_000);
    composer.value = '';
    expect(look(7_000)).toBe('paused: turns');
    expect(look(8_000, 'another chat')).toBe('fine');
  });

  test('says nothing where the site did not take it, also when it is thrown away then', () => {
    const { composer, look, send } = openChat();
    look(0);
    send(next, 1_000);
    expect(look(4_000)).toBe('fine');
    composer.value = '';
    expect(look(7_000)).toBe('fine');
  });

  test('may wait for its answer for a while', () => {
    const { page, look, send } = openChat();
    page.turns = [];
    look(0);
    send(question.text, 1_000);
    page.turns = [question];
    expect(look(60_000)).toBe('fine');
    expect(look(200_000)).toBe('paused: roles');
    page.turns = [question, answer];
    expect(look(210_000)).toBe('fine');
  });
});

test('an answer that never ends pauses the page, unless the site says that it is answering', () => {
  const { page, look } = openChat();
  const open = { ...answer, streaming: true };
  page.turns = [question, open];
  expect(look(0)).toBe('fine');
  open.text = 'Ten miles. And';
  expect(look(200_000)).toBe('fine');
  expect(look(400_000)).toBe('fine');
  expect(look(501_000)).toBe('paused: end');
  page.answering = true;
  expect(look(502_000)).toBe('fine');
  open.streaming = false;
  page.answering = false;
  expect(look(503_000)).toBe('fine');
});

test('a list that takes turns off the page may come to show one role alone', () => {
  const { page, look } = openChat();
  look(0);
  page.turns = [answer];
  expect(look(1_000)).toBe('fine');
  expect(look(2_000, 'another chat')).toBe('paused: roles');
});

describe('a composer', () => {
  let chat: ReturnType<typeof openChat>;
  let typing: AbortController;
  beforeEach(() => {
    chat = openChat();
    typing = new AbortController();
    document.addEventListener('input', chat.health.noteInput, { signal: typing.signal });
  });
  afterEach(() => typing.abort());

  async function type(value: string, data: string): Promise<void> {
    chat.composer.value = value;
    chat.composer.dispatchEvent(byUser(new InputEvent('input', { data, bubbles: true, composed: true })));
    await nextTask();
    await nextTask();
  }

  test('that does not read as what is typed into it is none', async () => {
    for (const letter of 'xyz') await type('', letter);
    expect(chat.look(0)).toBe('paused: composer');
    await type('x', 'x');
    expect(chat.look(1_000)).toBe('fine');
  });

  test('that is empty since its prompt was sent at once is right', async () => {
    for (const letter of 'xyz') {
      const typed = type('', letter);
      chat.health.noteSend(letter, 0);
      await typed;
    }
    expect(chat.look(0)).toBe('fine');
  });

  test('that holds what is typed is right', async () => {
    await type('x', 'x');
    expect(chat.look(0)).toBe('fine');
  });
});
