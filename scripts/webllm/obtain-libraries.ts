import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** By file name; a library without a hash was not looked at yet. */
export type LibraryLock = Record<string, { url: string; sha256: string | null }>;

export interface Obtaining {
  lock: LibraryLock;
  /** Folder of the package that they go to. */
  into: string;
  addressOf: (name: string, url: string) => string;
  /** Takes up the hashes of libraries that have none, instead of refusing them. */
  takeUp: boolean;
  say?: (line: string) => void;
}

/**
 * Fetches the compiled models that are not there yet and compares all with the lock. Answers the lock with what was
 * taken up; throws at the first library that is not what it should be, which then is not in the folder.
 */
export async function obtainLibraries({
  lock,
  into,
  addressOf,
  takeUp,
  say,
}: Obtaining): Promise<LibraryLock> {
  const found: LibraryLock = {};
  for (const [name, { url, sha256 }] of Object.entries(lock)) {
    const path = join(into, name);
    const there = await readFile(path).catch(absent);
    const bytes = there ?? (await fetched(addressOf(name, url)));
    const sum = createHash('sha256').update(bytes).digest('hex');
    check(name, bytes, sum, sha256, takeUp);
    if (!there) await replace(path, bytes);
    say?.(`${name}: ${(bytes.length / 1e6).toFixed(1)} MB, ${there ? 'was there' : 'fetched'}, ${sum}`);
    found[name] = { url, sha256: sum };
  }
  return found;
}

function check(name: string, bytes: Buffer, sum: string, locked: string | null, takeUp: boolean): void {
  if (bytes.subarray(0, 4).toString('latin1') !== '\0asm') throw new Error(`${name} is no WebAssembly.`);
  if (locked === null && !takeUp) {
    throw new Error(`${name} has no hash in src/models/webllm-libraries.json: --lock takes up ${sum}`);
  }
  if (locked !== null && locked !== sum) {
    throw new Error(`${name} is not the file that was locked: ${sum} instead of ${locked}`);
  }
}

async function fetched(address: string): Promise<Buffer> {
  const response = await fetch(address).catch((cause) => {
    throw new Error(`${address} cannot be reached.`, { cause });
  });
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
}

/** Under its own name only once it is whole. */
async function replace(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
