// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Settings, type SettingsChanges, withChanges } from '@/memory/settings';
import { sites } from '@/sites/index';
import { isSelfHosted } from '@/sites/own-sites';
import { waitFor } from '../support/wait-for';
import { allowed, answerWith, browser, setTabs } from './fake-browser';
import { openManager } from './open-models';
import { button, closePopup, expectElement, type } from './open-popup';

vi.mock('wxt/browser', () => import('./fake-browser'));

beforeEach(() => {
  allowed.clear();
  answerWith(true);
});
afterEach(() => {
  closePopup();
  location.hash = '';
});
setTabs([]);

const home = { origin: 'https://chat.example.org', site: 'openwebui' };
const poe = { origin: 'https://poe.com', site: 'poe' };

async function openSites(settings: Partial<Settings> = {}) {
  const page = await openManager({ settings });
  const now = async () => (await page.database.settings.get('settings'))?.value as Settings;
  page.replies.changeSettings = async (changes: SettingsChanges) =>
    page.set(withChanges(await now(), changes));
  location.hash = '#sites';
  dispatchEvent(new Event('hashchange'));
  await waitFor(() => expect(row('ChatGPT')).toBeTruthy());
  return { ...page, now };
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.site')];
}

function row(name: string): HTMLElement {
  const found = rows().find((one) => one.querySelector('label')?.textContent === name);
  if (!found) throw new Error(`No site is named ${name}`);
  return found;
}

function switchOf(name: string): HTMLInputElement {
  return row(name).querySelector('input') as HTMLInputElement;
}

/** As rendered from the data; a click alone changes only `checked`. */
async function isOn(name: string, on: boolean): Promise<void> {
  await waitFor(() => expect(switchOf(name).getAttribute('aria-checked')).toBe(String(on)));
  expect(switchOf(name).checked).toBe(on);
}

function addresses(): (string | undefined)[] {
  return [...document.querySelectorAll('.model')].map((one) => one.querySelector('h3')?.textContent);
}

function submit(address: string, site?: string): void {
  type('main form input', address);
  if (site) {
    const choice = expectElement<HTMLSelectElement>('main form select');
    choice.value = site;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  }
  button('Add').click();
}

