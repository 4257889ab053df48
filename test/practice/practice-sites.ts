import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const PRACTICE_SITE_IDS = [
  'chatgpt',
  'claude',
  'gemini',
  'perplexity',
  'grok',
  'deepseek',
  'huggingface',
  'textarea',
] as const;
export type PracticeSiteId = (typeof PRACTICE_SITE_IDS)[number];

/** A chat with nothing but a plain text field; the only origin here that does not exist outside. */
export const TEXTAREA_ORIGIN = 'http://localhost:4173';

export const practiceOrigins: Readonly<Record<PracticeSiteId, string>> = {
  chatgpt: 'https://chatgpt.com',
  claude: 'https://claude.ai',
  gemini: 'https://gemini.google.com',
  perplexity: 'https://www.perplexity.ai',
  grok: 'https://grok.com',
  deepseek: 'https://chat.deepseek.com',
  huggingface: 'https://huggingface.co',
  textarea: TEXTAREA_ORIGIN,
};

export interface PracticeAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

export interface PracticeSites {
  /** What the practice site at `url` answers; `undefined` for every address that is not one of theirs. */
  answer(url: string, method: string): PracticeAnswer | undefined;
}

/**
 * Bundles the practice sites into `.output/practice/` unless the bundles are newer than every source, and
 * returns what they answer. Needs no server: fulfil intercepted requests with it.
 */
export async function preparePracticeSites(): Promise<PracticeSites> {
  if (await isStale()) await bundle();
  const files = new Map<string, Buffer>();
  for (const name of await readdir(OUTPUT)) files.set(name, await readFile(join(OUTPUT, name)));
  return { answer: (url, method) => answer(files, new URL(url), method) };
}

function answer(files: ReadonlyMap<string, Buffer>, url: URL, method: string): PracticeAnswer | undefined {
  const site = PRACTICE_SITE_IDS.find((id) => practiceOrigins[id] === url.origin);
  if (!site || (site === 'huggingface' && !HUGGINGCHAT.test(url.pathname))) return undefined;
  if (url.pathname === '/favicon.ico') return { status: 204, headers: {}, body: '' };
  if (method !== 'GET') return { status: 405, headers: { allow: 'GET' }, body: '' };
  if (!url.pathname.startsWith(ASSETS)) {
    return respond(shell(site), 'text/html', { 'content-security-policy': POLICIES[site] ?? POLICY });
  }
  const file = files.get(url.pathname.slice(ASSETS.length));
  if (!file) return { status: 404, headers: {}, body: '' };
  return respond(file, url.pathname.endsWith('.css') ? 'text/css' : 'text/javascript');
}

function respond(body: Buffer | string, type: string, headers: Record<string, string> = {}): PracticeAnswer {
  return {
    status: 200,
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers },
    body,
  };
}

function shell(site: PracticeSiteId): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${site}</title>
<link rel="stylesheet" href="${ASSETS}${site}.css">
</head>
<body>${SERVER_RENDERED[site] ?? ''}<script src="${ASSETS}${site}.js"></script></body>
</html>`;
}

const ASSETS = '/__practice/';
/** The rest of the origin is where models are fetched from. */
const HUGGINGCHAT = /^\/(?:chat(?:\/|$)|__practice\/|favicon\.ico$)/;
const SOURCE = fileURLToPath(new URL('.', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../../.output/practice/', import.meta.url));

/** As narrow as the real sites': no inline scripts, no requests to other hosts. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'";

const POLICIES: Partial<Record<PracticeSiteId, string>> = {
  gemini: `${POLICY}; require-trusted-types-for 'script'; trusted-types default`,
};

/** What stands in the page before its program runs, and must not be taken for the composer. */
const SERVER_RENDERED: Partial<Record<PracticeSiteId, string>> = {
  chatgpt: '<textarea id="pending-home-input" aria-label="Chat with ChatGPT"></textarea>',
};

async function isStale(): Promise<boolean> {
  const bundles = PRACTICE_SITE_IDS.flatMap((site) => [`${site}.js`, `${site}.css`]).map((name) =>
    join(OUTPUT, name),
  );
  if (!bundles.every((path) => existsSync(path))) return true;
  const sources = await readdir(SOURCE, { recursive: true });
  const newestSource = Math.max(...(await modifiedAt(sources.map((name) => join(SOURCE, name)))));
  return newestSource > Math.min(...(await modifiedAt(bundles)));
}

async function modifiedAt(paths: string[]): Promise<number[]> {
  return Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));
}

/** Builds aside and moves each file into place, so that a second test run never reads half a bundle. */
async function bundle(): Promise<void> {
  await mkdir(OUTPUT, { recursive: true });
  const aside = await mkdtemp(join(OUTPUT, '../practice-'));
  for (const site of PRACTICE_SITE_IDS) {
    await build({
      configFile: false,
      logLevel: 'warn',
      root: SOURCE,
      build: {
        outDir: aside,
        emptyOutDir: false,
        minify: false,
        target: 'es2022',
        lib: {
          entry: join(SOURCE, 'client', `${site}.ts`),
          name: 'practice',
          formats: ['iife'],
          fileName: () => `${site}.js`,
          cssFileName: site,
        },
      },
    });
  }
  for (const name of await readdir(aside)) await rename(join(aside, name), join(OUTPUT, name));
  await rm(aside, { recursive: true });
}
