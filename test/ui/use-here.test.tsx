// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { freshName, openEngine } from '../support/open-engine';
import { waitFor } from '../support/wait-for';
import { allowed, answerWith, browser, setTabs } from './fake-browser';
import { button, closePopup, expectElement, find, openPopup } from './open-popup';

vi.mock('wxt/browser', () => import('./fake-browser'));

beforeEach(() => {
  allowed.clear();
  answerWith(true);
});
afterEach(closePopup);

const meta = { id: 1, active: true, url: 'https://www.meta.ai/' };
const home = { id: 2, active: true, url: 'https://chat.example.org/c/1', readers: ['openwebui'] };

function header(): string {
  return expectElement('header').textContent ?? '';
}

describe('a page that can be switched on', () => {
  test('has its name, one button, and no switch of its own', async () => {
    setTabs([meta]);
    await openPopup();
    await waitFor(() => expect(header()).toMatch(/^Meta AINothing is kept here until you say so/));
    expect(button('Use Throughline on this site')).toBeTruthy();
    await waitFor(() => expect(document.querySelectorAll('.switch')).toHaveLength(1));
  });

  test('is allowed with all addresses of its site, in the click itself, and told to the engine', async () => {
    setTabs([meta]);
    const opened = await openEngine(freshName(), { at: Date.now() });
    await opened.engine.changeSettings({ pausedSites: ['meta', 'gemini'] });
    const { store } = await openPopup(opened);
    await waitFor(() => expect(header()).toMatch(/Meta AI/));
    const request = vi.spyOn(browser.permissions, 'request');
    button('Use Throughline on this site').click();
    expect(request).toHaveBeenCalledWith({ origins: ['https://www.meta.ai/*', 'https://meta.ai/*'] });
    await waitFor(() => expect(header()).toMatch(/Reload this page to begin/));
    const { ownSites, pausedSites } = await store.settings();
    expect(ownSites).toEqual([
      { origin: 'https://www.meta.ai', site: 'meta' },
      { origin: 'https://meta.ai', site: 'meta' },
    ]);
    expect(pausedSites, 'switched on means on').toEqual(['gemini']);
  });

  test('stays as it was where the browser is told no, and says so', async () => {
    answerWith(false);
    setTabs([meta]);
    const { store } = await openPopup();
    await waitFor(() => expect(header()).toMatch(/Meta AI/));
    button('Use Throughline on this site').click();
    await waitFor(() => expect(header()).toMatch(/not given permission/));
    await waitFor(async () => expect((await store.settings()).ownSites).toEqual([]));
  });

  test('is added by its address where it is one of those to host oneself', async () => {
    setTabs([home]);
    const { store } = await openPopup();
    await waitFor(() => expect(header()).toMatch(/^Open WebUI/));
    button('Use Throughline on this site').click();
    const entry = { origin: 'https://chat.example.org', site: 'openwebui' };
    await waitFor(async () => expect((await store.settings()).ownSites).toEqual([entry]));
  });

  test('offers each site that can read it by name where there are several', async () => {
    setTabs([{ ...home, readers: ['openwebui', 'librechat'] }]);
    const { store } = await openPopup();
    await waitFor(() => expect(header()).toMatch(/^Open WebUI \/ LibreChat/));
    button('Use Throughline here as LibreChat').click();
    await waitFor(async () => expect((await store.settings()).ownSites[0]?.site).toBe('librechat'));
  });
});

test('a page that nobody can read has no such button', async () => {
  setTabs([{ ...home, readers: [] }]);
  await openPopup();
  await waitFor(() => expect(header()).toMatch(/Not a chat site/));
  expect(find('.site-use')).toBeNull();
});
