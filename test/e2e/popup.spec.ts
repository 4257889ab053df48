import type { Page } from '@playwright/test';
import { ask } from '../support/ask';
import { awaitPrompt, openChat, typeDraft } from '../support/chat';
import { readTable } from '../support/disk';
import { expect, test } from '../support/fixture';

test('memories are added, searched, edited, archived, forgotten, and every act taken back', async ({
  user,
}) => {
  const page = await user.browser.openPopup();
  const row = (words: string) => page.locator('li.memory', { hasText: words });

  await page.getByLabel('Remember this').fill('I play the cello');
  await page.getByLabel('Remember this').press('Enter');
  await expect(row('I play the cello')).toContainText('You wrote this');
  await page.getByLabel('Remember this').fill("I'm allergic to shellfish");
  await page.getByLabel('Remember this').press('Enter');
  await expect(page.locator('li.memory')).toHaveCount(2);

  await page.locator('.memory-words').first().focus();
  await page.keyboard.press('/');
  const search = page.getByLabel('Search memories');
  await expect(search).toBeFocused();
  await search.fill('cel');
  await expect(page.locator('li.memory')).toHaveCount(1);
  await expect(row('I play the cello')).toBeVisible();
  await search.fill('');
  await expect(page.locator('li.memory')).toHaveCount(2);

  await row('cello').getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Wording of this memory').fill('I play the oboe');
  await page.getByLabel('Wording of this memory').press('Enter');
  await expect(row('I play the oboe')).toBeVisible();
  await undo(page);
  await expect(row('I play the cello')).toBeVisible();

  await row('cello').getByRole('button', { name: 'Archive' }).click();
  await expect(row('cello')).toHaveCount(0);
  await page.getByRole('button', { name: 'Archived', exact: true }).click();
  await expect(row('cello')).toBeVisible();
  await page.getByRole('button', { name: 'Archived', exact: true }).click();
  await undo(page);
  await expect(row('cello')).toBeVisible();

  await row('shellfish').getByRole('button', { name: 'Forget' }).click();
  await expect(row('shellfish')).toHaveCount(0);
  await undo(page);
  await expect(row('shellfish')).toBeVisible();
  await page.reload();
  await expect(page.locator('li.memory')).toHaveCount(2);
});

test('the keyboard alone is enough', async ({ user }) => {
  const page = await user.browser.openPopup();
  for (const words of ['I play the cello', 'I live in Porto']) {
    await page.getByLabel('Remember this').fill(words);
    await page.getByLabel('Remember this').press('Enter');
  }
  await expect(page.locator('li.memory')).toHaveCount(2);
  await page.locator('.memory-words', { hasText: 'Porto' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.memory-words', { hasText: 'cello' })).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.locator('li.memory')).toHaveCount(1);
  await expect(page.locator('.memory-words', { hasText: 'Porto' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('li.memory')).toHaveCount(2);
});

test('switched off for a site, its prompts are neither captured nor added to, and the popup says so', async ({
  user,
}) => {
  const popup = await user.openPopup();
  await ask(popup, 'add', { text: "I'm allergic to shellfish." });
  const { tab } = await user.openPage();
  await openChat(tab, 'claude');
  const page = user.pageOf(await user.openPopup());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Claude');
  await page.getByRole('switch', { name: 'On this site' }).click();
  await expect(page.getByText('Capture is switched off')).toBeVisible();

  await typeDraft(tab, 'claude', 'Suggest a restaurant for Friday dinner');
  await tab.press('Enter');
  expect(await awaitPrompt(tab)).toBe('Suggest a restaurant for Friday dinner');
  expect(await readTable(popup, 'turns')).toEqual([]);
});

test('words that look like markup are shown as words', async ({ user }) => {
  const page = await user.browser.openPopup();
  const words = '<img src=x onerror="document.title=1"> & <b>bold</b>';
  await page.getByLabel('Remember this').fill(words);
  await page.getByLabel('Remember this').press('Enter');
  await expect(page.locator('.memory-words')).toHaveText(words);
  expect(await page.locator('.memory img, .memory b').count()).toBe(0);
});

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo' }).click();
}
