import { domainsOf } from '@/memory/domain-words';
import type { Memory } from '@/memory/types';
import { openCodec } from '@/store/codec';
import { sealMemory } from '@/store/rows';
import { ask } from '../../test/support/ask';
import { type ChromiumUser, chromiumUser } from '../../test/support/chromium-user';
import type { Tab } from '../../test/support/tab';
import type { Figure } from './figure';
import { medianAndP95, ms } from './statistics';

const count = 10_000;
const coldStarts = 5;
const recalls = 300;

/** Recall and cold start with many memories. */
export async function benchMemories(): Promise<Figure[]> {
  const user = await chromiumUser();
  try {
    const popup = await user.openPopup();
    await ask(popup, 'search', { text: 'x' });
    await writeMemories(popup);
    const embeddingMs = await firstStart(user, popup);

    const cold: number[] = [];
    for (let start = 0; start < coldStarts; start++) {
      await closeEngine(user);
      cold.push(await timeRecall(popup, drafts[start % drafts.length] as string));
      await awaitVectors(popup);
    }
    const warm: number[] = [];
    for (let index = 0; index < recalls; index++) {
      warm.push(await timeRecall(popup, `${drafts[index % drafts.length]} (${index})`));
    }
    return [
      { what: `recall for a draft, ${count} memories`, value: medianAndP95(warm), runs: `${recalls} drafts` },
      {
        what: `no engine page to its first recall, ${count} memories`,
        value: medianAndP95(cold),
        runs: `${coldStarts} starts`,
      },
      {
        what: `no engine page to all ${count} vectors made and indexed`,
        value: ms(embeddingMs),
        runs: '1 start',
      },
    ];
  } finally {
    await user.leave();
  }
}

const drafts = [
  'Suggest a restaurant for Friday dinner',
  'Plan a trip to the mountains with my family',
  'Write an e-mail to my landlord about the heating',
  'What should I give my sister for her birthday?',
  'Help me prepare for the job interview next week',
  'Which book should I read next?',
  'Write a quicksort in Rust',
];

const subjects = [
  'I',
  'My sister',
  'My brother',
  'My wife',
  'My colleague',
  'My neighbour',
  'My daughter',
  'My father',
];
const verbs = ['like', 'avoid', 'study', 'collect', 'cook', 'play', 'repair', 'paint', 'grow', 'write about'];
const adjectives = [
  'old',
  'small',
  'blue',
  'northern',
  'quiet',
  'fresh',
  'wooden',
  'spicy',
  'electric',
  'wild',
  'famous',
  'cheap',
];
const things = [
  'violins',
  'gardens',
  'recipes',
  'stamps',
  'bicycles',
  'novels',
  'churches',
  'orchids',
  'radios',
  'maps',
  'teapots',
  'trains',
  'sauces',
];

/** Written past the extension's code: learning them one by one is not what is measured here. */
async function writeMemories(popup: Tab): Promise<void> {
  const rows = await Promise.all(
    Array.from({ length: count }, (_, index) => sealMemory(memory(index), openCodec)),
  );
  for (let from = 0; from < rows.length; from += 1000) {
    await popup.evaluate(
      (some) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('throughline');
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('memories', 'readwrite');
            for (const row of some) transaction.objectStore('memories').put(row);
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            transaction.onerror = () => reject(transaction.error);
          };
        }),
      rows.slice(from, from + 1000),
    );
  }
}

function memory(index: number): Memory {
  const pick = (from: readonly string[], step: number) => from[Math.floor(index / step) % from.length];
  const text = `${pick(subjects, 1)} ${pick(verbs, 8)} ${pick(adjectives, 80)} ${pick(things, 960)} number ${index}.`;
  const at = Date.now() - index * 60_000;
  return {
    id: `bench-${String(index).padStart(6, '0')}`,
    kind: 'fact',
    status: 'active',
    text,
    space: 'personal',
    domains: domainsOf(text),
    basis: 'written',
    importance: 0.5,
    confidence: 1,
    strength: 1,
    strengthAt: at,
    uses: 0,
    pinned: false,
    sources: [{ from: 'hand', at }],
    createdAt: at,
    updatedAt: at,
  };
}

async function firstStart(user: ChromiumUser, popup: Tab): Promise<number> {
  await closeEngine(user);
  const from = performance.now();
  await timeRecall(popup, 'anything');
  await awaitVectors(popup);
  return performance.now() - from;
}

async function closeEngine(user: ChromiumUser): Promise<void> {
  const worker = await user.browser.serviceWorker();
  await worker.evaluate('chrome.offscreen.closeDocument()');
}

/** A search waits for the whole index, a recall only for the words. */
async function awaitVectors(popup: Tab): Promise<void> {
  await ask(popup, 'search', { text: 'x' });
}

/** Milliseconds from the question to the answer, over both messages. */
function timeRecall(popup: Tab, draft: string): Promise<number> {
  return popup.evaluate(
    async (message) => {
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }
      ).chrome;
      const from = performance.now();
      await runtime.sendMessage(message);
      return performance.now() - from;
    },
    {
      to: 'background',
      name: 'recall',
      data: { conversation: { site: 'claude', provisionalKey: draft }, draft },
    },
  );
}
