// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Recall } from '@/memory/recall/types';
import { followDrafts } from '@/page/recall';
import { byUser, fakeSite } from './fake-page';

const recallOf = (name: string, ...others: string[]): Recall => ({
  injection: 'automatic',
  memories: [name, ...others].map((id) => ({ id, kind: 'fact', text: id, at: 0, reasons: [] })),
  block: `[${name}]`,
  tokens: 12,
  at: 0,
});

function openComposer() {
  document.body.replaceChildren();
  const composer = document.body.appendChild(document.createElement('textarea'));
  const asked: { draft: string; answer(recall: Recall): Promise<void>; fail(): Promise<void> }[] = [];
  const rebuilt: { ids: string[]; answer(): Promise<void>; fail(): Promise<void> }[] = [];
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
      blockFor: ({ memories: ids }) =>
        new Promise((resolve, reject) => {
          rebuilt.push({
            ids,
            async answer() {
              resolve({ memories: ids, block: `[${ids}]`, tokens: 5, at: 1 });
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
    rebuilt,
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

  const typed = async (...names: [string, ...string[]]) => {
    const page = openComposer();
    page.type('Where to eat');
    await vi.advanceTimersByTimeAsync(200);
    await page.asked[0]?.answer(recallOf(...names));
    return page;
  };

  it('adds only what is ticked, in the engine’s own words, and nothing before those are there', async () => {
    const { drafts, rebuilt } = await typed('one', 'two');
    drafts.tick('one', false);
    expect(drafts.readyFor('Where to eat')).toBeUndefined();
    expect(rebuilt.map(({ ids }) => ids)).toEqual([['two']]);
    await rebuilt[0]?.answer();
    expect(drafts.readyFor('Where to eat')).toMatchObject({ block: '[two]', memories: [{ id: 'two' }] });
    drafts.tick('one', true);
    expect(drafts.readyFor('Where to eat')?.block).toBe('[one]');
    expect(rebuilt).toHaveLength(1);
  });

  it('never adds what is unticked, whichever answer comes last', async () => {
    const { drafts, rebuilt } = await typed('one', 'two', 'three');
    drafts.tick('one', false);
    drafts.offered();
    drafts.tick('two', false);
    drafts.offered();
    await rebuilt[1]?.answer();
    await rebuilt[0]?.answer();
    expect(drafts.readyFor('Where to eat')?.block).toBe('[three]');
  });

  it('keeps a tick away as the draft grows, and not for the next draft', async () => {
    const { drafts, rebuilt, asked, type } = await typed('one', 'two');
    drafts.tick('one', false);
    type('Where to eat tonight');
    await vi.advanceTimersByTimeAsync(200);
    await asked[1]?.answer(recallOf('one', 'two', 'three'));
    drafts.offered();
    await rebuilt.at(-1)?.answer();
    expect(drafts.readyFor('Where to eat tonight')?.block).toBe('[two,three]');
    type('');
    await vi.advanceTimersByTimeAsync(200);
    type('Where to drink');
    await vi.advanceTimersByTimeAsync(200);
    await asked[2]?.answer(recallOf('one', 'two'));
    expect(drafts.readyFor('Where to drink')?.block).toBe('[one]');
  });

  it('adds nothing when the engine fails to word it, and asks again with the next look', async () => {
    const { drafts, rebuilt } = await typed('one', 'two');
    drafts.tick('one', false);
    drafts.offered();
    await rebuilt[0]?.fail();
    expect(drafts.readyFor('Where to eat')).toBeUndefined();
    expect(rebuilt).toHaveLength(2);
  });

  it('names what was unticked as declined, but not what has a thumb down or went with the whole offer', async () => {
    const { drafts } = await typed('one', 'two', 'three');
    drafts.tick('one', false);
    drafts.rate('two', 'down');
    drafts.rate('three', 'up');
    expect(drafts.offered()?.unticked).toEqual(new Set(['one', 'two']));
    expect(drafts.declined()).toEqual(['one']);
    drafts.dismiss();
    expect(drafts.declined()).toEqual([]);
  });
});
