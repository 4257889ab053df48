import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test';
import type { Patience } from '@/models/persist';
import { findBrowser } from '../../../scripts/find-browser';
import { type Mirror, startMirror } from '../../support/mirror';
import type { Lab, LabOptions } from './page';
import { type LabSite, openLabSite } from './site';

export { expect } from '@playwright/test';

/** Attempts follow each other at once; a connection may be silent for long, because the machine may be busy. */
export const patience: Patience = {
  stallMs: 30_000,
  attempts: 3,
  firstWaitMs: 10,
  longestWaitMs: 40,
  longestAskedWaitMs: 40,
  silentMs: 60_000,
};

export type CallLab = <Name extends keyof Lab>(
  name: Name,
  ...args: Parameters<Lab[Name]>
) => Promise<Awaited<ReturnType<Lab[Name]>>>;

/** A user of the shelf: a page in a browser with a profile of its own. */
export interface LabUser {
  page: Page;
  call: CallLab;
  /** What a call fails with. */
  problem<Name extends keyof Lab>(
    name: Name,
    ...args: Parameters<Lab[Name]>
  ): Promise<{ problem: string; message: string }>;
  /** Waits until the model's row is in a state, or failed for a reason. */
  until(id: string, state: string): Promise<void>;
  /** Waits until so many bytes of a file are here. */
  untilHave(id: string, path: string, bytes: number): Promise<void>;
  /** Ends the browser, at once as a power cut does or in order, and starts it again with the same profile. */
  restart(how: 'kill' | 'close', options?: Partial<LabOptions>): Promise<void>;
  /** The page again, which ends its worker in the middle of whatever it does. */
  reload(options?: Partial<LabOptions>): Promise<void>;
}

interface Fixtures {
  mirror: Mirror;
  user: LabUser;
  options: Partial<LabOptions>;
}

export const test = base.extend<Fixtures, { site: LabSite }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names off the pattern
    async ({}, use) => {
      const site = await openLabSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  options: [{}, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names off the pattern
  mirror: async ({}, use) => {
    const mirror = await startMirror();
    await use(mirror);
    await mirror.close();
  },
  user: async ({ site, mirror, options }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'models-profile-'));
    let context = await launch(profile);

    const user: LabUser = {
      page: undefined as unknown as Page,
      async call(name, ...args) {
        const { value, problem, message } = await evaluate(user.page, name, args);
        if (problem) throw new Error(`${name} failed: ${problem}, ${message}`);
        return value as never;
      },
      async problem(name, ...args) {
        const { problem = 'none', message = '' } = await evaluate(user.page, name, args);
        return { problem, message };
      },
      until: (id, state) => expect.poll(() => stateOf(user, id), { timeout: 45_000 }).toBe(state),
      untilHave: (id, path, bytes) =>
        expect
          .poll(async () => (await user.call('row', id))?.files.find((file) => file.path === path)?.have ?? 0)
          .toBeGreaterThanOrEqual(bytes),
      async restart(how, more) {
        if (how === 'kill') await kill(profile, context);
        else await context.close();
        context = await launch(profile);
        await open(more);
      },
      async reload(more) {
        await open(more);
      },
    };
    const open = async (more: Partial<LabOptions> = {}) => {
      user.page = context.pages()[0] ?? (await context.newPage());
      await user.page.goto(site.url);
      await user.call('open', { host: mirror.url, patience, ...options, ...more });
    };

    await open();
    await use(user);
    expect(await user.call('rejected')).toEqual([]);
    await context.close();
    await rm(profile, { recursive: true, force: true });
  },
});

function evaluate(page: Page, name: string, args: unknown[]) {
  return page.evaluate(([name, args]) => window.callLab(name, args), [name, args] as [string, unknown[]]);
}

async function stateOf(user: LabUser, id: string): Promise<string> {
  const row = await user.call('row', id);
  return row?.state === 'failed' ? row.problem : (row?.state ?? 'unknown');
}

function launch(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    headless: false,
    args: ['--headless=new', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

/** The browser's main process carries its profile on the command line; its other processes end with it. */
async function kill(profile: string, context: BrowserContext): Promise<void> {
  const closed = new Promise((resolve) => context.once('close', resolve));
  for (const line of execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')) {
    if (line.includes(profile)) process.kill(Number.parseInt(line, 10), 'SIGKILL');
  }
  await closed;
}
