import { test as base, type Page } from '@playwright/test';
import { type ChromiumUser, chromiumUser } from './chromium-user';

/** A test with a user of its own: a fresh profile in a Chromium with the built extension. */
export const test = base.extend<{ user: ChromiumUser }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads off the pattern which fixtures are wanted.
  user: async ({}, use) => {
    const user = await chromiumUser();
    await use(user);
    await user.leave();
  },
});

export { expect } from '@playwright/test';

/** Everything that goes wrong in the page's console from now on, the site's and ours. */
export function pageErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}
