import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type LaunchedBrowser, type LaunchOptions, launchWithExtension } from './launch';
import { readOffer } from './offer';
import type { User } from './story';
import { playwrightTab, type Tab } from './tab';

export interface ChromiumUser extends User {
  readonly browser: LaunchedBrowser;
  openPage(): Promise<{ page: Page; tab: Tab }>;
  pageOf(tab: Tab): Page;
  /** The browser again, with the same profile, after it was killed. */
  start(): Promise<void>;
  /** Ends the browser's processes at once, as a power cut would, and starts it again. */
  crash(): Promise<void>;
  leave(): Promise<void>;
}

/** A user with a fresh profile, or with the one named. */
export async function chromiumUser(options: Partial<LaunchOptions> = {}): Promise<ChromiumUser> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'throughline-')));
  const launch = () => launchWithExtension({ ...options, profile });
  const pages = new Map<Tab, Page>();
  let browser = await launch();

  const open = (page: Page) => {
    const tab = playwrightTab(page);
    pages.set(tab, page);
    return tab;
  };

  const pageOf = (tab: Tab) => {
    const page = pages.get(tab);
    if (!page) throw new Error('This tab is not one of this user’s');
    return page;
  };

  return {
    get browser() {
      return browser;
    },
    async openPage() {
      const page = await browser.context.newPage();
      return { page, tab: open(page) };
    },
    openTab: async () => open(await browser.context.newPage()),
    openPopup: async () => open(await browser.openPopup()),
    pageOf,
    openOffer: (tab) => readOffer(pageOf(tab)),
    async restart() {
      await browser.context.close();
      browser = await launch();
    },
    async crash() {
      await browser.kill();
      browser = await launch();
    },
    async start() {
      browser = await launch();
    },
    async leave() {
      await browser.context.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true });
    },
  };
}
