// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause } from '@/lib/pause';
import type { Recall } from '@/memory/recall/types';
import type { InjectionMode } from '@/memory/settings';
import type { Left } from '@/page/feedback';
import { interceptSends, type Sent } from '@/page/send';
import { blockWriter, type Write } from '@/page/writing';
import { byUser, fakeSite } from './fake-page';

const block = '[notes]\n- I live in Lisbon\n[end]';
const recall = (injection: InjectionMode): Recall => ({
  injection,
  memories: [{ id: 'm', kind: 'fact', text: 'I live in Lisbon', at: 0, reasons: [] }],
  block,
  tokens: 12,
  at: 0,
});

/** How the page behaves towards keys, clicks and our writing. */
interface Manners {
  takesKey: boolean;
  takesClick: boolean;
  hasButton: boolean;
  /** How long after a change of the text its button may be clicked. */
  enablesAfterMs: number;
  /** How long after a send it empties its composer. */
  emptiesAfterMs: number;
  writing: 'works' | 'fails' | 'throws';
  writesForMs: number;
  injection: InjectionMode | undefined;
}

const wellBehaved: Manners = {
  takesKey: true,
  takesClick: true,
  hasButton: true,
  enablesAfterMs: 16,
  emptiesAfterMs: 0,
  writing: 'works',
  writesForMs: 10,
  injection: 'automatic',
};

function openPage(manners: Partial<Manners> = {}) {
  const page = { ...wellBehaved, ...manners };
  document.body.replaceChildren();
  const form = document.body.appendChild(document.createElement('form'));
  const composer = form.appendChild(document.createElement('textarea'));
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'send';
  if (page.hasButton) form.append(button);
  const prompts: string[] = [];
  let declined = ['unticked'];
  let isSending = false;

  function change(text: string): void {
    composer.value = text;
    button.disabled = true;
    if (text) setTimeout(() => (button.disabled = composer.value === ''), page.enablesAfterMs);
  }

  function send(): void {
    if (!composer.value || isSending) return;
    prompts.push(composer.value);
    // With the composer emptied nobody knows what was unticked for it.
    declined = [];
    if (page.emptiesAfterMs === 0) {
      change('');
      return;
    }
    isSending = true;
    setTimeout(() => {
      change('');
      isSending = false;
    }, page.emptiesAfterMs);
  }

  composer.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && page.takesKey) send();
  });
  button.addEventListener('click', () => page.takesClick && !button.disabled && send());

  const write: Write = async (_, text) => {
    await pause(page.writesForMs);
    if (page.writing === 'throws') throw new Error('no');
    if (page.writing === 'fails') return false;
    change(composer.value + text);
    return true;
  };
  const site = fakeSite({ isAnswering: () => false });
  const stop = new AbortController();
  const sent: Sent[] = [];
  const used: Recall[] = [];
  const left: Left[] = [];
  const ready = page.injection && recall(page.injection);
  interceptSends({
    site,
    drafts: {
      readyFor: (draft) => (draft.includes(block) ? undefined : ready),
      addedTo: (draft) => (draft.includes(block) ? ready : undefined),
      declined: () => declined,
      noteAdded: () => undefined,
      clear: () => undefined,
    },
    writer: blockWriter(site, write),
    onSend: (one) => sent.push(one),
    onLeft(one) {
      left.push(one);
      if (one.recall) used.push(one.recall);
    },
    signal: stop.signal,
  });

  return {
    composer,
    prompts,
    sent,
    used,
    left,
    stop,
    type: (text: string) => change(composer.value + text),
    press(init: KeyboardEventInit & { keyCode?: number } = {}) {
      const event = new KeyboardEvent('keydown', {
        key: 'Enter',
        bubbles: true,
        cancelable: true,
        composed: true,
        ...init,
      });
      // A prevented key does nothing; one that nobody prevented would break the line.
      composer.dispatchEvent(byUser(event));
    },
    click: () =>
      button.dispatchEvent(
        byUser(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true })),
      ),
  };
}

