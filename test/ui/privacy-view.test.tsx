// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { serial } from '@/lib/serial';
import { keptByDefault } from '@/memory/categories';
import { type SettingsChanges, withChanges } from '@/memory/settings';
import { EngineError } from '@/messaging/messenger';
import { waitFor } from '../support/wait-for';
import { setTabs } from './fake-browser';
import { openManager, type PageOptions } from './open-models';
import { closePopup, find } from './open-popup';

vi.mock('wxt/browser', () => import('./fake-browser'));

afterEach(() => {
  closePopup();
  location.hash = '';
});
setTabs([]);

const names = [
  'Contact details',
  'Health',
  'Money',
  'Beliefs',
  'Where you are',
  'Other people',
  'Love and sexuality',
];

async function openPrivacy(options?: PageOptions) {
  const page = await openManager(options);
  const inOrder = serial();
  page.replies.changeSettings = (changes: SettingsChanges) =>
    inOrder(async () => {
      const settings = (await page.database.settings.get('settings'))?.value;
      if (settings) await page.set(withChanges(settings, changes));
    });
  location.hash = '#privacy';
  dispatchEvent(new Event('hashchange'));
  await waitFor(() => expect(find('h1')?.textContent).toBe('Privacy'));
  await waitFor(() => expect(switches()).toHaveLength(names.length));
  return page;
}

function switches(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('main [role="switch"]')];
}

function named(name: string): HTMLInputElement {
  const found = switches().find((one) => one.closest('label')?.textContent === name);
  if (!found) throw new Error(`No switch is named ${name}`);
  return found;
}

test('each category is a switch with one sentence that belongs to it; only contacts are off at first', async () => {
  await openPrivacy();
  expect(switches().map((one) => one.closest('label')?.textContent)).toEqual(names);
  expect(switches().filter(({ checked }) => !checked)).toEqual([named('Contact details')]);
  for (const one of switches()) {
    const meaning = document.getElementById(one.getAttribute('aria-describedby') ?? '');
    expect(meaning?.textContent).toMatch(/^[A-Z].*\.$/);
  }
});

test('a switch changes its category and leaves the others', async () => {
  const page = await openPrivacy({ settings: { keptCategories: { ...keptByDefault, beliefs: false } } });
  named('Health').click();
  named('Contact details').click();
  const chosen = { ...keptByDefault, beliefs: false, health: false, contacts: true };
  await waitFor(async () =>
    expect((await page.database.settings.get('settings'))?.value.keptCategories).toEqual(chosen),
  );
  await waitFor(() => expect(switches().map(({ checked }) => checked)).toEqual(Object.values(chosen)));
});

test('what could not be changed says so', async () => {
  const page = await openPrivacy();
  page.replies.changeSettings = new EngineError('UnreachableError', 'The memory engine could not start.');
  named('Money').click();
  await waitFor(() => expect(find('main .problem')?.textContent).toBeTruthy());
});

test('what is never kept is told on the same page', async () => {
  await openPrivacy();
  expect(find('main')?.textContent).toMatch(/Passwords, keys, card and account numbers/);
});
