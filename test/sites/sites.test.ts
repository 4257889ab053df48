// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sites } from '@/sites/index';
import { type ExpectedPage, expectReading, showPage } from '../support/chat-page';

/** As `chatgpt/thread`; test/conventions.test.ts sees to it that each site has some. */
const fixtures = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length))
  .sort();

test.each(fixtures)('%s is read as expected', (fixture) => {
  const site = sites.find(({ id }) => id === dirname(fixture));
  expect(site, 'Name the folder of a fixture after a site in src/sites/index.ts').toBeDefined();
  const path = join(import.meta.dirname, fixture);
  showPage(readFileSync(`${path}.html`, 'utf8'));
  const expected = JSON.parse(readFileSync(`${path}.expected.json`, 'utf8')) as ExpectedPage;
  if (site) expectReading(site, expected);
});
