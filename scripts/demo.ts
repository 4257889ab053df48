import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { chatPages } from '../test/support/chat';
import { type ChromiumUser, chromiumUser } from '../test/support/chromium-user';
import { playStory } from '../test/support/story';
import { buildExtension } from './build';

const outputFolder = fileURLToPath(new URL('../demo-output/', import.meta.url));
const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;

const headless = process.argv.includes('--headless') || !hasDisplay;

try {
  await buildExtension('chrome');
  await (headless ? playForReaders() : openForPeople());
} catch (error) {
  console.error(`\nThe demo failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/** Plays the story by itself, prints what happens, and writes pictures of it. */
async function playForReaders(): Promise<void> {
  await mkdir(outputFolder, { recursive: true });
  console.log('\nThroughline, in an unmodified production build, on practice copies of the chat sites:\n');
  const user = await chromiumUser();
  const pictures: string[] = [];
  let step = 0;
  try {
    await playStory(user, {
      happened(what, details, tookMs) {
        console.log(`${++step}. ${what} (${tookMs} ms)`);
        for (const detail of details) console.log(`     ${detail}`);
      },
      async shows(name, tab) {
        pictures.push(...(await takePictures(name, user.pageOf(tab))));
      },
    });
    console.log(`\nThe story is complete. ${pictures.length} pictures are in demo-output/.`);
  } finally {
    await user.leave();
  }
}

async function takePictures(name: string, page: Page): Promise<string[]> {
  const files = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(twoFrames);
    const path = join(outputFolder, `${name}-${colorScheme}.png`);
    await page.screenshot({ path });
    files.push(path);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return files;
}

/** By then the page has drawn itself in the other scheme, and what follows the page has too. */
function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

/** Opens a window for somebody to try it, and ends when the window is closed. */
async function openForPeople(): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'throughline-demo-'));
  const user: ChromiumUser = await chromiumUser({ profile, headless: false });
  const { page } = await user.openPage();
  await page.goto(chatPages.chatgpt.newChat);
  const { page: second } = await user.openPage();
  await second.goto(chatPages.claude.newChat);
  await page.bringToFront();
  console.log(`
Try this, on practice copies of the sites (nothing leaves this machine):
  1. ChatGPT tab: "I'm allergic to shellfish and I moved to Lisbon last month. Can you help me plan my week?"
  2. Claude tab: type "Suggest a restaurant for Friday dinner", look at the pill beside the box, press Enter.
  3. Click Throughline's icon (puzzle piece, top right) to see, edit and forget what it learned.
Close the window to end the demo.`);
  await new Promise((resolve) => user.browser.context.once('close', resolve));
  await rm(profile, { recursive: true, force: true });
}
