import { execFileSync } from 'node:child_process';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';
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
  /** Folder of the extension; the production build unless told. */
  extension?: string;
}

export interface LaunchedBrowser {
  context: BrowserContext;
  extensionId: string;
  /** An open popup, as a page of its own. */
  openPopup(): Promise<Page>;
  serviceWorker(): Promise<Worker>;
  /** Ends all processes of the browser at once (SIGKILL). */
  kill(): Promise<void>;
  /** Ends the process in which the extension's own contexts run, the engine page among them (SIGKILL). */
  killExtensionProcess(): Promise<void>;
  /** As an update does: tabs that are open keep a content script that belongs to nobody any more. */
  reloadExtension(): Promise<void>;
}

/** A Chromium with the built production extension in it, in which the chat sites' addresses are the practice sites. */
export async function launchWithExtension(options: LaunchOptions): Promise<LaunchedBrowser> {
  const { profile, headless = true, colorScheme = 'light' } = options;
  const { viewport = { width: 1280, height: 800 }, extension = extensionFolder('chrome') } = options;
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
  const extensionId = await loadExtension(context, extension);
  await leaveWelcome(context, extensionId);

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
    async reloadExtension() {
      await loadExtension(context, extension);
    },
    async killExtensionProcess() {
      const session = await debuggingSession(context);
      const known = async () => {
        const { processInfo } = await session.send('SystemInfo.getProcessInfo');
        return new Set(processInfo.map(({ id }) => id));
      };
      const own = await known();
      const extensions = processes().filter(
        ({ pid, args }) => own.has(pid) && args.includes('--extension-process'),
      );
      for (const { pid } of extensions) process.kill(pid, 'SIGKILL');
      // The browser switches the extension off only when it has noticed.
      for (let left = own; extensions.some(({ pid }) => left.has(pid)); left = await known()) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await session.detach();
    },
  };
}

/** Through the debugging protocol, as branded Chrome no longer takes extensions from the command line. */
async function loadExtension(context: BrowserContext, path: string): Promise<string> {
  const session = await debuggingSession(context);
  const load = session.send as (method: string, parameters: object) => Promise<{ id: string }>;
  const { id } = await load.call(session, 'Extensions.loadUnpacked', { path });
  await session.detach();
  return id;
}

/** Every start installs the extension anew, which opens the welcome page: it is closed, as a person would. */
async function leaveWelcome(context: BrowserContext, extensionId: string): Promise<void> {
  const url = `chrome-extension://${extensionId}/welcome.html`;
  for (;;) {
    const welcome = context.pages().find((page) => page.url() === url);
    if (welcome) {
      // Whole: a page that is closed while it asks for its texts leaves the next one of its process without any.
      await welcome.getByRole('heading').first().waitFor();
      return welcome.close();
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The browser's main process carries its profile on the command line; its other processes end with it. */
function processesOf(profile: string): number[] {
  return processes()
    .filter(({ args }) => args.includes(profile))
    .map(({ pid }) => pid);
}

function processes(): { pid: number; args: string }[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.map((line) => ({ pid: Number.parseInt(line, 10), args: line }));
}

async function debuggingSession(context: BrowserContext): Promise<CDPSession> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser offers no debugging session');
  return session;
}

async function servePracticeSites(context: BrowserContext): Promise<void> {
  const sites = await preparePracticeSites();
  await context.route(/^https?:/, async (route) => {
    const request = route.request();
    const response = sites.answer(request.url(), request.method());
    await (response ? route.fulfill(response) : route.abort('blockedbyclient'));
  });
}
