import { describe, expect, test } from 'vitest';
import { findSite } from '@/sites/index';
import { matchesPattern } from '@/sites/match-pattern';

const id = '5d0c7a34-1be2-4c55-9f0e-6a4b8c1d2e3f';
const hex = 'c0ffee00c0ffee11';

/** Address, site, and the conversation's id: null for a chat that has none yet, undefined for no chat at all. */
const addresses: [string, string, string | null | undefined][] = [
  ['https://chatgpt.com/', 'chatgpt', null],
  [`https://chatgpt.com/c/${id}`, 'chatgpt', id],
  [`https://chatgpt.com/c/${id.toUpperCase()}?model=x#top`, 'chatgpt', id.toUpperCase()],
  [`https://chatgpt.com/c/WEB:${id}`, 'chatgpt', null],
  [`https://chatgpt.com/c/${id.slice(0, 20)}`, 'chatgpt', null],
  [`https://chatgpt.com/g/g-abc-travel/c/${id}`, 'chatgpt', id],
  ['https://chatgpt.com/g/g-abc-travel', 'chatgpt', null],
  ['https://chatgpt.com/g/g-p-0a1b-work/project', 'chatgpt', null],
  [`https://chatgpt.com/uc/${id}`, 'chatgpt', id],
  [`https://chatgpt.com/share/${id}`, 'chatgpt', undefined],
  ['https://chatgpt.com/codex', 'chatgpt', undefined],
  ['https://chatgpt.com/gpts', 'chatgpt', undefined],
  ['https://chatgpt.com/settings', 'chatgpt', undefined],
  ['https://claude.ai/', 'claude', null],
  ['https://claude.ai/new?incognito', 'claude', null],
  [`https://claude.ai/chat/${id}`, 'claude', id],
  [`https://claude.ai/project/${id}`, 'claude', null],
  ['https://claude.ai/projects', 'claude', undefined],
  ['https://claude.ai/recents', 'claude', undefined],
  ['https://claude.ai/settings/profile', 'claude', undefined],
  [`https://claude.ai/share/${id}`, 'claude', undefined],
  ['https://gemini.google.com/app', 'gemini', null],
  [`https://gemini.google.com/app/${hex}`, 'gemini', hex],
  [`https://gemini.google.com/u/2/app/${hex}`, 'gemini', hex],
  ['https://gemini.google.com/gem/storyteller', 'gemini', null],
  [`https://gemini.google.com/u/0/gem/storyteller/${hex}`, 'gemini', hex],
  ['https://gemini.google.com/library', 'gemini', undefined],
  [`https://gemini.google.com/share/${hex}`, 'gemini', undefined],
  ['http://localhost:3000/', 'textarea', null],
  ['http://localhost:3000/c/new', 'textarea', null],
  [`http://localhost:3000/c/${id}`, 'textarea', id],
  ['http://127.0.0.1/app/chat/42', 'textarea', '42'],
  ['http://localhost/?chat=9b1d&x=1', 'textarea', '9b1d'],
  ['http://localhost/#/chat/9b1d', 'textarea', '9b1d'],
  ['http://localhost/settings/models', 'textarea', undefined],
];

test.each(addresses)('%s is read as %s with the id %s', (address, site, conversationId) => {
  const url = new URL(address);
  const found = findSite(url);
  expect(found?.id).toBe(site);
  expect(found?.isChat(url)).toBe(conversationId !== undefined);
  if (conversationId !== undefined) expect(found?.conversationId(url) ?? null).toBe(conversationId);
});

test.each([
  'https://example.org/c/1',
  'http://chatgpt.com/',
  'https://evilchatgpt.com/',
  'https://claude.ai.example.org/new',
  'https://localhost/',
])('%s belongs to no site', (address) => {
  expect(findSite(new URL(address))).toBeUndefined();
});

describe('matchesPattern', () => {
  test('covers subdomains only where the pattern says so', () => {
    expect(matchesPattern('https://*.example.org/*', new URL('https://a.b.example.org/x'))).toBe(true);
    expect(matchesPattern('https://*.example.org/*', new URL('https://example.org/'))).toBe(true);
    expect(matchesPattern('https://*.example.org/*', new URL('https://anexample.org/'))).toBe(false);
    expect(matchesPattern('https://example.org/*', new URL('https://a.example.org/'))).toBe(false);
  });

  test('takes a dot in a path for a dot and a star for anything', () => {
    expect(matchesPattern('*://example.org/a.b/*', new URL('http://example.org/a.b/c?d=/e'))).toBe(true);
    expect(matchesPattern('*://example.org/a.b/*', new URL('http://example.org/axb/c'))).toBe(false);
  });

  test('refuses what is no pattern and says how one looks', () => {
    expect(() => matchesPattern('example.org', new URL('https://example.org'))).toThrow(/https:\/\/host\/\*/);
  });
});
