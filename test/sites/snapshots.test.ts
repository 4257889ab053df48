// @vitest-environment happy-dom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'vitest';
import { findSite, sites } from '@/sites/index';
import type { Site } from '@/sites/site';
import { type ExpectedPage, expectReading, showPage } from '../support/chat-page';

/** Saved pages of the real sites: not in this repository, which holds only what is to be read in them. */
const saved = process.env.THROUGHLINE_SITES ?? join(import.meta.dirname, '../../../shared/sites/snapshots');
const expectations = join(import.meta.dirname, 'snapshots');
const suffix = '.expected.json';

const pages = readdirSync(expectations, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length))
  .sort();

const absent = !existsSync(saved);
if (absent)
  console.warn(`Saved pages are skipped: there is no folder ${saved} (THROUGHLINE_SITES names another).`);

describe.skipIf(absent)('saved pages', () => {
  test.each(pages)('%s is read as expected', (page) => {
    const expected = JSON.parse(readFileSync(join(expectations, page + suffix), 'utf8')) as ExpectedPage;
    showPage(readFileSync(join(saved, `${page}.html`), 'utf8'));
    expectReading(siteOf(expected, dirname(page)), expected);
  });
});

/** By the address; by the folder where everybody runs the site at an address of their own. */
function siteOf({ url }: ExpectedPage, folder: string): Site {
  const site = findSite(new URL(url)) ?? sites.find(({ id }) => id === folder);
  if (!site) throw new Error(`No site in src/sites/index.ts is at ${url}`);
  return site;
}
