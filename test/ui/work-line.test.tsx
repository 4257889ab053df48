// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { builtinModel, defaultSettings } from '@/memory/settings';
import { waitFor } from '../support/wait-for';
import { browser, setTabs } from './fake-browser';
import { bge, minilm, shelved } from './open-models';
import { closePopup, expectElement, openPopup } from './open-popup';

vi.mock('wxt/browser', () => import('./fake-browser'));

afterEach(closePopup);
setTabs([]);

const downloading = { state: 'downloading', bytesPerSecond: 1 } as const;

async function says(words: string): Promise<void> {
  await waitFor(() => expect(expectElement('.work-words').textContent).toBe(words));
}

test('the popup tells how far a download is, and leads to the models', async () => {
  const { database } = await openPopup();
  await says('');
  await database.models.put(shelved(minilm, downloading, 10, 23));
  await says('Downloading MiniLM L6, 43%');
  await database.models.put(shelved(bge, downloading, 0, 23));
  await says('Downloading 2 models, 22%');
  await database.models.clear();
  await database.models.put(shelved(minilm, { state: 'checking' }, 23));
  await says('Trying out MiniLM L6');

  const create = vi.spyOn(browser.tabs, 'create');
  vi.spyOn(window, 'close').mockReturnValue(undefined);
  expectElement('.work-line').click();
  expect(create.mock.lastCall?.[0].url).toMatch(/\/manager\.html#models$/);
});

test('the popup tells how far the memories are read anew', async () => {
  const { engine, database } = await openPopup();
  await engine.add('I live in Porto.');
  const embedding = { serving: builtinModel, wanted: minilm };
  await database.settings.put({ id: 'settings', value: { ...defaultSettings, embedding } });
  await says('Re-reading memories, 0 of 1');
});
