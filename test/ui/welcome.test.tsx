// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { waitFor } from '../support/wait-for';
import { setTabs } from './fake-browser';
import { capable, megabyte, minilm, openWelcome, refusal, shelved } from './open-models';
import { button, closePopup, expectElement } from './open-popup';

vi.mock('wxt/browser', () => import('./fake-browser'));

afterEach(closePopup);
setTabs([]);

const downloading = { state: 'downloading', bytesPerSecond: megabyte } as const;

async function says(words: RegExp): Promise<void> {
  await waitFor(() => expect(document.body.textContent).toMatch(words));
}

test('offers one model with its size, and asks the engine for nothing by itself', async () => {
  const page = await openWelcome();
  await says(/MiniLM L6.*24 MB to download/);
  expect(document.body.textContent).not.toMatch(/download,/);
  expect(page.asked).toEqual([]);
});

test.each([
  [{ bitsPerSecond: 4e6, atLeast: false }, /24 MB to download, about 50 seconds/],
  [{ bitsPerSecond: 10e6, atLeast: true }, /24 MB to download, 20 seconds or less/],
])('tells how long it takes where the browser knows', async (downlink, words) => {
  await openWelcome({ machine: { downlink: () => downlink } });
  await says(words);
});

test('downloads on the click, puts the model into use once it is ready, and can be closed', async () => {
  const page = await openWelcome();
  button('Download it').focus();
  button('Download it').click();
  await waitFor(() => expect(page.asked).toEqual([{ name: 'downloadModel', data: { model: minilm } }]));
  await page.shelve(shelved(minilm, downloading, 9, 23));
  await says(/goes on by itself\. You can close this page/);
  expect(document.activeElement).toBe(expectElement('#first-model'));
  await page.shelve(shelved(minilm, { state: 'ready' }, 23));
  await waitFor(() => expect(page.asked.at(-1)).toEqual({ name: 'useEmbedding', data: { model: minilm } }));
  await page.set({ embedding: { serving: minilm, wanted: minilm } });
  await says(/MiniLM L6 is in use\. You can close this page/);
  expect(page.asked).toHaveLength(2);
});

test('leaves it at the built-in one where the user says so', async () => {
  const page = await openWelcome();
  button('Not now, the built-in one is fine').focus();
  button('Not now, the built-in one is fine').click();
  await says(/under Models\. You can close this page/);
  expect(document.activeElement).toBe(expectElement('#first-model'));
  expect(page.asked).toEqual([]);
});

test('puts a model into use only if it was downloaded here', async () => {
  const page = await openWelcome({ rows: [shelved(minilm, { state: 'ready' }, 23)] });
  await says(/Ready/);
  await page.shelve(shelved(minilm, { state: 'paused' }, 9, 23));
  await says(/Paused/);
  expect(page.asked).toEqual([]);
});

test('says why a download cannot begin', async () => {
  const page = await openWelcome();
  page.replies.downloadModel = refusal('privateMode');
  button('Download it').click();
  await says(/Private windows keep no files/);
});

test('offers nothing to a machine that no model fits', async () => {
  const small = capable({ storage: { quotaBytes: megabyte, usedBytes: 0 } });
  await openWelcome({ machine: { capability: async () => small } });
  await says(/built-in model fits this machine best.*You can close this page/);
  expect(document.querySelectorAll('button')).toHaveLength(0);
});
