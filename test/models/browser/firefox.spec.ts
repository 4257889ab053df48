import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { customCard } from '@/models/custom-card';
import type { EmbeddingCard } from '@/models/types';
import { findBrowser } from '../../../scripts/find-browser';
import { bytesFrom, sha256Of } from '../../support/mirror';
import { type CallLab, expect, patience, test as withMirror } from './harness';

const card = customCard('maker/model') as EmbeddingCard;
const { id, repository } = card;
const weights = 'onnx/model_quantized.onnx';
const files = {
  'config.json': '{}',
  'tokenizer.json': '{}',
  'tokenizer_config.json': '{}',
  [weights]: bytesFrom('weights', 24_000_000),
};
const total = Object.values(files).reduce((sum, content) => sum + content.length, 0);

interface FirefoxUser {
  call: CallLab;
  state(): Promise<string>;
  have(): Promise<number>;
  restart(): Promise<void>;
}

const test = withMirror.extend<{ firefox: FirefoxUser }>({
  firefox: async ({ site, mirror }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'models-firefox-'));
    let browser = undefined as unknown as Browser;
    let page = undefined as unknown as Page;
    const start = async () => {
      browser = await launch({
        browser: 'firefox',
        executablePath: findBrowser('firefox'),
        headless: true,
        userDataDir: profile,
      });
      page = await browser.newPage();
      await page.goto(site.url);
      await call('open', { host: mirror.url, patience });
    };
    const call: CallLab = async (name, ...args) => {
      const { value, problem, message } = await page.evaluate(
        (name, args) => window.callLab(name, args),
        name,
        args as unknown[],
      );
      if (problem) throw new Error(`${name} failed: ${problem}, ${message}`);
      return value as never;
    };
    await start();
    await use({
      call,
      async state() {
        const row = await call('row', id);
        return row?.state === 'failed' ? row.problem : (row?.state ?? 'unknown');
      },
      async have() {
        return (await call('row', id))?.files.find(({ path }) => path === weights)?.have ?? 0;
      },
      async restart() {
        await browser.close();
        await start();
      },
    });
    expect(await call('rejected')).toEqual([]);
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  },
});

test.beforeEach(({ mirror }) => mirror.serve(repository, files));

test('Firefox downloads, goes on after a restart, keeps, shows and deletes a model', async ({
  firefox,
  mirror,
}) => {
  mirror.fault(`${repository}/${weights}`, { stall: 20_000_000 }, 1);
  await firefox.call('download', card);
  await expect.poll(firefox.have).toBeGreaterThan(17_000_000);
  expect(await firefox.call('bytes', id)).toBeGreaterThan(17_000_000);
  await firefox.restart();
  await expect.poll(firefox.state, { timeout: 45_000 }).toBe('ready');
  expect(mirror.of(`${repository}/${weights}`).at(-1)?.status).toBe(206);
  expect(await firefox.call('digest', id, weights)).toBe(sha256Of(files[weights]));
  const url = `https://x.invalid/${repository}/resolve/main/${weights}`;
  expect(await firefox.call('fetched', id, repository, url)).toMatchObject({
    status: 200,
    sha256: sha256Of(files[weights]),
  });
  expect(await firefox.call('remove', id)).toBe(total);
  expect(await firefox.call('disk')).toEqual({});
});

test('Firefox pauses and resumes, and fetches again what came wrong', async ({ firefox, mirror }) => {
  mirror.fault(`${repository}/${weights}`, { stall: 10_000_000 }, 1);
  await firefox.call('download', card);
  await expect.poll(firefox.have).toBeGreaterThan(9_000_000);
  await firefox.call('pause', id);
  mirror.fault(`${repository}/${weights}`, { corrupt: true }, 1);
  await firefox.call('resume', id);
  await expect.poll(firefox.state, { timeout: 45_000 }).toBe('ready');
  expect(await firefox.call('digest', id, weights)).toBe(sha256Of(files[weights]));
});

test('Firefox takes up files that the user chose', async ({ firefox }) => {
  const small = { ...files, [weights]: bytesFrom('small', 300_000) };
  const chosen = Object.entries(small).map(
    ([path, content]) => [`model/${path}`, Buffer.from(content).toString('base64')] as [string, string],
  );
  await firefox.call('adopt', card, await firefox.call('stage', chosen));
  await expect.poll(firefox.state).toBe('ready');
  expect(await firefox.call('paths', id)).toEqual(Object.keys(files).sort());
  expect(await firefox.call('digest', id, weights)).toBe(sha256Of(small[weights]));
});
