import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { extensionFolder } from '../build';
import type { Figure } from './figure';

/** Size of what each context loads, gzipped. */
export async function packageSizes(): Promise<Figure[]> {
  const folder = extensionFolder('chrome');
  const popup = [...scriptsOf(folder, 'popup.html')];
  const database = popup.filter((file) => readFileSync(file, 'utf8').includes('Dexie'));
  const withoutDatabase = popup.filter((file) => !database.includes(file));
  return [
    size('content script, gzipped (goal 30 kB)', [join(folder, 'content-scripts/chat.js')]),
    size('background, gzipped (goal 10 kB)', [...modulesFrom(join(folder, 'background.js'))]),
    size('popup without the database library, gzipped (goal 45 kB)', withoutDatabase),
    size('popup’s chunk with the database library, gzipped', database),
  ];
}

function size(what: string, files: readonly string[]): Figure {
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
  return { what, value: `${(bytes / 1000).toFixed(1)} kB`, runs: `${files.length} files` };
}

/** The page's scripts with all that they import; Vite names some of them in `modulepreload` links too. */
function scriptsOf(folder: string, page: string): Set<string> {
  const html = readFileSync(join(folder, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) =>
    join(folder, match[1] as string),
  );
  return new Set(named.flatMap((file) => [...modulesFrom(file)]));
}

function modulesFrom(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || !existsSync(file)) return found;
  found.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, path] of code.matchAll(/(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g)) {
    const target = join(file, '..', path as string);
    modulesFrom(target, found);
  }
  return found;
}
