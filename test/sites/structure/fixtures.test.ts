// @vitest-environment happy-dom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { siteFrom } from '@/sites/dom';
import { sites } from '@/sites/index';
import type { SiteMap } from '@/sites/map';
import { parseSiteFile, siteFile } from '@/sites/map-file';
import type { Site } from '@/sites/site';
import { findChat } from '@/sites/structure/find-chat';
import { withPointed } from '@/sites/structure/pointed';
import { siteMapOf } from '@/sites/structure/site-map';
import { type ExpectedPage, showPage } from '../../support/chat-page';

/**
 * Every page of every site, its own selectors unused: the finder reads its turns with their roles, or
 * nothing.
 */
const october = new Date('2026-10-01');
const folder = join(import.meta.dirname, '..');
const saved = process.env.THROUGHLINE_SITES ?? join(folder, '../../../shared/sites/snapshots');
const pages = [
  ...namesIn(folder, '.html').map((name) => ({ name, path: join(folder, name) })),
  ...namesIn(join(folder, 'snapshots'), '.expected.json')
    .filter((name) => existsSync(join(saved, `${name}.html`)))
    .map((name) => ({ name: `saved ${name}`, path: join(saved, name) })),
].filter(({ path }) => existsSync(`${path}.html`));

const outcomes: { name: string; hasThread: boolean; outcome: 'right' | 'pointed' | 'asks' | 'nothing' }[] =
  [];

describe('of an unknown site', () => {
  test.each(pages)('$name is read rightly or not at all', ({ name, path }) => {
    const site = siteOf(name);
    showPage(readFileSync(`${path}.html`, 'utf8'));
    const truth = site.turns(document);
    const found = findChat(document, urlOf(name));
    const map = found && siteMapOf(found, october);
    const [question] = truth.filter(({ role }) => role === 'user');
    const pointed =
      found && !map && question
        ? siteMapOf(withPointed(found, 'user turn', question.element), october)
        : undefined;
    const outcome = map ? 'right' : pointed ? 'pointed' : found ? 'asks' : 'nothing';
    outcomes.push({ name, hasThread: truth.length > 1, outcome });
    for (const each of [map, pointed]) if (each) expectRight(each, site, urlOf(name));
  });

  afterAll(() => {
    const threads = outcomes.filter(({ hasThread }) => hasThread);
    const count = (outcome: string) => threads.filter((each) => each.outcome === outcome).length;
    console.info(
      `Unknown sites: of ${threads.length} pages with a thread ${count('right')} are read rightly, ` +
        `${count('pointed')} after the user has pointed at a question; ` +
        `${count('asks') + count('nothing')} are left alone.`,
    );
    if (process.env.LIST) console.info(threads.map(({ name, outcome }) => `${outcome} ${name}`).join('\n'));
  });
});

function expectRight(map: SiteMap, site: Site, url: URL): void {
  const truth = site.turns(document);
  const own = siteFrom(parseSiteFile(siteFile(map)));
  const all = own.turns(document);
  // An answer that is just being written: its site may show it as a turn of its own only later.
  const isEarly = site.isAnswering(document) && all.length === truth.length + 1;
  const read = isEarly && all.at(-1)?.role === 'assistant' ? all.slice(0, -1) : all;
  expect(read.map(({ role }) => role)).toEqual(truth.map(({ role }) => role));
  for (const [index, turn] of read.entries()) {
    const meant = truth[index]?.element;
    expect(meant && (turn.element.contains(meant) || meant.contains(turn.element))).toBe(true);
    expect(areWithin(wordsOf(truth[index]?.text() ?? ''), wordsOf(turn.text()))).toBe(true);
  }
  const composer = site.composer(document);
  if (composer) expect(own.composer(document)).toBe(composer);
  const send = site.sendButton(document);
  if (send && own.sendButton(document)) expect(own.sendButton(document)).toBe(send);
  expect(own.isChat(url)).toBe(true);
}

function namesIn(where: string, suffix: string): string[] {
  return readdirSync(where, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort();
}

function siteOf(name: string): Site {
  const id = dirname(name.replace('saved ', ''));
  const byFolder = sites.find((site) => site.id === id);
  const byUrl = sites.find((site) => site.id === id.replace('copilot', 'm365'));
  const site = name.includes('m365') ? byUrl : byFolder;
  if (!site) throw new Error(`No site is named as the folder of ${name}`);
  return site;
}

function urlOf(name: string): URL {
  const path = name.startsWith('saved ')
    ? join(folder, 'snapshots', name.replace('saved ', ''))
    : join(folder, name);
  return new URL((JSON.parse(readFileSync(`${path}.expected.json`, 'utf8')) as ExpectedPage).url);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** In this order, with others between them. */
function areWithin(words: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const word of all) if (word === words[at]) at += 1;
  return at === words.length;
}
