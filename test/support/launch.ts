import { execFileSync } from 'node:child_process';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { extensionFolder } from '../../scripts/build';
import { findBrowser } from '../../scripts/find-browser';
import { preparePracticeSites } from '../practice/practice-sites';

export interface LaunchOptions {
  /** Folder of the browser profile; the same folder again is the same user after a restart. */
  profile: string;
  headless?: boolean;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  args?: string[];
}

export interface LaunchedBrowser {
  context: BrowserContext;
  extensionId: string;
  /** An open popup, as a page of its own. */
  openPopup(): Promise<Page>;
  serviceWorker(): Promise<Worker>;
  /** Ends all processes of the browser at once (SIGKILL). */
  kill(): Promise<void>;
}

/** A Chromium with the built production extension in it, in which the chat sites' addresses are the practice sites. */
export async function launchWithExtension(options: LaunchOptions): Promise<LaunchedBrowser> {
  const {
    profile,
    headless = true,
    colorScheme = 'light',
    viewport = { width: 1280, height: 800 },
  } = options;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    headless: false,
    colorScheme,
    viewport: headless ? viewport : null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--enable-unsafe-extension-debugging',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-quic',
      '--no-first-run',
      ...(options.args ?? []),
    ],
  });
  await servePracticeSites(context);
  const extensionId = await loadExtension(context);

  return {
    context,
    extensionId,
    async openPopup() {
      const page = await context.newPage();
      await page.setViewportSize({ width: 380, height: 560 });
      await page.goto(`chrome-extension://${extensionId}/popup.html`);
      return page;
    },
    async serviceWorker() {
      const running = context.serviceWorkers().find((worker) => worker.url().includes(extensionId));
      return running ?? context.waitForEvent('serviceworker');
    },
    async kill() {
      const closed = new Promise((resolve) => context.once('close', resolve));
      for (const pid of processesOf(profile)) process.kill(pid, 'SIGKILL');
      await closed;
    },
  };
}

/** Through the debugging protocol, as branded Chrome no longer takes extensions from the command line. */
async function loadExtension(context: BrowserContext): Promise<string> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser offers no debugging session to load the extension through');
  const load = session.send as (method: string, parameters: object) => Promise<{ id: string }>;
  const { id } = await load.call(session, 'Extensions.loadUnpacked', { path: extensionFolder('chrome') });
  await session.detach();
  return id;
}

/** The browser's processes are those that carry its profile on their command line. */
function processesOf(profile: string): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes(profile)).map((line) => Number.parseInt(line, 10));
}

async function servePracticeSites(context: BrowserContext): Promise<void> {
  const sites = await preparePracticeSites();
  await context.route(/^https?:/, async (route) => {
    const request = route.request();
    const response = sites.answer(request.url(), request.method());
    await (response ? route.fulfill(response) : route.abort('blockedbyclient'));
  });
}
