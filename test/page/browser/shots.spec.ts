import { expect } from '@playwright/test';
import { practiceOrigins } from '../../practice/practice-sites';
import { test } from './harness';

const ways = {
  chatgpt: ['/', 'div#prompt-textarea.ProseMirror'],
  claude: ['/new', 'div[data-testid="chat-input"]'],
  gemini: ['/app', 'rich-textarea > .ql-editor'],
  textarea: ['/', 'form textarea[name="message"]'],
} as const;
for (const [site, [home, editor]] of Object.entries(ways))
  for (const width of [380, 760, 1280])
    for (const colorScheme of ['light', 'dark'] as const)
      test(`${site} ${width} ${colorScheme}`, async ({ tab: { page } }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 700 });
        await page.goto(practiceOrigins[site as 'claude'] + home);
        await page.evaluate(
          (m) => sessionStorage.setItem('pretend-engine', m),
          width === 760 ? '7 ask' : '3',
        );
        await page.waitForTimeout(250);
        await page.locator(editor).click();
        await page.keyboard.type('Where should we eat?');
        await expect(page.locator('throughline-offer')).toHaveCount(1);
        if (width !== 380) await page.keyboard.press('Alt+m');
        await page.waitForTimeout(300);
        await page.screenshot({ path: `/tmp/offer-shots/${site}-${width}-${colorScheme}.png` });
      });
