import type { InjectionMode } from '@/memory/settings';
import { ask } from '../../test/support/ask';
import { awaitAnswer, awaitPrompt, openChat, typeDraft } from '../../test/support/chat';
import { chromiumUser } from '../../test/support/chromium-user';
import { until } from '../../test/support/tab';
import type { Figure } from './figure';
import { medianAndP95 } from './statistics';

const rounds = 15;
const sites = ['chatgpt', 'claude', 'gemini'] as const;

/** From the Enter key to the prompt at the site's server, with nothing to add, and with a recall that is ready. */
export async function benchSend(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const user = await chromiumUser();
  try {
    const popup = await user.openPopup();
    await ask(popup, 'add', { text: "I'm allergic to shellfish." });
    for (const site of sites) {
      for (const injection of ['off', 'automatic'] as const satisfies InjectionMode[]) {
        await ask(popup, 'changeSettings', { injection });
        const times: number[] = [];
        for (let round = 0; round < rounds; round++) {
          const { page, tab } = await user.openPage();
          await page.addInitScript(noteEnter);
          await openChat(tab, site);
          await tab.evaluate(notePrompt, undefined);
          await typeDraft(tab, site, 'Suggest a restaurant for Friday dinner');
          if (injection === 'automatic') {
            await until(
              tab,
              'the offer appears',
              () => document.querySelector('throughline-offer') !== null,
              undefined,
            );
          }
          await tab.press('Enter');
          await awaitPrompt(tab);
          times.push(await tab.evaluate(() => window.promptAt - window.enterAt, undefined));
          await awaitAnswer(tab, site);
          await page.close();
        }
        const what = injection === 'off' ? 'nothing added' : 'a ready block added';
        figures.push({
          what: `Enter to the prompt at ${site}, ${what}`,
          value: medianAndP95(times),
          runs: `${rounds} sends`,
        });
      }
    }
  } finally {
    await user.leave();
  }
  return figures;
}

declare global {
  interface Window {
    enterAt: number;
    promptAt: number;
  }
}

/** Stands before every other listener, the extension's too, as it is there before the page is. */
function noteEnter(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === 'Enter') window.enterAt = performance.now();
    },
    true,
  );
}

function notePrompt(): void {
  const { received } = window.practice;
  received.push = (...prompts: string[]) => {
    window.promptAt = performance.now();
    return Array.prototype.push.apply(received, prompts);
  };
}