describe('a send', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const settle = () => vi.advanceTimersByTimeAsync(8_000);

  it.each(['press', 'click'] as const)('by %s carries the block, once', async (gesture) => {
    const page = openPage();
    page.type('Where to eat?');
    await settle();
    page[gesture]();
    await settle();
    expect(page.prompts).toEqual([`Where to eat?\n\n${block}`]);
    expect(page.used).toHaveLength(1);
    expect(page.sent).toMatchObject([{ draft: 'Where to eat?' }]);
    expect(page.left).toMatchObject([
      { text: `Where to eat?\n\n${block}`, recall: { block }, declined: ['unticked'] },
    ]);
    page.stop.abort();
  });

  it.each([
    ['without a ready recall', { injection: undefined }, 'Where to eat?'],
    ['in ask mode', { injection: 'ask' }, 'Where to eat?'],
    ['with the block in it already', {}, `Where to eat?\n\n${block}`],
  ] as const)('%s is left alone', async (_, manners, draft) => {
    const page = openPage(manners);
    page.type(draft);
    await settle();
    page.press();
    expect(page.prompts).toEqual([draft]);
    page.stop.abort();
  });

  it.each([
    ['an input method composes', { isComposing: true }],
    ['the input method says so by its code', { keyCode: 229 }],
    ['Shift is held', { shiftKey: true }],
    ['Alt is held', { altKey: true }],
    ['Ctrl is held, where that is no send', { ctrlKey: true }],
  ])('is not taken for one when %s', async (_, init) => {
    const page = openPage({ takesKey: false });
    page.type('Where to eat?');
    await settle();
    page.press(init);
    await settle();
    expect(page.prompts).toEqual([]);
    expect(page.composer.value).toBe('Where to eat?');
    page.stop.abort();
  });

  it.each(['fails', 'throws'] as const)('goes out without the block when writing %s', async (writing) => {
    const page = openPage({ writing });
    page.type('Where to eat?');
    await settle();
    page.press();
    await settle();
    expect(page.prompts).toEqual(['Where to eat?']);
    expect(page.used).toEqual([]);
    page.stop.abort();
  });

  it.each([
    ['no button', { hasButton: false }],
    ['a button that takes its time', { enablesAfterMs: 400 }],
    ['a composer that is emptied late', { emptiesAfterMs: 1_200 }],
    ['a composer that is emptied very late', { emptiesAfterMs: 2_500, hasButton: false }],
  ])('goes out once with %s', async (_, manners) => {
    const page = openPage(manners);
    page.type('Where to eat?');
    await settle();
    page.press();
    page.press();
    await vi.advanceTimersByTimeAsync(30);
    page.press();
    await settle();
    expect(page.prompts).toEqual([`Where to eat?\n\n${block}`]);
    page.stop.abort();
  });

  it('whose button does nothing stays in the composer, and the next one sends it, once', async () => {
    const page = openPage({ takesClick: false });
    page.type('Where to eat?');
    await settle();
    page.press();
    await settle();
    expect(page.prompts).toEqual([]);
    expect(page.used).toEqual([]);
    page.press();
    await settle();
    expect(page.prompts).toEqual([`Where to eat?\n\n${block}`]);
    page.stop.abort();
  });

  it('that is held while another chat comes into view is not sent there', async () => {
    const page = openPage({ enablesAfterMs: 300 });
    page.type('Where to eat?');
    await settle();
    page.press();
    await vi.advanceTimersByTimeAsync(100);
    page.composer.value = 'half a draft in chat B';
    await settle();
    expect(page.prompts).toEqual([]);
    expect(page.used).toEqual([]);
    page.stop.abort();
  });

  it('that the page takes in no way stays in the composer, and the next one is left alone', async () => {
    const manners = { takesClick: false, takesKey: false };
    const page = openPage(manners);
    page.type('Where to eat?');
    await settle();
    page.press();
    await settle();
    expect(page.prompts).toEqual([]);
    expect(page.composer.value).toBe(`Where to eat?\n\n${block}`);
    expect(page.used).toEqual([]);
    page.press();
    await settle();
    expect(page.composer.value).toBe(`Where to eat?\n\n${block}`);
    page.stop.abort();
  });

  it.each([
    ['says which of its choices is chosen', (menu: Element) => menu.remove(), 'option-1'],
    ['is drawn in the composer box', (menu: Element) => menu.removeAttribute('hidden'), ''],
  ])('while a menu that %s is open belongs to the menu', async (_, open, choice) => {
    const page = openPage({ takesKey: false });
    const menu = document.createElement('div');
    menu.setAttribute('role', 'listbox');
    menu.hidden = true;
    page.composer.after(menu);
    open(menu);
    if (choice) page.composer.setAttribute('aria-activedescendant', choice);
    page.type('/sum');
    await settle();
    page.press();
    await settle();
    expect(page.composer.value).toBe('/sum');
    page.stop.abort();
  });

  it('loses nothing and sends nothing twice, whatever the order of keys, clicks and delays', async () => {
    const manners = fc.record({
      takesKey: fc.boolean(),
      takesClick: fc.boolean(),
      hasButton: fc.boolean(),
      enablesAfterMs: fc.constantFrom(0, 16, 200, 700),
      emptiesAfterMs: fc.constantFrom(0, 30, 600),
      writing: fc.constantFrom('works' as const, 'fails' as const, 'throws' as const),
      writesForMs: fc.constantFrom(0, 40, 300),
      injection: fc.constantFrom('automatic' as const, 'ask' as const, undefined),
    });
    const acts = fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('type' as const, 'press' as const, 'click' as const) },
        { weight: 2, arbitrary: fc.constantFrom(1, 25, 60, 400, 4_000) },
      ),
      { minLength: 3, maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(manners, acts, async (behaviour, steps) => {
        const page = openPage(behaviour);
        const words: string[] = [];
        for (const step of steps) {
          if (typeof step === 'number') await vi.advanceTimersByTimeAsync(step);
          else if (step === 'type') {
            words.push(`w${words.length}.`);
            page.type(`${words.at(-1)} `);
          } else page[step]();
        }
        await settle();
        if (behaviour.takesKey) {
          // The first may be held for a button that does nothing; the second never is.
          for (let press = 0; press < 2; press++) {
            page.press();
            await settle();
          }
          expect(page.composer.value).toBe('');
        }
        const everything = [...page.prompts, page.composer.value];
        const counted = words.map((word) => everything.join('\n').split(word).length - 1);
        expect(counted.filter((count) => count > 1)).toEqual([]);
        // A page that empties its composer late throws away what was typed meanwhile; that is its own doing.
        if (behaviour.emptiesAfterMs === 0) expect(counted).toEqual(words.map(() => 1));
        for (const text of everything) expect(text.split('[notes]').length).toBeLessThanOrEqual(2);
        page.stop.abort();
      }),
      { numRuns: 300 },
    );
  });
});
