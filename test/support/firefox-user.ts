import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { extensionFolder } from '../../scripts/build';
import { findBrowser } from '../../scripts/find-browser';
import { preparePracticeSites } from '../practice/practice-sites';
import type { User } from './story';
import { puppeteerTab, type Tab } from './tab';

const extensionId = 'throughline@throughline.invalid';
/** Firefox gives every installed extension a random address; a named one lets the tests open its pages. */
const address = '6f1d2a3b-5c4e-4f70-8a91-b2c3d4e5f607';

export interface FirefoxUser extends User {
  leave(): Promise<void>;
}

export async function firefoxUser(): Promise<FirefoxUser> {
  const profile = await mkdtemp(join(tmpdir(), 'throughline-firefox-'));
  const sites = await preparePracticeSites();
  let browser = await start(profile);

  const openTab = async (): Promise<Tab> => {
    const page = await browser.newPage();
    await intercept(page, sites);
    return puppeteerTab(page);
  };

  return {
    openTab,
    async openPopup() {
      return puppeteerTab(await openExtensionPage(browser, `moz-extension://${address}/popup.html`));
    },
    async restart() {
      await browser.close();
      browser = await start(profile);
    },
    async leave() {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function start(profile: string): Promise<Browser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: true,
    enableExtensions: true,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: address }),
      // A temporarily installed extension is removed at the end of each run; its data must not go with it.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  });
  await browser.installExtension(extensionFolder('firefox'));
  await leaveWelcome(browser);
  return browser;
}

/** Every start installs the extension anew, which opens the welcome page: it is closed, as a person would. */
async function leaveWelcome(browser: Browser): Promise<void> {
  const welcome = await findPage(browser, new Set(), `moz-extension://${address}/welcome.html`);
  await welcome.close();
}

interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: { contexts: { context: string }[] } }>;
}

/** WebDriver may not navigate to an extension's page; Firefox's own window, which system access reaches, may. */
async function openExtensionPage(browser: Browser, url: string): Promise<Page> {
  const known = new Set(await browser.pages());
  const { connection } = browser as unknown as { connection: BidiConnection };
  const windows = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  await connection.send('script.evaluate', {
    expression: `gBrowser.selectedTab = gBrowser.addTrustedTab(${JSON.stringify(url)}); undefined`,
    awaitPromise: false,
    target: { context: windows.result.contexts[0]?.context },
  });
  return findPage(browser, known, url);
}

async function findPage(browser: Browser, known: ReadonlySet<Page>, url: string): Promise<Page> {
  for (;;) {
    for (const page of await browser.pages()) {
      if (!known.has(page) && (await page.evaluate(() => location.href)) === url) return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function intercept(page: Page, sites: Awaited<ReturnType<typeof preparePracticeSites>>): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const response = sites.answer(request.url(), request.method());
    const handled = response ? request.respond(response) : request.abort();
    // A page that is closed while it still asks for something has no use for the answer.
    handled.catch(() => undefined);
  });
}
