import { describe, expect, test } from 'vitest';
import { findSite, sites } from '@/sites/index';
import { matchesPattern } from '@/sites/match-pattern';

const id = '5d0c7a34-1be2-4c55-9f0e-6a4b8c1d2e3f';
const hex = 'c0ffee00c0ffee11';
const drive = '1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT_uV';
const objectId = 'c0ffee00c0ffee11c0ffee22';
const slug = 'how-far-is-it-aB3.dEfGhIjKlMnOpQrS_1';
const mixed = 'kL9mNoPqRsTuVwXyZaBcD';

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
  [`https://chatgpt.com/g/g-abc-travel/c/WEB:${id}`, 'chatgpt', null],
  ['https://chatgpt.com/?temporary-chat=true', 'chatgpt', null],
  [`https://chatgpt.com/share/${id}`, 'chatgpt', undefined],
  [`https://chatgpt.com/s/${id}`, 'chatgpt', undefined],
  ['https://chatgpt.com/codex', 'chatgpt', undefined],
  ['https://chatgpt.com/gpts', 'chatgpt', undefined],
  ['https://chatgpt.com/settings', 'chatgpt', undefined],
  ['https://claude.ai/', 'claude', null],
  ['https://claude.ai/new?incognito', 'claude', null],
  [`https://claude.ai/chat/${id}`, 'claude', id],
  [`https://claude.ai/project/${id}`, 'claude', null],
  ['https://claude.ai/projects', 'claude', undefined],
  ['https://claude.ai/recents', 'claude', undefined],
  ['https://claude.ai/task/new', 'claude', undefined],
  [`https://claude.ai/code/${id}`, 'claude', undefined],
  [`https://claude.ai/chat/${id.slice(0, 20)}`, 'claude', undefined],
  ['https://claude.ai/settings/profile', 'claude', undefined],
  [`https://claude.ai/share/${id}`, 'claude', undefined],
  ['https://gemini.google.com/app', 'gemini', null],
  [`https://gemini.google.com/app/${hex}`, 'gemini', hex],
  [`https://gemini.google.com/u/2/app/${hex}`, 'gemini', hex],
  ['https://gemini.google.com/gem/storyteller', 'gemini', null],
  [`https://gemini.google.com/u/0/gem/storyteller/${hex}`, 'gemini', hex],
  ['https://gemini.google.com/library', 'gemini', undefined],
  ['https://gemini.google.com/search', 'gemini', undefined],
  [`https://gemini.google.com/notebook/${hex}`, 'gemini', undefined],
  [`https://gemini.google.com/share/${hex}`, 'gemini', undefined],
  ['https://www.perplexity.ai/', 'perplexity', null],
  ['https://www.perplexity.ai/?q=lamps', 'perplexity', null],
  [`https://www.perplexity.ai/search/${id}`, 'perplexity', id],
  [`https://www.perplexity.ai/search/${slug}?sm=d`, 'perplexity', slug],
  ['https://www.perplexity.ai/search/settings', 'perplexity', undefined],
  [`https://www.perplexity.ai/search/${id}/settings`, 'perplexity', undefined],
  ['https://www.perplexity.ai/library', 'perplexity', undefined],
  ['https://www.perplexity.ai/page/lamps', 'perplexity', undefined],
  ['https://www.perplexity.ai/computer/tasks', 'perplexity', undefined],
  ['https://grok.com/', 'grok', null],
  ['https://grok.com/c#private', 'grok', null],
  [`https://grok.com/c/${id}?rid=${id}`, 'grok', id],
  [`https://grok.com/chat/${id}`, 'grok', id],
  [`https://grok.com/conversation/${id}`, 'grok', id],
  [`https://grok.com/c/${id.slice(0, 20)}`, 'grok', undefined],
  ['https://grok.com/imagine', 'grok', undefined],
  ['https://grok.com/files', 'grok', undefined],
  ['https://grok.com/tasks', 'grok', undefined],
  [`https://grok.com/share/${id}`, 'grok', undefined],
  ['https://x.com/i/grok', 'x-grok', null],
  ['https://x.com/i/grok?conversation=1949000000000000001', 'x-grok', '1949000000000000001'],
  ['https://x.com/i/grok?conversation=19', 'x-grok', null],
  ['https://x.com/i/grok/share/1949', 'x-grok', undefined],
  ['https://x.com/home', 'x-grok', undefined],
  ['https://chat.deepseek.com/', 'deepseek', null],
  [`https://chat.deepseek.com/a/chat/s/${id}`, 'deepseek', id],
  [`https://chat.deepseek.com/share/${id}`, 'deepseek', undefined],
  ['https://chat.deepseek.com/sign_in', 'deepseek', undefined],
  ['https://copilot.microsoft.com/', 'copilot', null],
  ['https://copilot.microsoft.com/chats', 'copilot', null],
  [`https://copilot.microsoft.com/chats/${mixed}`, 'copilot', mixed],
  ['https://copilot.microsoft.com/chats/new', 'copilot', undefined],
  [`https://copilot.microsoft.com/shares/${mixed}`, 'copilot', undefined],
  ['https://m365.cloud.microsoft/chat/?auth=2', 'm365', null],
  [`https://m365.cloud.microsoft/chat/conversation/${id}?es=SSR`, 'm365', id],
  ['https://m365.cloud.microsoft/chat/all', 'm365', undefined],
  ['https://m365.cloud.microsoft/chat/conversation', 'm365', undefined],
  ['https://m365.cloud.microsoft/search', 'm365', undefined],
  ['https://www.kimi.com/', 'kimi', null],
  [`https://kimi.com/chat/${id}`, 'kimi', id],
  ['https://www.kimi.com/chat/cq1a2b3c4d5e6f7g8h9i', 'kimi', 'cq1a2b3c4d5e6f7g8h9i'],
  ['https://www.kimi.com/chat/history', 'kimi', undefined],
  [`https://www.kimi.com/share/${id}`, 'kimi', undefined],
  ['https://www.kimi.com/slides', 'kimi', undefined],
  ['https://chat.qwen.ai/', 'qwen', null],
  [`https://chat.qwen.ai/c/${id}`, 'qwen', id],
  ['https://chat.qwen.ai/c/guest', 'qwen', undefined],
  [`https://chat.qwen.ai/s/${id}`, 'qwen', undefined],
  [`https://notebooklm.google.com/notebook/${id}?authuser=1`, 'notebooklm', id],
  [`https://notebook.google.com/notebook/${id}`, 'notebooklm', id],
  ['https://notebooklm.google.com/', 'notebooklm', undefined],
  ['https://duck.ai/', 'duckai', null],
  ['https://duck.ai/chat?q=bird&duckai=1', 'duckai', null],
  ['https://duckduckgo.com/?q=bird&ia=chat&duckai=1', 'duckai', null],
  ['https://duck.ai/settings', 'duckai', undefined],
  ['https://chat.mistral.ai/chat', 'mistral', null],
  [`https://chat.mistral.ai/chat/${id}`, 'mistral', id],
  [`https://chat.mistral.ai/chat/${id.slice(0, 20)}`, 'mistral', undefined],
  ['https://chat.mistral.ai/connections', 'mistral', undefined],
  ['https://aistudio.google.com/prompts/new_chat', 'aistudio', null],
  [`https://aistudio.google.com/prompts/${drive}`, 'aistudio', drive],
  [`https://aistudio.google.com/u/1/prompts/${drive}`, 'aistudio', drive],
  ['https://aistudio.google.com/prompts', 'aistudio', undefined],
  ['https://aistudio.google.com/prompts/new_image', 'aistudio', undefined],
  ['https://aistudio.google.com/live', 'aistudio', undefined],
  ['https://aistudio.google.com/apps', 'aistudio', undefined],
  ['https://huggingface.co/chat', 'huggingface', null],
  ['https://huggingface.co/chat/', 'huggingface', null],
  [`https://huggingface.co/chat/conversation/${objectId}`, 'huggingface', objectId],
  [`https://huggingface.co/chat/conversation/${hex}`, 'huggingface', undefined],
  ['https://huggingface.co/chat/r/AbCdEf1', 'huggingface', undefined],
  ['https://huggingface.co/chat/models/some/model', 'huggingface', undefined],
  ['https://huggingface.co/chat/settings', 'huggingface', undefined],
  ['https://poe.com/', 'poe', null],
  ['https://poe.com/Some-Bot-2', 'poe', null],
  ['https://poe.com/chat/2abc3def4ghi5jkl', 'poe', '2abc3def4ghi5jkl'],
  ['https://poe.com/chat/new', 'poe', undefined],
  ['https://poe.com/settings', 'poe', undefined],
  ['https://poe.com/s/AbCdEf123', 'poe', undefined],
  ['https://www.meta.ai/', 'meta', null],
  [`https://meta.ai/prompt/${id}`, 'meta', id],
  [`https://www.meta.ai/c/${id}`, 'meta', id],
  ['https://www.meta.ai/prompt/latest', 'meta', undefined],
  ['https://www.meta.ai/settings', 'meta', undefined],
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
  'https://huggingface.co/models',
  'https://duckduckgo.com/?q=bird&ia=web',
  `https://chat.example.org/c/${id}`,
])('%s belongs to no site', (address) => {
  expect(findSite(new URL(address))).toBeUndefined();
});

/** Sites that everybody runs at an address of their own. */
const ownAddresses: [string, string, string | null | undefined][] = [
  ['/', 'openwebui', null],
  ['/?temporary-chat=true', 'openwebui', null],
  [`/c/${id}`, 'openwebui', id],
  ['/c/local:1', 'openwebui', undefined],
  [`/s/${id}`, 'openwebui', undefined],
  ['/workspace/models', 'openwebui', undefined],
  [`/channels/${id}`, 'openwebui', undefined],
  ['/c/new', 'librechat', null],
  [`/c/${id}`, 'librechat', id],
  ['/search', 'librechat', undefined],
  [`/share/${id}`, 'librechat', undefined],
];

test.each(ownAddresses)('%s of one’s own %s is read with the id %s', (path, site, conversationId) => {
  const url = new URL(path, 'https://chat.example.org');
  const found = sites.find((known) => known.id === site);
  expect(found?.isChat(url)).toBe(conversationId !== undefined);
  if (conversationId !== undefined) expect(found?.conversationId(url) ?? null).toBe(conversationId);
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
