// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { nextTask } from '@/lib/next-task';
import type { CapturedTurns, CaptureReceipt } from '@/memory/types';
import { captureTurns } from '@/page/capture';
import type { View } from '@/page/conversation';
import { turnReader } from '@/page/seen-turns';
import type { SiteTurn } from '@/sites/site';
import { type FakeTurn, fakeSite, turnsOf } from './fake-page';

type Answer = (captured: CapturedTurns) => Promise<CaptureReceipt>;

const stored: Answer = async ({ turns }) => ({ stored: turns.length });
const fails =
  (name: string): Answer =>
  async () => {
    throw Object.assign(new Error('no'), { name });
  };

function openChat(view: Partial<View> = {}) {
  const inView: View = {
    provisionalKey: 'key',
    siteConversationId: undefined,
    isTemporary: false,
    sentAt: undefined,
    ...view,
  };
  const sent: CapturedTurns[] = [];
  const state = { answer: stored, mayStore: true };
  const read = turnReader();
  const capture = captureTurns({
    site: fakeSite(),
    engine: {
      async capture(captured) {
        sent.push(captured);
        return state.answer(captured);
      },
    },
    originOf: () => 'typed',
    mayStore: () => state.mayStore,
    onAnswer: () => undefined,
  });
  let now = 0;

  /** Reads the page twice, as it takes for a turn to settle, and lets the engine answer. */
  async function show(turns: readonly SiteTurn[], { isAnswering = false, afterMs = 300 } = {}) {
    for (let times = 0; times < 2; times++) {
      now += afterMs;
      capture.read(inView, read(turns), { isAnswering, isLast: false, now });
      await nextTask();
    }
  }

  return {
    capture,
    view: inView,
    state,
    sent,
    show,
    texts: () => sent.flatMap(({ turns }) => turns.map(({ text }) => text)),
  };
}

const exchange: FakeTurn[] = [
  { role: 'user', text: 'hello', id: 'a' },
  { role: 'assistant', text: 'hi there', id: 'b' },
];

describe('capture', () => {
  beforeEach(() => {
    document.title = 'A chat';
  });

  it('sends what has settled in one batch, in order, and each turn once', async () => {
    const chat = openChat({ siteConversationId: 'one' });
    const turns = turnsOf(...exchange);
    await chat.show(turns);
    await chat.show(turns);
    expect(chat.sent).toHaveLength(1);
    expect(chat.sent[0]).toMatchObject({
      conversation: { site: 'fake', provisionalKey: 'key', siteConversationId: 'one' },
      title: 'A chat',
      turns: [
        { key: 'a', role: 'user', text: 'hello', origin: 'typed' },
        { key: 'b', role: 'assistant', text: 'hi there', origin: 'unknown' },
      ],
    });
  });

  it('sends a turn again until the engine has it, with longer and longer pauses', async () => {
    const chat = openChat();
    const turns = turnsOf(...exchange);
    chat.state.answer = fails('UnreachableError');
    await chat.show(turns);
    expect(chat.capture.trouble).toBe('engineUnreachable');
    for (let times = 0; times < 100; times++) await chat.show(turns);
    expect(chat.sent.length).toBeGreaterThan(3);
    expect(chat.sent.length).toBeLessThan(9);
    expect(chat.sent.at(-1)?.turns).toHaveLength(1);
    chat.state.answer = stored;
    await chat.show(turns, { afterMs: 61_000 });
    await chat.show(turns);
    expect(chat.capture.trouble).toBeUndefined();
    expect(chat.sent.slice(-2).flatMap((one) => one.turns.map(({ key }) => key))).toEqual(['a', 'b']);
  });

  it('tries again at once when asked to', async () => {
    const chat = openChat();
    const turns = turnsOf(...exchange);
    chat.state.answer = async () => ({ off: true });
    for (let times = 0; times < 10; times++) await chat.show(turns);
    chat.state.answer = stored;
    chat.capture.retry();
    await chat.show(turns);
    expect(chat.capture.trouble).toBeUndefined();
  });

  it('says that the disk is full, and that capture is switched off', async () => {
    const chat = openChat();
    chat.state.answer = fails('StorageFullError');
    await chat.show(turnsOf(...exchange));
    expect(chat.capture.trouble).toBe('storageFull');
    chat.state.answer = async () => ({ off: true });
    await chat.show(turnsOf(...exchange), { afterMs: 61_000 });
    expect(chat.capture.trouble).toBe('switchedOff');
  });

  it('sends nothing where nothing may be stored, and all of it once it may', async () => {
    const chat = openChat();
    const turns = turnsOf(...exchange);
    chat.state.mayStore = false;
    await chat.show(turns);
    expect(chat.sent).toEqual([]);
    chat.state.mayStore = true;
    await chat.show(turns);
    expect(chat.texts()).toEqual(['hello', 'hi there']);
  });

  it('tells the engine of a new id even when there is nothing else to tell, once', async () => {
    const chat = openChat();
    const turns = turnsOf(...exchange);
    await chat.show(turns);
    chat.view.siteConversationId = 'one';
    await chat.show(turns);
    await chat.show(turns);
    expect(chat.sent).toHaveLength(2);
    expect(chat.sent[1]).toMatchObject({ conversation: { siteConversationId: 'one' }, turns: [] });
  });

  it('sends an edit that keeps its id under a key of its own', async () => {
    const chat = openChat();
    const element = document.createElement('p');
    await chat.show(turnsOf({ role: 'user', text: 'hello', id: 'a', position: 0, element }));
    await chat.show(turnsOf({ role: 'user', text: 'hallo', id: 'a', position: 0, element }));
    const [first, second] = chat.sent.flatMap(({ turns }) => turns);
    expect(first).toMatchObject({ key: 'a', text: 'hello', position: 0 });
    expect(second).toMatchObject({ text: 'hallo', position: 0 });
    expect(second?.key).not.toBe('a');
  });

  it('begins anew in another conversation', async () => {
    const chat = openChat();
    await chat.show(turnsOf({ role: 'user', text: 'hello' }));
    Object.assign(chat.view, { provisionalKey: 'other' });
    await chat.show(turnsOf({ role: 'user', text: 'hello' }));
    expect(chat.sent.map(({ conversation }) => conversation.provisionalKey)).toEqual(['key', 'other']);
  });

  it('sends a long chat in batches, all of it', async () => {
    const chat = openChat();
    const turns = turnsOf(
      ...Array.from({ length: 250 }, (_, index): FakeTurn => ({ role: 'user', text: `line ${index}` })),
    );
    for (let times = 0; times < 3; times++) await chat.show(turns);
    expect(chat.sent.map((one) => one.turns.length)).toEqual([100, 100, 50]);
    expect(new Set(chat.texts()).size).toBe(250);
  });

  it('sends a turn of many megabytes alone', async () => {
    const chat = openChat();
    const turns = turnsOf(
      { role: 'user', text: 'x'.repeat(5_000_000) },
      { role: 'assistant', text: 'y'.repeat(9_000_000) },
    );
    await chat.show(turns);
    await chat.show(turns);
    expect(chat.sent.map((one) => one.turns.map(({ text }) => text.length))).toEqual([
      [5_000_000],
      [8_000_000],
    ]);
  });
});
