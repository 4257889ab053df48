import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, test as base, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { RecallRequest, UseReport } from '@/memory/recall/types';
import type { CapturedTurns } from '@/memory/types';
import type { PageStatus } from '@/messaging/protocol';
import { sites } from '@/sites/index';
import { findBrowser } from '../../../scripts/find-browser';
import { preparePracticeSites } from '../../practice/practice-sites';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the page asked of the pretend engine, and what it said of itself. */
interface Told {
  capture: CapturedTurns;
  recall: RecallRequest;
  report: UseReport;
  status: PageStatus;
}

export interface Tab {
  page: Page;
  /** Everything told so far, in order. */
  asked: { what: keyof Told; data: unknown }[];
  of<What extends keyof Told>(what: What): Told[What][];
  errors: string[];
}

/** A browser with the page half of the extension, over the practice sites. */
export const test = base.extend<{ tab: Tab }, { browserWithPage: BrowserContext }>({
  browserWithPage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names off the pattern
    async ({}, use) => {
      const extension = await buildExtension();
      const profile = await mkdtemp(join(tmpdir(), 'page-profile-'));
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: findBrowser('chromium'),
        headless: false,
        args: [
          '--headless=new',
          '--no-sandbox',
          `--load-extension=${extension}`,
          `--disable-extensions-except=${extension}`,
        ],
        viewport: { width: 1100, height: 760 },
      });
      const practice = await preparePracticeSites();
      await context.route('**/*', async (route) => {
        const answer = practice.answer(route.request().url(), route.request().method());
        return answer ? route.fulfill(answer) : route.abort();
      });
      await use(context);
      await context.close();
      await rm(profile, { recursive: true, force: true });
      await rm(extension, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  tab: async ({ browserWithPage }, use) => {
    const page = await browserWithPage.newPage();
    const asked: Tab['asked'] = [];
    const errors: string[] = [];
    page.on('console', (message) => {
      const [, what, data] = /^pretend-engine (\w+) (.*)$/s.exec(message.text()) ?? [];
      if (what && data) asked.push({ what: what as keyof Told, data: JSON.parse(data) });
      else if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await use({
      page,
      asked,
      errors,
      of: <What extends keyof Told>(what: What) =>
        asked.filter((one) => one.what === what).map(({ data }) => data as Told[What]),
    });
    await page.close();
  },
});

async function buildExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'page-extension-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    resolve: { alias: { '@': join(root, 'src') } },
    define: { 'import.meta.env.FIREFOX': 'false' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: join(root, 'test/page/browser/content.ts'),
        name: 'page',
        formats: ['iife'],
        fileName: () => 'content.js',
      },
    },
  });
  await mkdir(join(folder, '_locales'), { recursive: true });
  await cp(join(root, 'public/_locales'), join(folder, '_locales'), { recursive: true });
  const matches = sites.flatMap((site) => [...site.matches]);
  const manifest = {
    manifest_version: 3,
    name: 'Page',
    version: '1.0',
    default_locale: 'en',
    content_scripts: [{ matches, js: ['content.js'], run_at: 'document_start' }],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
