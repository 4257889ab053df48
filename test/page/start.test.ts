// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Recall } from '@/memory/recall/types';
import type { CapturedTurns } from '@/memory/types';
import type { Engine } from '@/page/engine';
import { startPage } from '@/page/start';
import { offerTexts } from '@/page/texts';
import { siteFrom } from '@/sites/dom';
import { waitFor } from '../support/wait-for';
import { byUser } from './fake-page';

const seen = '2026-08';
const site = siteFrom({
  id: 'example',
  name: 'Example',
  matches: [],
  chats: [/^/],
  temporary: {},
  layouts: [{ user: { turn: { css: '.mine', seen } }, assistant: { turn: { css: '.its', seen } } }],
  composer: [{ css: 'textarea', seen }],
  composerBox: [],
  send: [],
  stop: [],
});

const block = 'What is known: a boat.';
const memories = [{ id: 'm1', kind: 'fact' as const, text: 'A boat', at: 0, reasons: [] }];
const ready: Recall = { injection: 'automatic', memories, block, tokens: 5, at: 0 };

let stop: AbortController;
let sent: CapturedTurns[];

function open() {
  stop = new AbortController();
  sent = [];
  const recall = vi.fn(async () => ready);
  const engine: Engine = {
    async capture(turns) {
      sent.push(turns);
      return { stored: turns.turns.length };
    },
    recall,
    blockFor: async () => ({ memories: ['m1'], block, tokens: 5, at: 0 }),
    report: async () => null,
    feedback: async () => null,
    command: async () => null,
    forgetNow: () => Promise.reject(new Error('nothing is forgotten here')),
    commandDone: async () => null,
    takeBack: async () => null,
    openMemories: () => undefined,
    isConnected: () => true,
  };
  const write = vi.fn(async () => false);
  const onAddressChange = () => undefined;
  const page = startPage(site, { engine, write, texts: offerTexts((key) => key), onAddressChange, stop });
  return { page, write, recall };
}

const texts = () => sent.flatMap(({ turns }) => turns.map(({ text }) => text));

function say(className: string, words: string): HTMLElement {
  const turn = document.createElement('div');
  turn.className = className;
  turn.textContent = words;
  document.querySelector('main')?.append(turn);
  return turn;
}

/** As when the tab is left and come back to: the page is looked at without a pause, as often as it takes to settle. */
function watchTwice(): void {
  for (let times = 0; times < 2; times++) document.dispatchEvent(new Event('visibilitychange'));
}

function composer(): HTMLTextAreaElement {
  return document.querySelector('textarea') as HTMLTextAreaElement;
}

function type(words: string): void {
  composer().focus();
  composer().value = words;
  const input = new InputEvent('input', { data: words, bubbles: true, composed: true });
  composer().dispatchEvent(byUser(input));
}

function pressEnter(): KeyboardEvent {
  const key = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true });
  composer().dispatchEvent(byUser(key));
  return key;
}

beforeEach(() => {
  document.body.innerHTML = '<main></main><textarea></textarea>';
});
afterEach(() => stop.abort());

describe('a page that has changed', () => {
  test('is captured no more, and again from the moment when it is as it was', async () => {
    const { page } = open();
    say('mine', 'How far is the harbour?');
    say('its', 'Two miles.');
    await waitFor(() => expect(texts()).toEqual(['How far is the harbour?', 'Two miles.']));

    const lost = say('changed', 'And the lighthouse?');
    const before = say('mine', 'Are you there?');
    before.after(lost);
    say('its', 'Ten miles.').before(lost);
    const between = say('mine', 'Thanks');
    say('mine', 'Once more').before(lost);
    await waitFor(() => expect(page.status().health?.state).toBe('paused'));
    watchTwice();
    expect(texts()).toHaveLength(2);

    lost.className = 'its';
    between.append(' a lot');
    await waitFor(() => expect(texts()).toContain('Thanks a lot'));
  });

  test('has no prompt touched', async () => {
    const { page, write, recall } = open();
    say('mine', 'How far is the harbour?');
    say('its', 'Two miles.');
    await waitFor(() => expect(texts()).toHaveLength(2));
    type('Which boat should I take to get there?');
    await waitFor(() => expect(recall).toHaveBeenCalledTimes(1));
    expect(pressEnter().defaultPrevented).toBe(true);
    await waitFor(() => expect(write).toHaveBeenCalledTimes(1));

    for (const turn of document.querySelectorAll('.its')) turn.className = 'changed';
    say('mine', 'And then?');
    say('changed', 'Rest.');
    type('Which boat should I take tomorrow?');
    await waitFor(() => expect(page.status().health?.state).toBe('paused'));
    // The prompt before is still being handed over.
    await waitFor(() => expect(pressEnter().defaultPrevented).toBe(false));
    expect(write).toHaveBeenCalledTimes(1);
  });
});
