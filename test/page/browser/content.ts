import type { Recall, RecalledMemory } from '@/memory/recall/types';
import type { Engine } from '@/page/engine';
import { startPage } from '@/page/start';
import { offerTexts } from '@/page/texts';
import { findSite } from '@/sites/index';
import { insertAtEnd } from '@/sites/write-composer';

/*
 * The page half of the extension with a pretend engine, loaded as a real content script. What the engine was asked
 * is told to the test through the console, and the test sets the engine's manners through session storage.
 */

declare const chrome: {
  i18n: { getMessage(key: string, values?: string[]): string };
};

const kinds = ['fact', 'preference', 'procedure', 'goal', 'episode'] as const;
const words = [
  'I live in Lisbon, near the river.',
  'I prefer short answers with the numbers first.',
  'When I ask for code, use TypeScript and explain nothing unless I ask.',
  'I want to run a half marathon in the spring.',
  'Last week I moved the team meeting to Thursday.',
  'My sister is called Ana and she is a nurse at the hospital across the street from us.',
  'I do not eat meat.',
];

function memories(count: number): RecalledMemory[] {
  return words
    .slice(0, count)
    .map((text, index) => ({ id: `m${index}`, kind: kinds[index % 5] ?? 'fact', text, at: 0, reasons: [] }));
}

function recall(draft: string): Recall {
  const manners = sessionStorage.getItem('pretend-engine') ?? '';
  if (manners.includes('mute')) throw new Error('The engine is gone.');
  const count = Number(/\d/.exec(manners)?.[0] ?? 3);
  const known = draft.includes('nothing') ? [] : memories(count);
  const injection = manners.includes('ask') ? 'ask' : 'automatic';
  return { injection, memories: known, block: blockOf(known), tokens: 60, at: 0 };
}

function blockOf(known: RecalledMemory[]): string {
  if (known.length === 0) return '';
  const lines = known.map(({ text }) => `- ${text} (3 May 2026)`);
  return [
    '[Throughline notes about me: use what helps, ignore the rest]',
    ...lines,
    '[End of Throughline notes]',
  ].join('\n');
}

function tell(what: string, data: unknown): void {
  console.info(`pretend-engine ${what} ${JSON.stringify(data)}`);
}

const engine: Engine = {
  async capture(turns) {
    tell('capture', turns);
    return { stored: turns.turns.length };
  },
  async recall(request) {
    tell('recall', request);
    return recall(request.draft);
  },
  async blockFor(request) {
    tell('blockFor', request);
    const chosen = memories(words.length).filter(({ id }) => request.memories.includes(id));
    return { memories: chosen.map(({ id }) => id), block: blockOf(chosen), tokens: 40, at: 0 };
  },
  async report(use) {
    tell('report', use);
    return null;
  },
  async feedback(feedback) {
    tell('feedback', feedback);
    return null;
  },
  command: async () => null,
  commandDone: async () => null,
  async forgetNow() {
    throw new Error('Nothing is forgotten here');
  },
  async takeBack() {
    return null;
  },
  openMemories() {
    tell('openMemories', null);
  },
  isConnected: () => true,
};

const site = findSite(new URL(location.href));
if (site) {
  const stop = new AbortController();
  const page = startPage(site, {
    engine,
    write: insertAtEnd,
    texts: offerTexts((key, value) => chrome.i18n.getMessage(key, value === undefined ? [] : [value])),
    onAddressChange: (changed) => {
      (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('navigate', changed);
    },
    stop,
  });
  document.addEventListener('pretend-engine:status', () => tell('status', page.status()));
  document.addEventListener('pretend-engine:stop', () => stop.abort());
}
