// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PageStatus } from '@/messaging/protocol';
import { waitFor } from '../support/wait-for';
import { browser, setTabs } from './fake-browser';
import { button, closePopup, expectElement, find, openPopup } from './open-popup';

vi.mock('wxt/browser', () => import('./fake-browser'));

afterEach(closePopup);

const capturing: PageStatus = {
  site: 'claude',
  siteName: 'Claude',
  state: 'capturing',
  conversation: { provisionalKey: 'new' },
};

function show(status?: PageStatus, url = 'https://claude.ai/new'): void {
  setTabs([{ id: 7, active: true, url, ...(status && { status }) }]);
}

async function header(words: RegExp): Promise<void> {
  await waitFor(() => expect(expectElement('header').textContent).toMatch(words));
}

function switchOf(label: string): HTMLInputElement {
  const labels = [...document.querySelectorAll('label.switch')];
  const input = labels.find(({ textContent }) => textContent === label)?.querySelector('input');
  if (!input) throw new Error(`There is no switch ${label}`);
  return input;
}

/** As rendered from the data; a click alone changes only `checked`. */
async function isOn(label: string, on: boolean): Promise<void> {
  await waitFor(() => expect(switchOf(label).getAttribute('aria-checked')).toBe(String(on)));
}

describe('the state of the page is told', () => {
  test('when it captures', async () => {
    show(capturing);
    await openPopup();
    await header(/Claude.*Capturing/);
  });

  test.each([
    ['composerMissing', /the box you write in was not found/],
    ['turnsMissing', /the message list was not found/],
    ['pageChanged', /Claude's page has changed/],
    ['storageFull', /the disk is full/],
    ['engineUnreachable', /Reload the page/],
    ['notAChat', /not a chat/],
    [undefined, /Reload the page/],
  ] as const)('when it is paused because of %s', async (reason, words) => {
    show({ ...capturing, state: 'paused', reason });
    await openPopup();
    await header(/Claude.*Paused/);
    await header(words);
  });

  test('when the page has changed, with a report to copy that says of which extension and browser', async () => {
    const health = { state: 'paused', part: 'roles', report: 'State: paused' } as const;
    show({ ...capturing, state: 'paused', reason: 'pageChanged', health });
    await openPopup();
    await header(/Nothing is captured here for now/);
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
    button('Copy report').click();
    await waitFor(() => expect(button('Copied')).toBeTruthy());
    expect(write.mock.calls[0]?.[0]).toMatch(/^Throughline 1\.2\.3, .+\nState: paused$/);
  });

  test('when the page is read by older marks, as capturing: nothing is amiss for the user', async () => {
    show({ ...capturing, health: { state: 'degraded', part: 'composer' } });
    await openPopup();
    await header(/Capturing/);
    expect(find('.site-sentence button')).toBeNull();
  });

  test('when it is switched off, whether or not the page has noticed yet', async () => {
    show(capturing);
    const { engine } = await openPopup();
    await engine.changeSettings({ pausedSites: ['claude'] });
    await header(/Claude.*Paused/);
    await header(/switched off/);
    show({ ...capturing, state: 'paused', reason: 'switchedOff' });
    await engine.changeSettings({ pausedSites: [] });
    await header(/Claude.*Capturing/);
  });

  test('when the chat is temporary', async () => {
    show({ ...capturing, state: 'temporary' });
    await openPopup();
    await header(/Temporary chat: nothing is kept/);
  });

  test('when nobody answers there yet, with the button that helps', async () => {
    show();
    await openPopup();
    await header(/Claude.*Reload this page to begin/);
    const reload = vi.spyOn(browser.tabs, 'reload');
    button('Reload').click();
    expect(reload).toHaveBeenCalledWith(7);
  });

  test('when it is no chat site, where there is no switch for it', async () => {
    show(undefined, 'https://example.org/');
    await openPopup();
    await header(/Not a chat site/);
    await waitFor(() => expect(document.querySelectorAll('.switch')).toHaveLength(1));
  });

  test('again when the popup gets the focus', async () => {
    show(capturing);
    await openPopup();
    await header(/Capturing/);
    show({ ...capturing, state: 'temporary' });
    window.dispatchEvent(new Event('focus'));
    await header(/nothing is kept/);
  });
});

describe('the switches', () => {
  test('pause one site and leave the others as they were', async () => {
    show(capturing);
    const { engine, store } = await openPopup();
    await engine.changeSettings({ pausedSites: ['claude', 'gemini'] });
    await isOn('On this site', false);
    switchOf('On this site').click();
    await isOn('On this site', true);
    expect((await store.settings()).pausedSites).toEqual(['gemini']);
    switchOf('On this site').click();
    await isOn('On this site', false);
    expect((await store.settings()).pausedSites).toEqual(['gemini', 'claude']);
  });

  test('switch all sites off, and the one for this site with them', async () => {
    show(capturing);
    const { store } = await openPopup();
    await waitFor(() => expect(find('.switch')).toBeTruthy());
    switchOf('On all sites').click();
    await waitFor(() => expect(switchOf('On this site').disabled).toBe(true));
    expect((await store.settings()).enabled).toBe(false);
  });
});

test('the way memories are added is chosen and explained', async () => {
  show(capturing);
  const { store } = await openPopup();
  await waitFor(() => expect(find('#injection-meaning')).toBeTruthy());
  expect(expectElement('#injection-meaning').textContent).toMatch(/added when you send/);
  const ask = [...document.querySelectorAll('.segments label')].find(
    ({ textContent }) => textContent === 'Ask',
  );
  ask?.querySelector('input')?.click();
  await waitFor(() => expect(expectElement('#injection-meaning').textContent).toMatch(/when you say so/));
  expect((await store.settings()).injection).toBe('ask');
});
