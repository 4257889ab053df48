import { beforeEach, describe, expect, test, vi } from 'vitest';
import { followSites } from '@/host/follow-sites';
import { isOwnSitesRequest, tellOwnSites } from '@/host/own-sites';
import { keepSiteScripts } from '@/host/site-scripts';
import { defaultSettings, type OwnSite } from '@/memory/settings';
import { waitFor } from '../support/wait-for';
import { reset, state } from './fake-extension';

vi.mock('wxt/browser', () => import('./fake-extension'));

beforeEach(reset);

const webui = { origin: 'https://chat.example.org', site: 'openwebui' };
const libre = { origin: 'http://192.168.1.5:3080', site: 'librechat' };
const poe = { origin: 'https://poe.com', site: 'poe' };

function allow(...origins: string[]): void {
  for (const origin of origins) state.allowed.add(`${origin}/*`);
}

function matched(): string[] {
  return [...state.scripts.values()].flatMap(({ matches }) => matches).sort();
}

describe('scripts are registered', () => {
  test('where a site is switched on and the browser allows it, and nowhere else', async () => {
    allow(webui.origin, poe.origin, 'https://else.example');
    await keepSiteScripts([webui, libre, poe]);
    expect(matched()).toEqual(['https://chat.example.org/*', 'https://poe.com/*']);
  });

  test('for good, as soon as a page begins', async () => {
    allow(webui.origin);
    await keepSiteScripts([webui]);
    expect([...state.scripts.values()]).toEqual([
      expect.objectContaining({ runAt: 'document_start', persistAcrossSessions: true }),
    ]);
  });

  test('once, however often that is asked for', async () => {
    allow(webui.origin);
    await keepSiteScripts([webui]);
    await keepSiteScripts([webui]);
    expect(state.calls).toEqual(['register']);
  });

  test('no longer where a site is switched off', async () => {
    allow(webui.origin, libre.origin);
    await keepSiteScripts([webui, libre]);
    await keepSiteScripts([libre]);
    expect(matched()).toEqual(['http://192.168.1.5:3080/*']);
    await keepSiteScripts([]);
    expect(matched()).toEqual([]);
  });

  test('never for a site that this version does not know', async () => {
    allow('https://gone.example');
    await keepSiteScripts([{ origin: 'https://gone.example', site: 'gone' }]);
    expect(state.calls).toEqual([]);
  });
});

describe('a tab that shows the site already', () => {
  beforeEach(() => {
    state.tabs = [
      { id: 1, url: 'https://chat.example.org/c/1' },
      { id: 2, url: 'https://else.example/' },
      { id: -1, url: 'https://chat.example.org/broken' },
    ];
    allow(webui.origin);
  });

  test('gets its script at once, which finds the list already; one that cannot take it is left alone', async () => {
    await keepSiteScripts([webui]);
    expect(state.started).toEqual([{ tabId: 1, stored: [webui] }]);
  });

  test('gets none when nothing is new', async () => {
    await keepSiteScripts([webui]);
    await keepSiteScripts([webui, libre]);
    expect(state.started).toHaveLength(1);
  });

  test('gets another when another site is named for it', async () => {
    await keepSiteScripts([webui]);
    await keepSiteScripts([{ ...webui, site: 'librechat' }]);
    expect(state.started.map(({ tabId }) => tabId)).toEqual([1, 1]);
    expect(state.scripts.size).toBe(1);
  });
});

describe('a permission', () => {
  const lost: OwnSite[][] = [];
  beforeEach(() => {
    lost.length = 0;
  });

  test('that comes after the list has the script registered', async () => {
    const keep = followSites(async (left) => void lost.push(left));
    keep([webui]);
    await waitFor(() => expect(state.stored.ownSites).toEqual([webui]));
    expect(matched()).toEqual([]);
    allow(webui.origin);
    for (const added of state.added) added();
    await waitFor(() => expect(matched()).toEqual(['https://chat.example.org/*']));
  });

  test('that is taken back takes its entry along, and leaves those that were never allowed', async () => {
    const keep = followSites(async (left) => void lost.push(left));
    allow(webui.origin, poe.origin);
    keep([webui, poe, libre]);
    await waitFor(() => expect(matched()).toHaveLength(2));
    state.allowed.delete(`${webui.origin}/*`);
    for (const removed of state.removed) removed();
    await waitFor(() => expect(lost).toEqual([[poe, libre]]));
    expect(matched()).toEqual(['https://poe.com/*']);
    expect(state.stored.ownSites).toEqual([poe, libre]);
  });

  test('of something else changes nothing', async () => {
    const keep = followSites(async (left) => void lost.push(left));
    allow(webui.origin);
    keep([webui]);
    await waitFor(() => expect(matched()).toHaveLength(1));
    for (const changed of [...state.added, ...state.removed]) changed();
    keep([webui]);
    await waitFor(() => expect(state.calls).toEqual(['register']));
    expect(lost).toEqual([]);
  });
});

test('the engine page tells which sites are on at the start, and again only when they change', () => {
  const tell = tellOwnSites();
  tell(defaultSettings);
  tell({ ...defaultSettings, budgetTokens: 300 });
  tell({ ...defaultSettings, ownSites: [webui] });
  tell({ ...defaultSettings, ownSites: [{ ...webui }] });
  expect(state.sent.map((message) => isOwnSitesRequest(message) && message.data.ownSites)).toEqual([
    [],
    [webui],
  ]);
});
