import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { json, startModelServer } from '../inference/extractors/model-server';
import { ask } from '../support/ask';
import type { ChromiumUser } from '../support/chromium-user';
import { fillDatabase, shelvedModel } from '../support/fill-database';
import { expect, pageErrors, test } from '../support/fixture';
import { startMirror } from '../support/mirror';
import { tinyEmbedder } from '../support/models';
import { playwrightTab } from '../support/tab';

const widths = [320, 420, 900, 1600];
const smol = 'SmolLM2-360M-Instruct-q4f32_1-MLC';

async function openManager(user: ChromiumUser): Promise<Page> {
  const { page } = await user.openPage();
  await page.goto(`chrome-extension://${user.browser.extensionId}/manager.html#models`);
  await expect(page.getByRole('heading', { name: 'Finding memories' })).toBeVisible();
  return page;
}

function row(page: Page, name: string) {
  return page.locator('.model', { has: page.getByRole('heading', { name, exact: true }) });
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test('every state has its words and acts, at every width and in both schemes', async ({ user }, info) => {
  const page = await openManager(user);
  const errors = pageErrors(page);
  await fillDatabase(page, {
    models: [
      shelvedModel('all-MiniLM-L6-v2', { state: 'downloading', bytesPerSecond: 1.24e6 }, 9.9, 23.1),
      shelvedModel('bge-small-en-v1.5', { state: 'paused' }, 12, 34.8),
      shelvedModel('multilingual-e5-small', { state: 'failed', problem: 'corrupt' }, 87, 135.4),
      shelvedModel('embeddinggemma-300m', { state: 'checking' }, 329),
      shelvedModel(smol, { state: 'ready' }, 226, 226, 'language'),
      shelvedModel('onnx-qwen3-0.6b', { state: 'failed', problem: 'outOfMemory' }, 600, 600, 'language'),
    ],
    settings: { extractor: { by: 'server', url: 'http://localhost:11434/v1', model: 'llama3.2:3b' } },
    jobs: [
      { turnId: 'a', addedAt: 1, attempts: 0 },
      { turnId: 'b', addedAt: 1, attempts: 3, parkedAt: 2, reason: 'timedOut' },
    ],
  });
  await page.reload();

  await expect(row(page, 'Built-in')).toContainText('In use');
  await expect(row(page, 'MiniLM L6')).toContainText('15 seconds left');
  await expect(row(page, 'BGE small')).toContainText('Paused at 12.0 of 34.8 MB');
  await expect(row(page, 'Multilingual E5 small')).toContainText('a second time');
  await expect(row(page, 'EmbeddingGemma 300M')).toContainText('Trying it out');
  await expect(row(page, 'SmolLM2 360M')).toContainText('Ready · 226 MB on this machine');
  await expect(row(page, 'Qwen3 0.6B (ONNX)')).toContainText('not enough memory');
  await expect(row(page, 'A server of your own')).toContainText('llama3.2:3b on localhost:11434');
  await expect(row(page, 'The browser’s own')).toContainText('not for this machine');
  await expect(page.locator('.parked')).toContainText('took too long to answer');
  // This Chromium has no graphics card to offer.
  await expect(page.locator('.lead')).toContainText('the browser offers no graphics card');
  await expect(page.getByText('models do not run here')).toBeVisible();
  for (const bar of await page.getByRole('progressbar').all()) {
    expect(await bar.getAttribute('aria-valuetext')).toBeTruthy();
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `at ${width} px`).toBe(0);
      await page.screenshot({ path: info.outputPath(`${width}-${colorScheme}.png`), fullPage: true });
    }
  }
  expect(errors).toEqual([]);
});

test('words of twice the size fit into the narrowest window', async ({ user }, info) => {
  const page = await openManager(user);
  await fillDatabase(page, {
    models: [shelvedModel('all-MiniLM-L6-v2', { state: 'downloading', bytesPerSecond: 1.24e6 }, 9.9, 23.1)],
  });
  await page.reload();
  await expect(row(page, 'MiniLM L6')).toContainText('Pause');
  await page.setViewportSize({ width: 320, height: 900 });
  await page.addStyleTag({ content: ':root { font-size: 200% }' });
  for (const summary of await page.locator('summary').all()) await summary.click();
  await page.getByRole('button', { name: 'Connect…' }).click();
  await page.screenshot({ path: info.outputPath('twice.png'), fullPage: true });
  expect(await overflow(page)).toBe(0);
});

