import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { modelLibURLPrefix, modelVersion } from '@mlc-ai/web-llm';
import { type LibraryLock, obtainLibraries } from './webllm/obtain-libraries';

/*
 * Puts the compiled models that WebLLM runs into public/webllm, as docs/webllm.md tells:
 *   npm run webllm:libs                       fetches what is missing and compares all with the lock
 *   npm run webllm:libs -- --lock             also takes up the hashes of those that have none yet
 *   npm run webllm:libs -- --from <address>   from a mirror that has them side by side
 */

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const lockFile = at('src/models/webllm-libraries.json');

const given = process.argv.slice(2);
const mirror = given.includes('--from') ? given[given.indexOf('--from') + 1] : undefined;

try {
  const lock: LibraryLock = JSON.parse(await readFile(lockFile, 'utf8'));
  const found = await obtainLibraries({
    lock,
    into: at('public/webllm'),
    addressOf: (name, url) => (mirror ? new URL(name, mirror).href : filledIn(url)),
    takeUp: given.includes('--lock'),
    say: console.log,
  });
  if (given.includes('--lock')) await writeFile(lockFile, `${JSON.stringify(found, null, 2)}\n`);
} catch (error) {
  console.error(`\nThe compiled models are not complete: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/** The address in WebLLM's own words: they change with its version, which the lock then shows. */
function filledIn(url: string): string {
  return url.replace('{modelLibURLPrefix}', modelLibURLPrefix).replace('{modelVersion}', modelVersion);
}
