// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { domains } from '@/memory/domains';
import type { Reason, Recall } from '@/memory/recall/types';
import { offerView } from '@/page/offer-view';
import type { Offered } from '@/page/recall';
import { offerTexts } from '@/page/texts';

const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Record<
  string,
  { message: string }
>;
const texts = offerTexts((key, value = '') => (messages[key]?.message ?? '').replace('$1', value));

const recall: Recall = {
  injection: 'ask',
  memories: [
    {
      id: 'diet',
      kind: 'preference',
      text: 'I eat no meat',
      at: 0,
      reasons: [{ because: 'need', detail: 'diet' }],
    },
    { id: 'home', kind: 'fact', text: 'I live in Lisbon', at: 0, reasons: [] },
  ],
  block: '[…]',
  tokens: 62,
  at: 0,
};

function openView() {
  const did: unknown[] = [];
  const view = offerView(texts, {
    onToggle: () => undefined,
    onAdd: () => did.push('add'),
    onTick: (...tick) => did.push(tick),
    onRate: (...rating) => did.push(rating),
    onDismiss: () => did.push('dismiss'),
    onDismissSolved: () => undefined,
    command: {
      onForget: () => undefined,
      onUndo: () => undefined,
      onOpen: () => undefined,
      onClose: () => undefined,
    },
    onEscape: () => undefined,
  });
  document.body.replaceChildren(view.host);
  view.draw(recall, true);
  const offer = view.pill.parentElement ?? view.pill;
  const mark = (changes: Partial<Offered> = {}) =>
    view.mark({ recall, chosen: recall, unticked: new Set(), rated: new Map(), ...changes });
  mark();
  const all = <Kind extends Element>(css: string) => [...offer.querySelectorAll<Kind>(css)];
  return { did, view, mark, all, offer };
}

describe('the open offer', () => {
  it('says of each memory why it is there, and about how many tokens all take', () => {
    const { all } = openView();
    expect(all('.reason').map(({ textContent }) => textContent)).toEqual(['bears on your diet', '']);
    expect(all('.tokens')[0]?.textContent).toBe('about 60 tokens');
  });

  it('has a tick for each, and a thumb up and one down that can be reached and have names', () => {
    const { all } = openView();
    expect(all<HTMLInputElement>('input').map(({ checked }) => checked)).toEqual([true, true]);
    const thumbs = all<HTMLButtonElement>('.thumb');
    expect(thumbs.map((thumb) => thumb.getAttribute('aria-label'))).toEqual([
      'Useful',
      'Not useful',
      'Useful',
      'Not useful',
    ]);
    expect(thumbs.every(({ disabled, tabIndex }) => !disabled && tabIndex >= 0)).toBe(true);
  });

  it('tells what was unticked and what was thought', () => {
    const { did, all } = openView();
    all<HTMLInputElement>('input')[1]?.click();
    all<HTMLButtonElement>('.thumb')[1]?.click();
    expect(did).toEqual([
      ['home', false],
      ['diet', 'down'],
    ]);
  });

  it('marks what is drawn and draws nothing anew, so that nothing loses the focus', () => {
    const { mark, all, offer } = openView();
    const before = all('*');
    mark({
      unticked: new Set(['diet']),
      rated: new Map([['diet', 'down']]),
      chosen: { ...recall, memories: recall.memories.slice(1), tokens: 31 },
    });
    expect(all('*')).toEqual(before);
    expect(all<HTMLInputElement>('input').map(({ checked }) => checked)).toEqual([false, true]);
    expect(all('.thumb').map((thumb) => thumb.getAttribute('aria-pressed'))).toEqual([
      'false',
      'true',
      'false',
      'false',
    ]);
    expect(offer.textContent).toContain('1 memory');
    expect(offer.textContent).toContain('about 30 tokens');
  });

  it('keeps the place of the keys when other memories come, or goes back to the pill', () => {
    const { view, all } = openView();
    const focused = () => (view.pill.getRootNode() as ShadowRoot).activeElement;
    all<HTMLElement>('.thumb')[3]?.focus();
    view.draw({ ...recall, memories: [...recall.memories].reverse() }, true);
    expect(focused()).toBe(all('.thumb')[1]);
    view.draw({ ...recall, memories: recall.memories.slice(0, 1) }, true);
    expect(focused()).toBe(view.pill);
  });

  it('takes one opinion of a memory', () => {
    const { did, mark, all } = openView();
    mark({ rated: new Map([['diet', 'up']]) });
    for (const thumb of all<HTMLButtonElement>('.thumb').slice(0, 2)) thumb.click();
    expect(did).toEqual([]);
  });

  it('adds nothing while nothing is ticked, or its block is not there yet', () => {
    const { mark, all } = openView();
    mark({ unticked: new Set(['diet', 'home']), chosen: undefined });
    expect(all<HTMLButtonElement>('.main')[0]?.disabled).toBe(true);
    expect(all('.tokens')[0]?.textContent).toBe('');
  });
});

describe('a reason in words', () => {
  it.each<[Reason, string]>([
    [{ because: 'words', detail: 'garden fence' }, 'shares “garden”, “fence”'],
    [{ because: 'about', detail: 'Anna' }, 'about Anna'],
    [{ because: 'time', detail: '2023-01-01/2023-12-31' }, 'from 2023'],
    [{ because: 'rule' }, 'a rule for every chat'],
    [{ because: 'pinned' }, 'pinned'],
  ])('%j', (reason, words) => {
    expect(texts.reasons([reason])).toBe(words);
  });

  it('there are words for every reason and every domain', () => {
    for (const because of ['alike', 'around', 'important', 'recent', 'said', 'used', 'site'] as const) {
      expect(texts.reasons([{ because }])).not.toBe('');
    }
    for (const domain of domains) {
      expect(messages[`domain_${domain}`], `Add domain_${domain} to public/_locales`).toBeDefined();
    }
  });

  it('several stand on one line', () => {
    expect(texts.reasons([{ because: 'pinned' }, { because: 'alike' }])).toBe('pinned · close in meaning');
  });
});