describe('the known sites', () => {
  test('are each one row with name, state, addresses and the month it was last seen working', async () => {
    await openSites();
    const listed = sites.filter((site) => !isSelfHosted(site)).map(({ name }) => name);
    expect(rows().map((one) => one.querySelector('label')?.textContent)).toEqual(listed);
    expect(row('Meta AI').textContent).toMatch(
      /Experimental.*Off · www\.meta\.ai · meta\.ai · Seen working in \w+ 20\d\d/,
    );
    expect(row('ChatGPT').textContent).toMatch(/^ChatGPTOn · chatgpt\.com · Seen working in/);
    const described = document.getElementById(switchOf('ChatGPT').getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toMatch(/^On/);
  });

  test('are paused and switched on again, each by itself', async () => {
    const page = await openSites({ pausedSites: ['gemini'] });
    await isOn('Gemini', false);
    expect(row('Gemini').textContent).toMatch(/Paused/);
    switchOf('Claude').click();
    await isOn('Claude', false);
    switchOf('Gemini').click();
    await isOn('Gemini', true);
    expect((await page.now()).pausedSites).toEqual(['claude']);
  });

  test('say that everything is off where it is', async () => {
    await openSites({ enabled: false });
    expect(document.querySelector('main')?.textContent).toMatch(/switched off on all sites/);
    expect(switchOf('ChatGPT').disabled).toBe(true);
  });
});

describe('an experimental site', () => {
  test('is on with the browser’s leave for all its addresses, and gives it back when it is off', async () => {
    const page = await openSites();
    await isOn('Meta AI', false);
    const request = vi.spyOn(browser.permissions, 'request');
    switchOf('Meta AI').click();
    expect(request).toHaveBeenCalledOnce();
    await isOn('Meta AI', true);
    expect([...allowed]).toEqual(['https://www.meta.ai/*', 'https://meta.ai/*']);
    expect((await page.now()).ownSites.map(({ site }) => site)).toEqual(['meta', 'meta']);
    switchOf('Meta AI').click();
    await isOn('Meta AI', false);
    await waitFor(() => expect([...allowed]).toEqual([]));
    expect((await page.now()).ownSites).toEqual([]);
  });

  test('stays off where the browser is told no', async () => {
    answerWith(false);
    await openSites();
    switchOf('Poe').click();
    await waitFor(() => expect(row('Poe').textContent).toMatch(/not given permission/));
    await isOn('Poe', false);
  });

  test('is off where the browser does not allow it any more', async () => {
    allowed.add('https://poe.com/*');
    await openSites({ ownSites: [poe] });
    await isOn('Poe', true);
    await browser.permissions.remove({ origins: ['https://poe.com/*'] });
    await isOn('Poe', false);
  });

  test('that is paused is switched on without another question', async () => {
    allowed.add('https://poe.com/*');
    const page = await openSites({ ownSites: [poe], pausedSites: ['poe'] });
    const request = vi.spyOn(browser.permissions, 'request');
    expect(row('Poe').textContent).toMatch(/Paused/);
    switchOf('Poe').click();
    await isOn('Poe', true);
    expect(request).not.toHaveBeenCalled();
    expect((await page.now()).pausedSites).toEqual([]);
  });
});

describe('an address of the user’s own', () => {
  test('is added with what runs there, whatever of it was pasted', async () => {
    const page = await openSites();
    submit('https://chat.example.org/c/new?x=1', 'librechat');
    await waitFor(() => expect(addresses()).toEqual([home.origin]));
    expect(expectElement('.model').textContent).toMatch(/LibreChat · On/);
    expect(expectElement('main form [role="status"]').textContent).toMatch(/^Added/);
    expect((await page.now()).ownSites).toEqual([{ ...home, site: 'librechat' }]);
    expect(expectElement<HTMLInputElement>('main form input').value).toBe('');
  });

  test.each([
    ['*.example.org', /not an address/],
    ['http://chat.example.org', /only this machine and your own network/],
    ['https://claude.ai/new', /Claude is in the list above/],
    ['https://poe.com', /Poe is in the list above/],
    ['chat.example.org', /in the list already/],
  ])('%s is refused with a reason', async (address, reason) => {
    allowed.add(`${home.origin}/*`);
    const page = await openSites({ ownSites: [home] });
    const request = vi.spyOn(browser.permissions, 'request');
    submit(address);
    await waitFor(() => expect(expectElement('main form .problem').textContent).toMatch(reason));
    expect(request).not.toHaveBeenCalled();
    expect((await page.now()).ownSites).toEqual([home]);
  });

  test('is not kept where the browser is told no', async () => {
    answerWith(false);
    const page = await openSites();
    submit('localhost:3000');
    await waitFor(() => expect(expectElement('main form .problem').textContent).toMatch(/not given/));
    await waitFor(async () => expect((await page.now()).ownSites).toEqual([]));
    expect(expectElement<HTMLInputElement>('main form input').value).toBe('localhost:3000');
  });

  test('is removed together with the browser’s leave, and the focus stays near', async () => {
    allowed.add(`${home.origin}/*`);
    const page = await openSites({ ownSites: [home] });
    button('Remove').focus();
    button('Remove').click();
    await waitFor(() => expect(addresses()).toEqual([]));
    expect(document.activeElement).toBe(expectElement('main form input'));
    expect((await page.now()).ownSites).toEqual([]);
    await waitFor(() => expect([...allowed]).toEqual([]));
  });

  test('keeps the leave that the user’s language model needs', async () => {
    allowed.add('https://ai.example.org/*');
    const page = await openSites({
      ownSites: [{ origin: 'https://ai.example.org', site: 'openwebui' }],
      extractor: { by: 'server', url: 'https://ai.example.org/v1', model: 'small' },
    });
    button('Remove').click();
    await waitFor(() => expect(addresses()).toEqual([]));
    expect((await page.now()).ownSites).toEqual([]);
    expect([...allowed]).toEqual(['https://ai.example.org/*']);
  });

  test('that the browser does not allow, or that is paused, is switched on again', async () => {
    const page = await openSites({ ownSites: [home], pausedSites: ['openwebui'] });
    expect(expectElement('.model').textContent).toMatch(/the browser does not allow it/);
    button('Switch on').click();
    await waitFor(() => expect(expectElement('.model').textContent).toMatch(/Open WebUI · On/));
    expect((await page.now()).pausedSites).toEqual([]);
  });
});
