import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser';

/** The sizes that the browsers ask for, in pixels. */
const sizes = [16, 32, 48, 96, 128];
const folder = fileURLToPath(new URL('../public/icon', import.meta.url));

/** Renders public/icon/icon.svg to the PNG files beside it. */
async function renderIcons(): Promise<void> {
  const drawing = await readFile(`${folder}/icon.svg`, 'utf8');
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: findBrowser('chromium'),
    args: isRoot ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${drawing}`);
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.screenshot({ path: `${folder}/${size}.png`, omitBackground: true });
    }
  } finally {
    await browser.close();
  }
}

await renderIcons();
