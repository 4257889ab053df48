import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionFolder } from '../../scripts/build';
import { ask } from '../support/ask';
import { awaitAnswer, awaitPrompt, chatPages, openChat, receivedPrompts, typeDraft } from '../support/chat';
import { type ChromiumUser, chromiumUser } from '../support/chromium-user';
import { awaitTurns, readTable, turnsOf } from '../support/disk';
import { expect, pageErrors, test } from '../support/fixture';
import { until } from '../support/tab';

test('a page without a composer it knows works as before, and the popup says that capture is paused and why', async ({
  user,
}) => {
  const { page, tab } = await user.openPage();
  await tab.goto(`${chatPages.claude.newChat}?practice-missing=composer`);
  await page.locator('[contenteditable="true"]').first().click();
  await tab.type('Suggest a restaurant');
  await tab.press('Enter');
  expect(await awaitPrompt(tab)).toBe('Suggest a restaurant');

  const popup = await user.openPopup();
  await until(popup, 'the popup tells', says, 'the box you write in was not found');
});

test('a page whose thread it does not know works as before, and the popup says so', async ({ user }) => {
  const { tab } = await user.openPage();
  await openChat(tab, 'chatgpt', `${chatPages.chatgpt.newChat}?practice-missing=thread`);
  await typeDraft(tab, 'chatgpt', 'What is a fugue?');
  await tab.press('Enter');
  expect(await awaitPrompt(tab)).toBe('What is a fugue?');

  const popup = await user.openPopup();
  await until(popup, 'the popup tells', says, 'the message list was not found');
  expect(await readTable(popup, 'turns')).toEqual([]);
});

test('a composer holding 200 kB is sent as it is', async ({ user }) => {
  const popup = await user.openPopup();
  await ask(popup, 'add', { text: "I'm allergic to shellfish." });
  const { page, tab } = await user.openPage();
  await openChat(tab, 'textarea');
  const long = `Suggest a restaurant. ${'A long line about food and dinner. '.repeat(6_000)}`
    .slice(0, 200_000)
    .trim();
  await page.locator(chatPages.textarea.composer).fill(long);
  await page.locator(chatPages.textarea.composer).press('Enter');
  expect((await awaitPrompt(tab)).length).toBe(long.length);
  const [turn] = await awaitTurns(popup, 'textarea', 1);
  expect(turn?.body.text).toBe(long);
});