test('a model is fetched from a mirror, used, tried and deleted, all in the view', async ({ user }) => {
  const mirror = await startMirror();
  try {
    const page = await openManager(user);
    await ask(playwrightTab(page), 'add', { text: 'I moved to Porto last year.' });
    await page.locator('summary', { hasText: 'More ways' }).first().click();
    await page.getByLabel('Fetch models from another address').fill(mirror.url);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved. Models come from this address now.')).toBeVisible();

    const name = page.getByLabel('Another model, by its name on the hub');
    await name.fill(tinyEmbedder.repository);
    await name.press('Enter');
    await expect(page.getByText('There is no such model at that address')).toBeVisible();

    mirror.serve(tinyEmbedder.repository, tinyEmbedder.folder);
    const largest = `${tinyEmbedder.repository}/onnx/model_quantized.onnx`;
    mirror.fault(largest, { stall: 100 });
    await name.press('Enter');
    await expect(page.getByText(/^Download .*\? Nobody has checked/)).toBeVisible();
    await page.getByRole('button', { name: 'Download', exact: true }).click();

    const tiny = row(page, tinyEmbedder.repository);
    await tiny.getByRole('button', { name: 'Pause' }).click();
    await expect(tiny).toContainText('Paused at');
    await expect(tiny.getByRole('button', { name: 'Resume' })).toBeFocused();
    mirror.heal();
    await tiny.getByRole('button', { name: 'Resume' }).click();
    await expect(tiny).toContainText(/Ready · .*on this machine/, { timeout: 60_000 });

    await tiny.getByRole('button', { name: 'Use' }).click();
    await expect(tiny).toContainText('In use', { timeout: 60_000 });
    await expect(row(page, 'Built-in').getByRole('button', { name: 'Use' })).toBeVisible();

    await page.getByLabel('One sentence').fill('I moved to Porto last year.');
    await page.getByLabel('Another sentence').fill('I moved to Porto last year.');
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page.locator('.try-result')).toContainText('1.00');
    await expect(page.locator('.try-result')).toContainText('nearly the same');

    await tiny.getByRole('button', { name: 'Delete' }).click();
    await expect(tiny).toContainText('go without this model?');
    await tiny.getByRole('button', { name: 'Delete' }).click();
    await expect(tiny).toHaveCount(0);
    await expect(row(page, 'EmbeddingGemma 300M')).toBeFocused();
    await expect(row(page, 'Built-in')).toContainText('In use');
    await expect(page.getByText('No models are downloaded')).toBeVisible();
  } finally {
    await mirror.close();
  }
});

test('a model is taken over from a folder and used, all in the view, and nobody is asked for it', async ({
  user,
}) => {
  const mirror = await startMirror();
  const partial = await mkdtemp(join(tmpdir(), 'partial-model-'));
  try {
    await cp(tinyEmbedder.folder, partial, { recursive: true });
    await rm(join(partial, 'tokenizer.json'));
    const page = await openManager(user);
    await ask(playwrightTab(page), 'changeSettings', { modelHost: mirror.url });
    const finding = page.getByRole('region', { name: 'Finding memories' });
    await finding.locator('summary', { hasText: 'More ways' }).click();
    const form = finding.locator('.line-form', { hasText: 'From a folder on this machine' });
    await form.getByLabel('From a folder on this machine').selectOption('Another model…');
    const picker = form.getByLabel('Choose folder…');
    await expect(picker).toBeDisabled();
    await form.getByLabel('Another model, by its name on the hub').fill(tinyEmbedder.repository);
    await expect(picker).toBeEnabled();

    const tiny = row(page, tinyEmbedder.repository);
    await picker.setInputFiles(partial);
    await expect(form).toContainText('Files of this model are missing');
    await expect(tiny).toHaveCount(0);

    await picker.setInputFiles(tinyEmbedder.folder);
    await expect(form).toContainText('Its files were taken over.');
    await expect(form).not.toContainText('Files of this model are missing');
    await expect(tiny).toContainText(/Ready · .*on this machine/, { timeout: 60_000 });
    await tiny.getByRole('button', { name: 'Use' }).click();
    await expect(tiny).toContainText('In use', { timeout: 60_000 });
    const trial = await ask(playwrightTab(page), 'tryEmbedding', { one: 'My dog.', other: 'My dog.' });
    expect(trial).toMatchObject({ model: tinyEmbedder.id, similarity: expect.closeTo(1, 3) });
    expect(mirror.requests).toEqual([]);
  } finally {
    await mirror.close();
    await rm(partial, { recursive: true, force: true });
  }
});

