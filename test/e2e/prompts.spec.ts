import type { Page } from '@playwright/test';
import { lineOpeningIn } from '@/memory/injection/wording';
import { ask } from '../support/ask';
import { awaitPrompt, openChat, typeDraft } from '../support/chat';
import type { ChromiumUser } from '../support/chromium-user';
import { expect, pageErrors, test } from '../support/fixture';
import { playwrightTab } from '../support/tab';

const widths = [320, 800, 1400];
const said = [
  "I'm allergic to shellfish.",
  'I live in Lisbon.',
  'I prefer short answers with the numbers first.',
  'Always answer in euros.',
  'I want to run a half marathon in the spring.',
];

async function openPrompts(user: ChromiumUser): Promise<Page> {
  const { page } = await user.openPage();
  await page.goto(`chrome-extension://${user.browser.extensionId}/manager.html#prompts`);
  await expect(page.getByRole('heading', { level: 1, name: 'Prompts' })).toBeVisible();
  return page;
}

function preview(page: Page) {
  return page.locator('[data-format][data-shown="true"]');
}

test('the preview shows at once what a choice puts into a prompt, and the prompt gets just that', async ({
  user,
}, info) => {
  const page = await openPrompts(user);
  const errors = pageErrors(page);
  await expect(page.getByText('Examples: nothing is remembered yet.')).toBeVisible();
  await expect(preview(page)).toContainText('- I live in Lisbon. (fact, ');

  for (const text of said) await ask(playwrightTab(page), 'add', { text });
  await expect(page.getByText('Your strongest memories')).toBeVisible();
  await expect(preview(page)).toContainText('shellfish');
  await expect(preview(page)).toContainText('Rules (how to answer):');
  await page.screenshot({ path: info.outputPath('section.png'), fullPage: true });

  const below = page.getByRole('heading', { name: 'On single sites' });
  const top = async () => (await below.boundingBox())?.y;
  const before = await top();
  await page.getByRole('radio', { name: 'Section' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(preview(page)).toContainText('For context: ');
  await expect(page.getByRole('radio', { name: 'Paragraph' })).toBeFocused();
  expect(await top(), 'nothing moves when another format is shown').toBe(before);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, `at ${width} px`).toBe(clientWidth);
      await page.screenshot({ path: info.outputPath(`${width}-${colorScheme}.png`), fullPage: true });
    }
  }
  await page.screenshot({ path: info.outputPath('paragraph.png'), fullPage: true });

  const budget = page.getByLabel('Most tokens');
  await budget.fill('80');
  await expect(preview(page)).not.toContainText('half marathon');
  await expect(preview(page)).toContainText('of at most 80 tokens');
  await budget.fill('7');
  await budget.blur();
  await expect(budget, 'a number that may not be is not taken').toHaveValue('80');
  await budget.fill('400');
  await budget.blur();

  await page.getByLabel('Claude').selectOption('Line');
  await expect(page.getByRole('heading', { name: 'In a prompt on Claude' })).toBeVisible();
  await expect(preview(page)).toContainText(lineOpeningIn('en').trim());
  await page.screenshot({ path: info.outputPath('line.png'), fullPage: true });
  await page.reload();
  await expect(page.getByLabel('Claude')).toHaveValue('line');
  await expect(page.getByRole('radio', { name: 'Paragraph' })).toBeChecked();
  expect(errors).toEqual([]);

  const { tab } = await user.openPage();
  await openChat(tab, 'claude');
  await typeDraft(tab, 'claude', 'Suggest a restaurant for Friday dinner');
  await expect(user.pageOf(tab).locator('throughline-offer')).toHaveCount(1);
  await tab.press('Enter');
  const prompt = await awaitPrompt(tab);
  expect(prompt).toContain(lineOpeningIn('en'));
  expect(prompt).toContain("I'm allergic to shellfish");
});
