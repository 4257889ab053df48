// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Recall } from '@/memory/types';
import { followDrafts } from '@/page/recall';
import { byUser, fakeSite } from './fake-page';

const recallOf = (name: string): Recall => ({
  injection: 'automatic',
  memories: [{ id: name, kind: 'fact', text: name, at: 0, reasons: [] }],
  block: `[${name}]`,
  tokens: 12,
  at: 0,
});

function openComposer() {
  document.body.replaceChildren();
  const composer = document.body.appendChild(document.createElement('textarea'));
  const asked: { draft: string; answer(recall: Recall): Promise<void>; fail(): Promise<void> }[] = [];
  const stop = new AbortController();
  const drafts = followDrafts({
    site: fakeSite(),
    engine: {
      recall: ({ draft }) =>
        new Promise((resolve, reject) => {
          asked.push({
            draft,
            async answer(recall) {
              resolve(recall);
              await vi.advanceTimersByTimeAsync(0);
            },
            async fail() {
              reject(new Error('gone'));
              await vi.advanceTimersByTimeAsync(0);
            },
          });
        }),
    },
    conversation: () => ({ site: 'fake', provisionalKey: 'key' }),
    isOurWriting: () => false,
    onChange: () => undefined,
    signal: stop.signal,
  });
  return {
    asked,
    drafts,
    stop,
    composer,
    type(text: string) {
      composer.value = text;
      composer.dispatchEvent(byUser(new InputEvent('input', { bubbles: true, composed: true })));
    },
  };
}

describe('drafts', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks once the typing pauses', async () => {
    const { type, asked } = openComposer();
    type('Where to');
    await vi.advanceTimersByTimeAsync(100);
    type('Where to eat');
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(30);
    expect(asked.map(({ draft }) => draft)).toEqual(['Where to eat']);
  });

  it('does not wait for a pause for ever', async () => {
    const { type, asked } = openComposer();
    for (let length = 8; length < 30; length++) {
      type('Where should we all go to eat tonight?'.slice(0, length));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(asked.length).toBeGreaterThanOrEqual(2);
  });

  it('keeps the newest answer, in whatever order they come', async () => {
    const { type, asked, drafts } = openComposer();
    type('Where to');
    await vi.advanceTimersByTimeAsync(200);
    type('Where to eat');
    await vi.advanceTimersByTimeAsync(200);
    await asked[1]?.answer(recallOf('new'));
    await asked[0]?.answer(recallOf('old'));
    expect(drafts.readyFor('Where to eat')?.block).toBe('[new]');
  });

  it('has nothing for a draft that it did not see most of', async () => {
    const { type, asked, drafts } = openComposer();
    type('Where to');
    await vi.advanceTimersByTimeAsync(200);
    await asked[0]?.answer(recallOf('one'));
    expect(drafts.readyFor('Where to eat')).toBeDefined();
    expect(drafts.readyFor('Where to eat tonight with all of us')).toBeUndefined();
    expect(drafts.readyFor('Who is')).toBeUndefined();
  });

  it('has nothing when the engine fails, and asks again with the next words', async () => {
    const { type, asked, drafts } = openComposer();
    type('Where to');
    await vi.advanceTimersByTimeAsync(200);
    await asked[0]?.fail();
    expect(drafts.readyFor('Where to')).toBeUndefined();
    type('Where to eat');
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toHaveLength(2);
  });

  it('gives up on an engine that never answers', async () => {
    const { type, asked } = openComposer();
    for (const draft of ['one two', 'one two 3', 'one two 34', 'one two 345']) {
      type(draft);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(asked).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked.at(-1)?.draft).toBe('one two 345');
  });

  it('forgets an answer that comes after the draft was sent', async () => {
    const { type, asked, drafts } = openComposer();
    type('Where to eat');
    await vi.advanceTimersByTimeAsync(200);
    drafts.clear();
    await asked[0]?.answer(recallOf('late'));
    expect(drafts.readyFor('Where to eat')).toBeUndefined();
    expect(drafts.offered()).toBeUndefined();
  });

  it('offers nothing more for a draft whose offer was dismissed, and again for the next', async () => {
    const { type, asked, drafts } = openComposer();
    type('Where to eat');
    await vi.advanceTimersByTimeAsync(200);
    await asked[0]?.answer(recallOf('one'));
    drafts.dismiss();
    type('Where to eat tonight?');
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toHaveLength(1);
    expect(drafts.readyFor('Where to eat tonight?')).toBeUndefined();
    type('');
    await vi.advanceTimersByTimeAsync(200);
    type('Where to drink');
    await vi.advanceTimersByTimeAsync(200);
    await asked[1]?.answer(recallOf('two'));
    expect(drafts.offered()?.chosen?.block).toBe('[two]');
  });

  it('does not add twice what the user added, and offers it again once that is undone', async () => {
    const { type, asked, drafts } = openComposer();
    type('Where to eat');
    await vi.advanceTimersByTimeAsync(200);
    await asked[0]?.answer(recallOf('one'));
    drafts.noteAdded(recallOf('one'));
    type('Where to eat\n\n[one]');
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toHaveLength(1);
    expect(drafts.readyFor('Where to eat\n\n[one]')).toBeUndefined();
    expect(drafts.addedTo('Where to eat\n\n[one]')?.block).toBe('[one]');
    type('Where to eat');
    await vi.advanceTimersByTimeAsync(200);
    expect(drafts.addedTo('Where to eat')).toBeUndefined();
    expect(drafts.offered()?.chosen?.block).toBe('[one]');
  });

  it('asks nothing once stopped', async () => {
    const { type, asked, stop } = openComposer();
    type('Where to eat');
    stop.abort();
    await vi.advanceTimersByTimeAsync(1_000);
    type('Where to eat tonight');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual([]);
  });
});