test('an answer of a megabyte is captured whole', async ({ user }) => {
  test.setTimeout(180_000);
  const { tab } = await user.openPage();
  const popup = await user.openPopup();
  await openChat(tab, 'claude', `${chatPages.claude.newChat}?practice-answer-size=1000000`);
  await typeDraft(tab, 'claude', 'Tell me everything');
  await tab.press('Enter');
  await awaitPrompt(tab);
  await awaitAnswer(tab, 'claude');
  const turns = await awaitTurns(popup, 'claude', 2);
  const shown = await tab.evaluate(
    () => document.querySelector('[data-cds="Prose"]')?.textContent ?? '',
    undefined,
  );
  const squash = (text: string) => text.replace(/[\s\-`]+/g, '').length;
  expect(squash(turns[1]?.body.text ?? '')).toBeGreaterThan(squash(shown) * 0.99);
});

test('a turn of only an image is passed over and what follows is captured', async ({ user }) => {
  const { tab } = await user.openPage();
  const popup = await user.openPopup();
  await openChat(tab, 'chatgpt');
  await tab.click(chatPages.chatgpt.composer);
  await tab.evaluate(pasteImage, chatPages.chatgpt.composer);
  await tab.click(chatPages.chatgpt.sendButton);
  await awaitPrompt(tab);
  await awaitAnswer(tab, 'chatgpt');
  await typeDraft(tab, 'chatgpt', 'What is in the picture?');
  await tab.press('Enter');
  await awaitAnswer(tab, 'chatgpt', 2);
  const turns = await awaitTurns(popup, 'chatgpt', 3);
  expect(turns.map(({ role }) => role)).toEqual(['assistant', 'user', 'assistant']);
});

test('every script is captured as it was written, and nothing is learned that was not said', async ({
  user,
}) => {
  const { page, tab } = await user.openPage();
  const popup = await user.openPopup();
  await openChat(tab, 'textarea');
  const texts = [
    'أعيش في القاهرة وأحب القهوة',
    '我住在上海，我对花生过敏。',
    'こんにちは、元気ですか？',
    '👩‍👩‍👧‍👦 Café naïve ﬁne — “quotes” 𝕌𝕟𝕚',
    'zero\u200bwidth\u200djoiner\u2060 here',
  ];
  for (const [index, text] of texts.entries()) {
    await page.locator(chatPages.textarea.composer).fill(text);
    await page.locator(chatPages.textarea.composer).press('Enter');
    await awaitPrompt(tab, index + 1);
    await awaitTurns(popup, 'textarea', 2 * (index + 1));
  }
  const turns = await turnsOf(popup, 'textarea');
  const said = turns.filter(({ role }) => role === 'user').map(({ body }) => body.text);
  expect(said).toEqual(texts);
  expect(await readTable(popup, 'memories')).toEqual([]);
});

test('a page that makes its thread anew twenty times a second is captured once', async ({ user }) => {
  const { tab } = await user.openPage();
  const popup = await user.openPopup();
  await openChat(tab, 'chatgpt', `${chatPages.chatgpt.newChat}?practice-redraw=20`);
  await typeDraft(tab, 'chatgpt', 'I live in Porto. What is a fugue?');
  await tab.press('Enter');
  await awaitAnswer(tab, 'chatgpt');
  await typeDraft(tab, 'chatgpt', 'And a rondo?');
  await tab.press('Enter');
  await awaitAnswer(tab, 'chatgpt', 2);
  const turns = await awaitTurns(popup, 'chatgpt', 4);
  expect(turns.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
});

test('an update of the extension leaves open tabs working and silent', async ({ user }) => {
  const popup = await user.openPopup();
  await ask(popup, 'add', { text: "I'm allergic to shellfish." });
  await popup.close();
  const { page, tab } = await user.openPage();
  await openChat(tab, 'chatgpt');
  await typeDraft(tab, 'chatgpt', 'What is a fugue?');
  await tab.press('Enter');
  await awaitAnswer(tab, 'chatgpt');

  const errors = pageErrors(page);
  await user.browser.reloadExtension();
  await typeDraft(tab, 'chatgpt', 'Suggest a restaurant for Friday dinner');
  await until(tab, 'no offer is left', () => document.querySelector('throughline-offer') === null, undefined);
  await tab.press('Enter');
  expect(await awaitPrompt(tab, 2)).toBe('Suggest a restaurant for Friday dinner');
  await awaitAnswer(tab, 'chatgpt', 2);
  expect(errors).toEqual([]);

  await page.reload();
  const again = await user.openPopup();
  await awaitTurns(again, 'chatgpt', 4);
});

test('with the storage full the user is told, capture pauses, nothing is lost, and it goes on when there is room', async () => {
  const extension = await withLimitedStorage();
  const user = await chromiumUser({ extension });
  try {
    await fillStorage(user);
  } finally {
    await user.leave();
    await rm(extension, { recursive: true, force: true });
  }
});

async function fillStorage(user: ChromiumUser): Promise<void> {
  const before = await user.openTab();
  await openChat(before, 'chatgpt');
  await typeDraft(before, 'chatgpt', 'I live in Porto. What is a fugue?');
  await before.press('Enter');
  await awaitTurns(await user.openPopup(), 'chatgpt', 2);
  // Chrome remembers for half a minute that there was room; a new start asks again.
  await user.restart();

  const { page, tab } = await user.openPage();
  // Before the popup: what it has the engine write would be asked about, and remembered, with all the room there is.
  const session = await page.context().newCDPSession(page);
  const origin = `chrome-extension://${user.browser.extensionId}`;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const popup = await user.openPopup();
  await openChat(tab, 'chatgpt');
  await typeDraft(tab, 'chatgpt', 'And a rondo?');
  await tab.press('Enter');
  expect(await awaitPrompt(tab)).toBe('And a rondo?');
  await awaitAnswer(tab, 'chatgpt');
  await until(popup, 'the popup tells', says, 'the disk is full');
  expect(await turnsOf(popup, 'chatgpt')).toHaveLength(2);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await awaitTurns(popup, 'chatgpt', 4);
  expect(await receivedPrompts(tab)).toHaveLength(1);
}

/**
 * The production build without its permission for unlimited storage: with it Chrome obeys no quota, and only a full
 * disk gives the same error.
 */
async function withLimitedStorage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-limited-'));
  await cp(extensionFolder('chrome'), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((permission) => permission !== 'unlimitedStorage');
  await writeFile(path, JSON.stringify({ ...manifest, permissions }));
  return folder;
}

function says(words: string): boolean {
  return document.body.textContent?.includes(words) ?? false;
}

function pasteImage(selector: string): void {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array([1])], 'dish.png', { type: 'image/png' }));
  const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector(selector)?.dispatchEvent(paste);
}
