import { expect, test } from '@playwright/test';
import { awaitPrompt, openChat, typeDraft } from '../support/chat';
import { type ChromiumUser, chromiumUser } from '../support/chromium-user';
import { awaitTurns, turnsOf } from '../support/disk';
import { type TappedMessage, tapContentScript } from '../support/tap';

const victims = ['service worker', 'engine page', 'extension process', 'browser'] as const;
const roundsEach = 6;
const pageLivesOn = new Set<string>(['service worker', 'engine page']);

/** Each round asks something on a fresh chat and kills its victim somewhere between the send and the end of the answer. */
for (const victim of victims) {
  test(`no acknowledged turn is lost when the ${victim} is killed at any moment`, async () => {
    test.setTimeout(5 * 60_000);
    const user = await chromiumUser();
    const acknowledged = new Set<string>();
    try {
      for (let round = 1; round <= roundsEach; round++) {
        const { page, tab } = await user.openPage();
        const messages = await tapContentScript(page);
        await openChat(tab, 'chatgpt');
        await typeDraft(tab, 'chatgpt', `Round ${round}: what is a good name for a boat?`);
        await tab.press('Enter');
        await awaitPrompt(tab);
        const afterMs = Math.round(Math.random() * 1_500);
        await new Promise((resolve) => setTimeout(resolve, afterMs));
        await kill[victim](user);

        for (const key of acknowledgedKeys(messages)) acknowledged.add(key);
        await expectOnDisk(user, acknowledged, `round ${round}, ${victim} killed after ${afterMs} ms`);
        if (pageLivesOn.has(victim)) await expectBothTurns(user, round);
        await page.close().catch(() => undefined);
      }
      expect(acknowledged.size, 'acknowledgements were seen at all').toBeGreaterThan(0);
    } finally {
      await user.leave();
    }
  });
}

const kill: Record<(typeof victims)[number], (user: ChromiumUser) => Promise<void>> = {
  async 'service worker'({ browser }) {
    const session = await browser.context.browser()?.newBrowserCDPSession();
    const targets = await session?.send('Target.getTargets');
    const worker = targets?.targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.includes(browser.extensionId),
    );
    if (worker) await session?.send('Target.closeTarget', { targetId: worker.targetId });
    await session?.detach();
  },
  async 'engine page'({ browser }) {
    const worker = await browser.serviceWorker();
    await worker.evaluate('chrome.offscreen.closeDocument()').catch(() => undefined);
  },
  async 'extension process'({ browser }) {
    await browser.killExtensionProcess();
    // Chrome switches an extension off whose process went, and asks the user to start it again.
    await browser.reloadExtension();
  },
  browser: (user) => user.crash(),
};

function acknowledgedKeys(messages: readonly TappedMessage[]): string[] {
  return messages
    .filter(({ name, answer }) => name === 'capture' && answer?.ok)
    .flatMap(({ data }) => (data as { turns: { key: string }[] }).turns.map(({ key }) => key));
}

async function expectOnDisk(
  user: ChromiumUser,
  acknowledged: ReadonlySet<string>,
  when: string,
): Promise<void> {
  const popup = await user.openPopup();
  const keys = new Set((await turnsOf(popup, 'chatgpt')).map(({ key }) => key));
  expect(
    [...acknowledged].filter((key) => !keys.has(key)),
    when,
  ).toEqual([]);
  await popup.close();
}

/** A page that lives on sends again what was not acknowledged: in the end both turns are there, each once. */
async function expectBothTurns(user: ChromiumUser, round: number): Promise<void> {
  const popup = await user.openPopup();
  const turns = await awaitTurns(popup, 'chatgpt', 2 * round);
  expect(turns).toHaveLength(2 * round);
  await popup.close();
}
