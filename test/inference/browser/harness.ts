import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, test as base, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from '../../../scripts/find-browser';
import type { Lab } from './page';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const tinyModels = join(root, 'test/models/tiny');
const sharedModels = join(root, '../shared/models');

/** Whether the folder of real models is beside the checkout. */
export const hasSharedModels = existsSync(join(sharedModels, 'potion-base-2M'));
export const withoutSharedModels = 'There is no folder ../shared/models with real models in it';

interface Site {
  /** Address of the page, isolated from other origins unless asked for `?shared`. */
  url: string;
  /** Names of the files that the build gave. */
  built: string[];
}

export interface LabPage {
  page: Page;
  lab: <Name extends LabCall>(
    name: Name,
    ...given: Parameters<Lab[Name]>
  ) => Promise<Awaited<ReturnType<Lab[Name]>>>;
  said: () => Promise<Lab['said']>;
  /** Everything that the page and its workers printed. */
  printed: string[];
}

type LabCall = {
  [Name in keyof Lab]: Lab[Name] extends (...given: never[]) => unknown ? Name : never;
}[keyof Lab];

interface Fixtures {
  labPage: LabPage;
  /** Query of the page's address. */
  search: string;
}

interface WorkerFixtures {
  site: Site;
  gpuBrowser: Browser;
  /** Whether WebGPU is there, played by SwiftShader. */
  webgpu: boolean;
}

/** A browser with WebGPU, and a page in it that runs the embedder. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  webgpu: [true, { option: true, scope: 'worker' }],
  search: ['', { option: true }],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names off the pattern
    async ({}, use) => {
      const folder = await buildPage();
      const server = await serve(folder);
      const { port } = server.address() as AddressInfo;
      await use({ url: `http://127.0.0.1:${port}/`, built: await readdir(join(folder, 'assets')) });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  gpuBrowser: [
    async ({ webgpu }, use) => {
      const browser = await chromium.launch({
        executablePath: findBrowser('chromium'),
        headless: false,
        args: [
          '--headless=new',
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          ...(webgpu ? ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'] : ['--disable-gpu']),
        ],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  labPage: async ({ gpuBrowser, site, search }, use) => {
    const context = await gpuBrowser.newContext();
    const page = await context.newPage();
    const printed: string[] = [];
    page.on('console', (message) => printed.push(message.text()));
    page.on('pageerror', ({ message }) => printed.push(message));
    // The browser asks for an icon of its own accord.
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    await page.goto(site.url + search);
    await page.waitForFunction(() => 'lab' in window, undefined, { polling: 100 });
    await use({
      page,
      printed,
      lab: (name, ...given) =>
        page.evaluate(([call, all]) => (window.lab[call] as (...some: unknown[]) => unknown)(...all), [
          name,
          given,
        ] as const) as never,
      said: () => page.evaluate(() => window.lab.said),
    });
    await context.close();
  },
});

async function buildPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'embedder-page-'));
  const shelf = readFileSync(join(root, 'src/models/shelf.ts'), 'utf8');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(root, 'test/inference/browser'),
    resolve: {
      alias: {
        ...(shelf.includes('shelfFetch')
          ? {}
          : { '@/models/shelf': join(root, 'test/inference/browser/shelf-stand-in.ts') }),
        '@': join(root, 'src'),
      },
    },
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      rolldownOptions: {
        input: join(root, 'test/inference/browser/page.ts'),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><script type="module" src="/page.js"></script>',
  );
  return folder;
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

async function serve(folder: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = await readFirst(placesOf(folder, pathname));
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': types[extname(pathname) || '.html'] ?? 'application/octet-stream',
      ...(search !== '?shared' && {
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      }),
    });
    response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function placesOf(folder: string, pathname: string): string[] {
  const model = /^\/models\/(.+)$/.exec(pathname)?.[1];
  if (model) return [join(tinyModels, model), join(sharedModels, model)];
  return [join(folder, pathname === '/' ? 'index.html' : pathname)];
}

async function readFirst(places: readonly string[]): Promise<Buffer | undefined> {
  const found = places.find((place) => existsSync(place));
  return found === undefined ? undefined : readFile(found);
}