test('a server on this machine is found, used and tried, all in the view', async ({ user }) => {
  const said = 'Saturdays are for my allotment';
  const memory = { about: 'user', kind: 'preference', key: 'none', confidence: 0.9 };
  const server = await startModelServer({
    models: (response) => json(response, 200, { data: [{ id: 'reader' }, { id: 'other' }] }),
    manners: {
      reader: (_asked, response) => {
        const memories = [
          { ...memory, quote: said, text: `${said}.` },
          { ...memory, quote: 'I own a yacht', text: 'I own a yacht.' },
        ];
        const message = { role: 'assistant', content: JSON.stringify({ memories }) };
        json(response, 200, { choices: [{ message }] });
      },
    },
  });
  try {
    const page = await openManager(user);
    const own = row(page, 'A server of your own');
    await own.getByRole('button', { name: 'Connect…' }).click();
    const address = page.getByLabel('Address of the server');
    await address.fill('http://192.168.1.9:1234');
    await address.press('Enter');
    await expect(own).toContainText('Over plain http only this machine can be reached');
    await address.fill(server.url);
    await address.press('Enter');
    await page.getByLabel('Model', { exact: true }).selectOption('reader');
    await own.getByRole('button', { name: 'Use' }).click();
    await expect(own).toContainText(`In use · reader on ${new URL(server.url).host}`);
    await expect(own.getByRole('button', { name: 'Change…' })).toBeFocused();
    await expect(page.locator('.readings')).toContainText('Nothing waits.');

    await page.getByLabel('Paste something you said to a chat').fill(`${said}. What should I sow?`);
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.locator('.found')).toContainText(said);
    await expect(page.getByText(/^1 memory found · 1 dropped, because it was not said there/)).toBeVisible();

    await row(page, 'Rules only').getByRole('button', { name: 'Use' }).click();
    await expect(row(page, 'Rules only')).toContainText('In use');
    await expect(page.locator('.exchange')).toHaveCount(0);
  } finally {
    await server.close();
  }
});

test('the keyboard alone is enough', async ({ user }) => {
  const page = await openManager(user);
  await fillDatabase(page, {
    models: [shelvedModel('bge-small-en-v1.5', { state: 'paused' }, 12, 34.8)],
  });
  await page.reload();
  const bge = row(page, 'BGE small');
  await expect(bge).toContainText('Paused');

  const walked: string[] = [];
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab');
    walked.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
  }
  expect(walked.slice(0, 9)).toEqual([
    'Models',
    'Prompts',
    'Sites',
    'Privacy',
    'What was looked at',
    'Download 24 MB…',
    'Files',
    'Resume',
    '',
  ]);

  await bge.getByRole('button', { name: 'Files' }).focus();
  await page.keyboard.press('Enter');
  await expect(bge.locator('.files')).toContainText('tokenizer.json');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(bge.getByRole('button', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bge).toContainText('Delete 12 MB from this machine?');
  await expect(bge.getByRole('button', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bge.getByRole('button', { name: 'Resume' })).toBeFocused();
  await bge.getByRole('button', { name: 'Delete' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(bge.getByRole('button', { name: /^Download/ })).toBeFocused();
});

test('the popup leads to the models', async ({ user }) => {
  const popup = await user.browser.openPopup();
  await fillDatabase(popup, {
    models: [shelvedModel('all-MiniLM-L6-v2', { state: 'downloading', bytesPerSecond: 1 }, 9.9, 23.1)],
  });
  await popup.reload();
  const line = popup.getByRole('button', { name: 'Models' });
  await expect(line).toContainText('Downloading MiniLM L6, 43%');
  const opened = user.browser.context.waitForEvent('page');
  await line.click();
  const manager = await opened;
  await expect(manager).toHaveURL(/manager\.html#models$/);
  await expect(manager.getByRole('heading', { level: 1, name: 'Models' })).toBeVisible();
});
