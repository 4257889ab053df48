import { ask } from '../support/ask';
import { readTable } from '../support/disk';
import { expect, pageErrors, test } from '../support/fixture';
import { playwrightTab } from '../support/tab';

const widths = [360, 800, 1280];

test('what may become a memory is chosen by keyboard alone, and holds at once', async ({ user }, info) => {
  const { page } = await user.openPage();
  await page.goto(`chrome-extension://${user.browser.extensionId}/manager.html#privacy`);
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible();
  const errors = pageErrors(page);
  const contacts = page.getByRole('switch', { name: 'Contact details' });
  await expect(contacts).not.toBeChecked();
  await expect(contacts).toHaveAccessibleDescription(/E-mail addresses, phone numbers/);

  const tab = playwrightTab(page);
  const said = { text: 'My e-mail is ana@example.org.' };
  await expect(ask(tab, 'add', said)).rejects.toThrow(/Allow contacts/);
  await expect(ask(tab, 'add', { text: 'My password is hunter2abc.' })).rejects.toThrow(/never kept/);

  for (let step = 0; step < 5; step++) await page.keyboard.press('Tab');
  await expect(contacts).toBeFocused();
  await page.keyboard.press('Space');
  await expect(contacts).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('switch', { name: 'Health' })).not.toBeChecked();
  await ask(tab, 'add', said);
  expect((await readTable(tab, 'memories')).map(({ body }) => body.text)).toEqual([said.text]);

  await page.reload();
  await expect(contacts).toBeChecked();
  await expect(page.getByRole('switch', { name: 'Health' })).not.toBeChecked();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, `at ${width} px`).toBe(clientWidth);
      await page.screenshot({ path: info.outputPath(`${width}-${colorScheme}.png`), fullPage: true });
    }
  }
  expect(errors).toEqual([]);
});
