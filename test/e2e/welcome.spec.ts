import { expect, pageErrors, test } from '../support/fixture';

test('the welcome page offers one model, downloads nothing by itself, and fits every window', async ({
  user,
}, info) => {
  const { page } = await user.openPage();
  const errors = pageErrors(page);
  const requested: string[] = [];
  user.browser.context.on('request', (request) => requested.push(request.url()));
  await page.goto(`chrome-extension://${user.browser.extensionId}/welcome.html`);
  await expect(page.getByText(/MiniLM L6 also finds them by their meaning/)).toBeVisible();
  await expect(page.getByText(/24 MB to download/)).toBeVisible();

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 420, 900, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `at ${width} px`).toBe(0);
      await page.screenshot({ path: info.outputPath(`${width}-${colorScheme}.png`) });
    }
  }

  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Download it' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('You can close this page.')).toBeVisible();
  expect(requested.filter((url) => /^https?:/.test(url))).toEqual([]);
  expect(errors).toEqual([]);
});
