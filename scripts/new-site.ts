import { fileURLToPath } from 'node:url';
import { writeSite } from './new-site/write-site';

/*
 * Writes a new site to start from: its file, its line in the list, and the pages that every site has.
 *
 *   npm run new:site -- <name>
 */

const [name = ''] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));

try {
  for (const file of await writeSite(root, name)) console.log(`Wrote ${file}`);
  console.log('Now change what is in them to what the site has: docs/adding-a-site.md tells how.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
