import { describe, expect, test } from 'vitest';
import { findSite, installedMatches, installedOrigins, sites } from '@/sites/index';
import { matchesPattern } from '@/sites/match-pattern';
import { isSelfHosted, isSwitchedOn, matchesOf, ownSitesOf } from '@/sites/own-sites';

const at = (url: string) => new URL(url);
const own = [
  { origin: 'https://chat.example.org', site: 'openwebui' },
  { origin: 'http://localhost:3080', site: 'librechat' },
];

describe('an origin of the user’s own', () => {
  test('is read by the site that they named', () => {
    expect(findSite(at('https://chat.example.org/c/1'), own)?.id).toBe('openwebui');
    expect(findSite(at('http://localhost:3080/c/new'), own)?.id).toBe('librechat');
  });

  test('is one port of one host by one scheme', () => {
    expect(findSite(at('http://localhost:3000/'), own)?.id).toBe('textarea');
    expect(findSite(at('https://chat.example.org:8443/'), own)).toBeUndefined();
    expect(findSite(at('https://www.chat.example.org/'), own)).toBeUndefined();
  });

  test('is nobody’s once it is not in the list, or its site is gone', () => {
    expect(findSite(at('https://chat.example.org/'))).toBeUndefined();
    const gone = [{ origin: 'https://chat.example.org', site: 'gone' }];
    expect(findSite(at('https://chat.example.org/'), gone)).toBeUndefined();
  });

  test('never gives a known site’s pages to another known one', () => {
    const wrong = [{ origin: 'https://claude.ai', site: 'gemini' }];
    expect(findSite(at('https://claude.ai/new'), wrong)?.id).toBe('claude');
  });
});

test('a site that is on by default needs no entry; any other does, at this very origin', () => {
  for (const site of sites) {
    const url = at(site.matches[0]?.replaceAll('*', '') ?? 'https://chat.example.org/');
    const isDefault = !site.experimental && !isSelfHosted(site);
    expect(isSwitchedOn(site, url, [])).toBe(isDefault);
    expect(isSwitchedOn(site, url, [{ origin: url.origin, site: site.id }])).toBe(true);
    expect(isSwitchedOn(site, url, [{ origin: 'https://else.example', site: site.id }])).toBe(isDefault);
  }
});

test('what an experimental site needs is each of its origins, with the pages it reads there', () => {
  for (const site of sites.filter(({ experimental }) => experimental)) {
    const entries = ownSitesOf(site);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.flatMap(matchesOf).sort()).toEqual([...site.matches].sort());
    for (const { origin } of entries) expect(origin).toMatch(/^https:\/\/[a-z.0-9-]+$/);
  }
});

test('a site to host oneself reads all pages of the origin; one that is gone reads none', () => {
  expect(own.map(matchesOf)).toEqual([['https://chat.example.org/*'], ['http://localhost:3080/*']]);
  expect(matchesOf({ origin: 'https://chat.example.org', site: 'gone' })).toEqual([]);
});

test('what may be read as installed is every site that is on by default, and no other', () => {
  for (const { id, matches, experimental } of sites) {
    for (const pattern of matches) {
      expect(installedMatches.includes(pattern), `${id}: ${pattern}`).toBe(!experimental);
      const url = at(pattern.replaceAll('*', ''));
      expect(installedOrigins.some((origin) => matchesPattern(origin, url))).toBe(!experimental);
    }
  }
});

test('a site carries the last month in which any of it was seen working', () => {
  for (const { seen } of sites) expect(seen).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/);
});
