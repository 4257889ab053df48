import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { extensionFolder } from '../../scripts/build';
import { practiceOrigins } from '../practice/practice-sites';
import { ask } from '../support/ask';
import { openChat } from '../support/chat';
import { chromiumUser } from '../support/chromium-user';
import { awaitTurns, readTable } from '../support/disk';
import { firefoxUser } from '../support/firefox-user';
import { expect, pageErrors, test } from '../support/fixture';
import { playwrightTab } from '../support/tab';

const conversation = '5d0c7a34-1be2-4c55-9f0e-6a4b8c1d2e3f';
const ownOrigin = 'https://chat.home.example';
const widths = [320, 360, 800, 1280];

test('a page that is none of the known sites is switched on from the popup, read at once, and again after a restart', async () => {
  // No test can answer the browser's own question: in this copy the answer is given already.
  const extension = await copyThatMayRead(`${ownOrigin}/*`);
  const profile = await mkdtemp(join(tmpdir(), 'throughline-'));
  const user = await chromiumUser({ extension, profile });
  try {
    await serve(user.browser.context, ownOrigin, 'openwebui');
    const { page: chat } = await user.openPage();
    await chat.goto(`${ownOrigin}/c/${conversation}`);
    const popup = await user.browser.openPopup();
    await expect(popup.getByRole('heading', { level: 1, name: 'Open WebUI' })).toBeVisible();
    expect(await readTable(playwrightTab(popup), 'turns'), 'nothing is read before').toEqual([]);

    await popup.getByRole('button', { name: 'Use Throughline on this site' }).click();
    await expect(popup.getByText('Capturing')).toBeVisible();
    expect(await texts(popup, 'openwebui', 3)).toEqual([
      'Sow beans',
      expect.stringMatching(/^In May/),
      'Thanks',
    ]);

    await user.restart();
    await serve(user.browser.context, ownOrigin, 'openwebui');
    const { page: again } = await user.openPage();
    const settled = await user.browser.openPopup();
    await expect.poll(() => registered(settled)).toEqual([`${ownOrigin}/*`]);
    await again.goto(`${ownOrigin}/c/${conversation}`);
    await settled.bringToFront();
    await expect(settled.getByText('Capturing')).toBeVisible();
  } finally {
    await user.leave();
    await rm(extension, { recursive: true, force: true });
    await rm(profile, { recursive: true, force: true });
  }
});

test('an address is added and removed in the manager by keyboard, and whatever else might read it gives way', async ({
  user,
}) => {
  const origin = 'http://localhost:3080';
  await serve(user.browser.context, origin, 'librechat');
  const { page: chat } = await user.openPage();
  await chat.goto(`${origin}/c/${conversation}`);
  const page = await openSites(user.browser.extensionId, (await user.openPage()).page);
  const errors = pageErrors(page);

  const address = page.getByRole('textbox', { name: 'Address' });
  await address.focus();
  await page.keyboard.type('*.example.org');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'not an address' })).toBeVisible();
  await address.fill('localhost:3080/c/new');
  await page.keyboard.press('Tab');
  await page.keyboard.press('L');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${origin} that are open are read`)).toBeVisible();
  await expect(page.getByRole('listitem', { name: origin })).toContainText('LibreChat · On');
  const popup = await user.openPopup();
  expect((await awaitTurns(popup, 'librechat', 3)).map(({ role }) => role)).toEqual([
    'user',
    'assistant',
    'user',
  ]);

  await chat.reload();
  await expect.poll(() => page.evaluate(siteOfLocalPage)).toBe('librechat');
  await page.bringToFront();
  await page.getByRole('button', { name: 'Remove' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem', { name: origin })).toHaveCount(0);
  await expect.poll(() => page.evaluate(siteOfLocalPage), 'an open page is let go of at once').toBeNull();
  await expect.poll(() => registered(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('every site has its row, at every width and in both schemes', async ({ user }, info) => {
  const page = await openSites(user.browser.extensionId, (await user.openPage()).page);
  await page.getByRole('textbox', { name: 'Address' }).fill('localhost:3000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem', { name: 'http://localhost:3000' })).toBeVisible();
  await page.getByRole('switch', { name: 'Gemini' }).press('Space');
  await expect(page.getByRole('switch', { name: 'Gemini' })).toHaveAccessibleDescription(/^Paused/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, `at ${width} px`).toBe(clientWidth);
      await page.screenshot({ path: info.outputPath(`${width}-${colorScheme}.png`), fullPage: true });
    }
  }
});

test('in Firefox too the user’s word goes before what else might read a page, also while it is open', async () => {
  const user = await firefoxUser();
  try {
    const popup = await user.openPopup();
    const tab = await user.openTab();
    await openChat(tab, 'textarea');
    const site = () => popup.evaluate(siteOfLocalPage, undefined);
    await expect.poll(site).toBe('textarea');
    const entry = { origin: practiceOrigins.textarea, site: 'librechat' };
    await ask(popup, 'changeSettings', { ownSites: [entry] });
    await expect.poll(site).toBe('librechat');
    await openChat(tab, 'textarea');
    await expect.poll(site).toBe('librechat');
    await ask(popup, 'changeSettings', { ownSites: [] });
    await expect.poll(site).toBeNull();
  } finally {
    await user.leave();
  }
});

async function openSites(extensionId: string, page: Page): Promise<Page> {
  await page.goto(`chrome-extension://${extensionId}/manager.html#sites`);
  await expect(page.getByRole('heading', { level: 1, name: 'Sites' })).toBeVisible();
  await expect(page.getByRole('switch', { name: 'ChatGPT' })).toBeVisible();
  return page;
}

/** The thread among the site's fixtures, at every address of the origin. */
async function serve(context: BrowserContext, origin: string, site: string): Promise<void> {
  const body = await readFile(new URL(`../sites/${site}/thread.html`, import.meta.url), 'utf8');
  await context.route(`${origin}/**`, (route) => route.fulfill({ body, contentType: 'text/html' }));
}

async function copyThatMayRead(pattern: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-extension-'));
  await cp(extensionFolder('chrome'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.host_permissions.push(pattern);
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}

async function texts(popup: Page, site: string, count: number): Promise<string[]> {
  return (await awaitTurns(playwrightTab(popup), site, count)).map(({ body }) => body.text);
}

/** The addresses at which a content script is registered, as the browser says. */
async function registered(page: Page): Promise<string[]> {
  return page.evaluate(
    'chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap((one) => one.matches))',
  );
}

/** The site that reads the page open on this machine, as that page says; null where nobody reads it. */
async function siteOfLocalPage(): Promise<string | null> {
  const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionGlobals>;
  const { tabs } = browser ?? chrome;
  const [page] = await tabs.query({ url: 'http://localhost/*' });
  const asked = tabs.sendMessage(page?.id ?? -1, { to: 'page', name: 'status' });
  return (await asked.catch(() => undefined))?.site ?? null;
}

interface ExtensionGlobals {
  tabs: {
    query(wanted: { url: string }): Promise<{ id: number }[]>;
    sendMessage(tab: number, question: object): Promise<{ site: string } | undefined>;
  };
}
