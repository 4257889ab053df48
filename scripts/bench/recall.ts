import { builtinModel } from '@/memory/settings';
import { ask } from '../../test/support/ask';
import { type ChromiumUser, chromiumUser } from '../../test/support/chromium-user';
import { countVectors } from '../../test/support/disk';
import { writeMemories } from '../../test/support/many-memories';
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
    await writeMemories(popup, count);
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

async function firstStart(user: ChromiumUser, popup: Tab): Promise<number> {
  await closeEngine(user);
  const from = performance.now();
  await timeRecall(popup, 'anything');
  while ((await countVectors(popup, builtinModel)) < count) await awaitVectors(popup);
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
