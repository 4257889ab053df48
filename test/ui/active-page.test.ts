import { describe, expect, test, vi } from 'vitest';
import type { PageStatus } from '@/messaging/protocol';
import { findActivePage } from '@/ui/active-page';
import { allowed, setTabs } from './fake-browser';

vi.mock('wxt/browser', () => import('./fake-browser'));

const status: PageStatus = {
  site: 'claude',
  siteName: 'Claude',
  state: 'capturing',
  conversation: { provisionalKey: 'new' },
};
const claude = { id: 1, url: 'https://claude.ai/new', status };

describe('the page in front of the user', () => {
  test('is the active tab, which answers for itself', async () => {
    setTabs([
      { id: 2, url: 'https://chatgpt.com/' },
      { ...claude, active: true },
    ]);
    expect(await findActivePage()).toEqual({
      is: 'answering',
      site: { id: 'claude', name: 'Claude' },
      status,
    });
  });

  test('is the tab used last before it where the popup stands in a tab of its own', async () => {
    const own = { id: 9, active: true, lastAccessed: 90 };
    setTabs([{ id: 2, lastAccessed: 10 }, { ...claude, lastAccessed: 80 }, own], own);
    expect(await findActivePage()).toMatchObject({ is: 'answering', status });
  });

  test('is silent on a chat site where nobody answers', async () => {
    setTabs([{ id: 3, active: true, url: 'https://claude.ai/chat/1' }]);
    expect(await findActivePage()).toMatchObject({ is: 'silent', site: { id: 'claude' }, tabId: 3 });
  });

  test.each([
    ['on any other site', [{ id: 3, active: true, url: 'https://example.org/' }]],
    ['where the browser does not tell the address', [{ id: 3, active: true }]],
    ['without any tab', []],
  ])('is elsewhere %s', async (_, tabs) => {
    setTabs(tabs);
    expect(await findActivePage()).toEqual({ is: 'elsewhere' });
  });
});

describe('a page that is not read yet', () => {
  const poe = { id: 4, active: true, url: 'https://poe.com/chat/1' };
  const own = { id: 5, active: true, url: 'https://chat.example.org/c/1' };

  test('is an experimental site’s, which can be switched on', async () => {
    setTabs([poe]);
    expect(await findActivePage()).toMatchObject({
      is: 'off',
      sites: [{ id: 'poe', name: 'Poe' }],
      origin: 'https://poe.com',
    });
  });

  test('begins with a reload once its site is on', async () => {
    setTabs([poe]);
    const on = [{ origin: 'https://poe.com', site: 'poe' }];
    allowed.clear();
    expect(await findActivePage(on), 'the browser’s question is open').toMatchObject({ is: 'off' });
    allowed.add('https://poe.com/*');
    expect(await findActivePage(on)).toMatchObject({ is: 'silent', site: { id: 'poe' }, tabId: 4 });
  });

  test('can be read as each site to host oneself that finds its composer there', async () => {
    setTabs([{ ...own, readers: ['openwebui', 'librechat'] }]);
    expect(await findActivePage()).toMatchObject({
      is: 'off',
      sites: [{ id: 'openwebui' }, { id: 'librechat' }],
      origin: 'https://chat.example.org',
    });
  });

  test.each([
    ['no site finds anything', { ...own, readers: [] }],
    ['the browser lets nobody look', own],
    [
      'it came in the clear from a public network',
      { ...own, url: 'http://chat.example.org/', readers: ['openwebui'] },
    ],
    ['it is the browser’s own', { ...own, url: 'chrome://settings', readers: ['openwebui'] }],
  ])('is elsewhere where %s', async (_, tab) => {
    setTabs([tab]);
    expect(await findActivePage()).toEqual({ is: 'elsewhere' });
  });
});

describe('a page on this machine, which is taken for a plain local chat at first', () => {
  const paused: PageStatus = { ...status, site: 'textarea', siteName: 'Local chat', state: 'paused' };
  const local = { id: 6, active: true, url: 'http://localhost:3000/', readers: ['openwebui'] };

  test('can be switched on as what it is where it could not be read', async () => {
    setTabs([{ ...local, status: paused }]);
    expect(await findActivePage()).toMatchObject({ is: 'off', sites: [{ id: 'openwebui' }] });
  });

  test('stays what it is where it is read well, or was named already', async () => {
    setTabs([{ ...local, status: { ...paused, state: 'capturing' } }]);
    expect(await findActivePage()).toMatchObject({ is: 'answering', site: { id: 'textarea' } });
    setTabs([{ ...local, status: { ...paused, site: 'openwebui', siteName: 'Open WebUI' } }]);
    const own = [{ origin: 'http://localhost:3000', site: 'openwebui' }];
    expect(await findActivePage(own)).toMatchObject({ is: 'answering', site: { id: 'openwebui' } });
  });

  test('tells how it fares where nothing else can read it either', async () => {
    setTabs([{ ...local, readers: [], status: paused }]);
    expect(await findActivePage()).toMatchObject({ is: 'answering', status: paused });
  });
});
