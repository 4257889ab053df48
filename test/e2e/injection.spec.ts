import { closingIn, openingIn } from '@/memory/injection/wording';
import { ask } from '../support/ask';
import { awaitAnswer, awaitPrompt, chatPages, openChat, receivedPrompts, typeDraft } from '../support/chat';
import type { ChromiumUser } from '../support/chromium-user';
import { awaitTurns } from '../support/disk';
import { expect, test } from '../support/fixture';
import { clickInOffer, readOffer } from '../support/offer';
import { type Tab, until } from '../support/tab';

const sites = ['chatgpt', 'claude', 'gemini', 'grok', 'textarea'] as const;
const draft = 'Suggest a restaurant for Friday dinner\nfor the two of us';
const closing = closingIn('en');
const wholeBlock = [openingIn('en'), 'Profile:', /- I'm allergic to shellfish\. \(fact, [^)]+\)/, closing];

for (const site of sites) {
  for (const gesture of ['Enter', 'the button'] as const) {
    test(`${site}: a send by ${gesture} carries the own words and then the block, lines intact, once`, async ({
      user,
    }) => {
      const { tab } = await readyToSend(user, site);
      if (gesture === 'Enter') await tab.press('Enter');
      else await tab.click(chatPages[site].sendButton);

      const prompt = await awaitPrompt(tab);
      await awaitAnswer(tab, site);
      expect(prompt.startsWith(`${draft}\n`)).toBe(true);
      const lines = prompt
        .slice(draft.length)
        .split('\n')
        .filter((line) => line !== '');
      expect(lines).toHaveLength(wholeBlock.length);
      for (const [index, expected] of wholeBlock.entries()) expect(lines[index]).toMatch(expected);
      expect(await receivedPrompts(tab)).toHaveLength(1);
    });
  }
}

test('without a ready recall a prompt leaves untouched', async ({ user }) => {
  const { tab } = await user.openPage();
  await openChat(tab, 'chatgpt');
  await typeDraft(tab, 'chatgpt', 'Suggest a restaurant');
  await tab.press('Enter');
  expect(await awaitPrompt(tab)).toBe('Suggest a restaurant');
});

test('Shift+Enter and Enter in the site’s own menu are the site’s', async ({ user }) => {
  const { tab } = await readyToSend(user, 'chatgpt');
  await tab.press('Shift+Enter');
  expect(await receivedPrompts(tab)).toEqual([]);
  await openChat(tab, 'chatgpt');
  await tab.click(chatPages.chatgpt.composer);
  await tab.type('/');
  await until(
    tab,
    'the menu is open',
    () => document.querySelector('[role="listbox"]')?.checkVisibility() === true,
    undefined,
  );
  await tab.press('Enter');
  await until(
    tab,
    'the menu is closed',
    () => document.querySelector('[role="listbox"]')?.checkVisibility() !== true,
    undefined,
  );
  expect(await receivedPrompts(tab)).toEqual([]);
});

test('Enter that ends a composition of an input method does not send', async ({ user }) => {
  const { page, tab } = await readyToSend(user, 'claude');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await session.send('Input.dispatchKeyEvent', {
    type: 'keyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await session.send('Input.insertText', { text: '日本' });
  await session.send('Input.dispatchKeyEvent', {
    type: 'keyUp',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 13,
  });
  expect(await receivedPrompts(tab)).toEqual([]);
  await tab.press('Enter');
  const prompt = await awaitPrompt(tab);
  expect(prompt.startsWith(`${draft}日本`)).toBe(true);
  expect(await receivedPrompts(tab)).toHaveLength(1);
});

test('in ask mode nothing is added by itself; a click adds it visibly, and undo takes it out again', async ({
  user,
}) => {
  const popup = await user.openPopup();
  await ask(popup, 'changeSettings', { injection: 'ask' });
  const { page, tab } = await readyToSend(user, 'chatgpt');
  await readOffer(page);
  await awaitUndoStep(tab);
  await clickInOffer(page, 'Add');
  await until(tab, 'the block is in the composer', inComposer, [chatPages.chatgpt.composer, closing]);
  await tab.press('ControlOrMeta+z');
  await until(
    tab,
    'undo took it out',
    ([selector, text]) => !document.querySelector(selector)?.textContent?.includes(text),
    [chatPages.chatgpt.composer, closing] as const,
  );
  await tab.press('Enter');
  expect((await awaitPrompt(tab)).trim()).toBe(draft);
});

test('what the user turned down is not added', async ({ user }) => {
  const { page, tab } = await readyToSend(user, 'claude');
  await readOffer(page);
  await clickInOffer(page, 'Not now');
  await tab.click(chatPages.claude.composer);
  await tab.press('Enter');
  expect(await awaitPrompt(tab)).toBe(draft);
});

test('an image that was pasted goes along with the block', async ({ user }) => {
  const { tab } = await readyToSend(user, 'chatgpt');
  await tab.evaluate((selector) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array([1])], 'dish.png', { type: 'image/png' }));
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector(selector)?.dispatchEvent(paste);
  }, chatPages.chatgpt.composer);
  await tab.press('Enter');
  expect(await awaitPrompt(tab)).toContain('allergic to shellfish');
  expect(await tab.evaluate(() => window.practice.attachments[0]?.length, undefined)).toBe(1);
});

test('the same conversation is told once', async ({ user }) => {
  const popup = await user.openPopup();
  const { tab } = await readyToSend(user, 'claude');
  await tab.press('Enter');
  await awaitPrompt(tab);
  await awaitAnswer(tab, 'claude');
  await awaitTurns(popup, 'claude', 2);
  await typeDraft(tab, 'claude', 'And a restaurant for Sunday dinner?');
  await tab.press('Enter');
  expect(await awaitPrompt(tab, 2)).toBe('And a restaurant for Sunday dinner?');
});

test('an edit box of an old turn is never touched', async ({ user }) => {
  const { page, tab } = await readyToSend(user, 'chatgpt');
  await tab.press('Enter');
  await awaitAnswer(tab, 'chatgpt');
  await page.hover('[data-turn="user"]');
  await page.getByRole('button', { name: 'Edit' }).first().click();
  const box = page.locator('[data-turn="user"] textarea');
  await box.fill('Suggest a restaurant for Sunday dinner');
  await box.press('Enter');
  // In an edit box Enter is a new line; the box's own button sends.
  await page.locator('[data-turn="user"] .p-main').click();
  expect((await awaitPrompt(tab, 2)).trim()).toBe('Suggest a restaurant for Sunday dinner');
});

/** A draft for which a recall is ready: the offer is there. */
async function readyToSend(user: ChromiumUser, site: (typeof sites)[number]) {
  const popup = await user.openPopup();
  await ask(popup, 'add', { text: "I'm allergic to shellfish." });
  const opened = await user.openPage();
  await openChat(opened.tab, site);
  await typeDraft(opened.tab, site, draft);
  await awaitOffer(opened.tab);
  return opened;
}

function awaitOffer(tab: Tab): Promise<void> {
  return until(
    tab,
    'the offer appears',
    () => document.querySelector('throughline-offer') !== null,
    undefined,
  );
}

/** Editors make one undo step of what is typed within half a second; nobody reads an offer that fast. */
async function awaitUndoStep(tab: Tab): Promise<void> {
  const from = await tab.evaluate(() => performance.now(), undefined);
  await until(tab, 'the undo step is closed', (typedAt) => performance.now() > typedAt + 600, from);
}

function inComposer([selector, text]: readonly [string, string]): boolean {
  return document.querySelector(selector)?.textContent?.includes(text) ?? false;
}
