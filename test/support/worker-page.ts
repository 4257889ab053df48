import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from '../../scripts/find-browser';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface WorkerPageOptions {
  /** Module of the page, from the root of the project. */
  entry: string;
  /** Folders served beside what was built, by the path they are served under: `{ '/webllm/': '/tmp/x' }`. */
  folders?: Record<string, string>;
  /** Added to Chromium's command line. */
  args?: string[];
  /** `connect-src` of the page and of its workers. */
  connect?: string;
}

export interface WorkerPage {
  context: BrowserContext;
  /** A fresh page on which the module has run. */
  open(): Promise<Page>;
  origin: string;
  /** Every address that a page or a worker asked for, in order. */
  requests: string[];
  /** What pages and workers wrote to the console. */
  said: string[];
  /** The same in a Chromium that is started with other arguments. */
  openIn(args: string[]): Promise<{ page: Page; close(): Promise<void> }>;
  close(): Promise<void>;
}

/**
 * Builds a module with the workers it starts, and serves it to a real Chromium as the extension is served: isolated
 * from other origins, and under the policy for scripts that extensions have.
 */
export async function workerPage(options: WorkerPageOptions): Promise<WorkerPage> {
  const folder = await mkdtemp(join(tmpdir(), 'worker-page-'));
  await buildPage(options.entry, folder);
  const server = await serve({ '/': folder, ...options.folders }, options.connect ?? "'self'");
  const browser = await launch(options.args ?? []);
  const context = await browser.newContext();
  const requests: string[] = [];
  const said: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => said.push(message.text()));

  async function openPage(inContext: BrowserContext): Promise<Page> {
    const page = await inContext.newPage();
    await page.goto(server.origin);
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true', undefined, {
      polling: 100,
    });
    return page;
  }

  return {
    context,
    origin: server.origin,
    requests,
    said,
    open: () => openPage(context),
    async openIn(args) {
      const other = await launch(args);
      return { page: await openPage(await other.newContext()), close: () => other.close() };
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function launch(args: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser('chromium'),
    headless: false,
    args: ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args],
  });
}

/** Builds a module with the workers it starts, beside what is in the folder, and `index.html`, which runs it. */
export async function buildPage(entry: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    publicDir: false,
    resolve: { alias: { '@': join(root, 'src') } },
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      assetsInlineLimit: 0,
      rollupOptions: { input: join(root, entry), output: { entryFileNames: 'page.js' } },
    },
  });
  const page = `<!doctype html>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="connect-src 'self'" />
<title>Worker page</title>
<script type="module" src="/page.js"></script>
<script type="module" src="/ready.js"></script>`;
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'ready.js'), "document.documentElement.dataset.ready = 'true';");
}

async function serve(
  folders: Record<string, string>,
  connect: string,
): Promise<{ origin: string; close(): Promise<void> }> {
  // The longest prefix decides.
  const prefixes = Object.keys(folders).sort((one, other) => other.length - one.length);
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const prefix = prefixes.find((one) => path.startsWith(one)) ?? '/';
    const rest = path.slice(prefix.length) || 'index.html';
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    response.setHeader('content-security-policy', policy(connect));
    await answer(join(folders[prefix] ?? '', normalize(`/${rest}`)), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(path: string, response: ServerResponse): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return void response.writeHead(404).end();
  response.writeHead(200, {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'content-length': found.size,
  });
  createReadStream(path).pipe(response);
}

function policy(connect: string): string {
  return `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src ${connect}`;
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
