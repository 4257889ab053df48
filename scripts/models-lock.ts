import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { catalogue } from '@/models/catalogue';
import { defaultHost, hubUrl } from '@/models/hub';
import type { Lock, LockedModel } from '@/models/lock';
import { shardsIn } from '@/models/shards';
import type { ModelCard, ModelFile } from '@/models/types';

/*
 * Writes src/models/lock.json: the commit, lengths and hashes that the models of the catalogue have on the hub now.
 * Downloads of the extension are checked against it.
 *
 *   npm run models:lock -- [--host <mirror>] [--to <file>]
 */

interface Listed {
  type: string;
  path: string;
  size: number;
  lfs?: { oid: string; size: number };
}

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: defaultHost },
    to: { type: 'string', default: fileURLToPath(new URL('../src/models/lock.json', import.meta.url)) },
  },
});

const host = values.host.endsWith('/') ? values.host : `${values.host}/`;
const before = JSON.parse(await readFile(values.to, 'utf8').catch(() => '{}')) as Lock;
const lock: Lock = {};

for (const card of catalogue) {
  try {
    lock[card.id] = await lockOf(card);
    console.log(`${card.id}: ${Object.keys(lock[card.id]?.files ?? {}).length} files`);
  } catch (error) {
    const kept = before[card.id];
    if (kept) lock[card.id] = kept;
    console.error(
      `${card.id}: ${error instanceof Error ? error.message : error}${kept ? ' (kept as it was)' : ''}`,
    );
    process.exitCode = 1;
  }
}
await writeFile(values.to, `${JSON.stringify(lock, null, 2)}\n`);

/** Files of the card first, then those that its manifest names, each in their order. */
async function lockOf(card: ModelCard): Promise<LockedModel> {
  const { repository } = card;
  const { sha } = (await (await get(`${host}api/models/${repository}/revision/main`)).json()) as {
    sha?: unknown;
  };
  if (typeof sha !== 'string' || !/^[\da-f]{40}$/.test(sha)) throw new Error('the hub names no commit');
  const listed = await listFiles(`${host}api/models/${repository}/tree/${sha}?recursive=true`);
  const files: LockedModel['files'] = {};
  for (const file of await withShards(card, sha)) {
    const entry = listed.get(file.path);
    if (entry) files[file.path] = await hashOf(entry, hubUrl(host, repository, sha, file.path));
    else if (!file.optional) throw new Error(`${file.path} is not in ${repository}`);
  }
  return { revision: sha, files };
}

async function withShards({ repository, files }: ModelCard, revision: string): Promise<ModelFile[]> {
  const manifest = files.find(({ listsShards }) => listsShards);
  if (!manifest) return [...files];
  const text = await (await get(hubUrl(host, repository, revision, manifest.path))).text();
  return [...files, ...shardsIn(text).map(({ path }) => ({ path }))];
}

/** A large file is listed with its SHA-256; a small one is fetched. */
async function hashOf({ size, lfs }: Listed, url: string): Promise<{ bytes: number; sha256: string }> {
  if (lfs && /^[\da-f]{64}$/.test(lfs.oid)) return { bytes: lfs.size, sha256: lfs.oid };
  const content = new Uint8Array(await (await get(url)).arrayBuffer());
  if (content.length !== size) throw new Error(`${url} came with ${content.length} bytes instead of ${size}`);
  return { bytes: size, sha256: createHash('sha256').update(content).digest('hex') };
}

/** The list comes in pages. */
async function listFiles(address: string): Promise<Map<string, Listed>> {
  const listed = new Map<string, Listed>();
  for (let next: string | undefined = address; next; ) {
    const response = await get(next);
    for (const entry of (await response.json()) as Listed[]) {
      if (entry.type === 'file') listed.set(entry.path, entry);
    }
    next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return listed;
}

async function get(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} from ${url}`);
  return response;
}
