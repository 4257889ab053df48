import { describe, expect, test, vi } from 'vitest';
import type { PageStatus } from '@/messaging/protocol';
import { findActivePage } from '@/ui/active-page';
import { setTabs } from './fake-browser';

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
