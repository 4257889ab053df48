import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { EmbeddingCard } from '@/models/types';
import { extensionFolder } from '../../scripts/build';
import { potion as potionCard, tiny } from '../inference/browser/cards';
import type { LabPage } from '../inference/browser/harness';
import type { LabAnswer, LabRequest } from '../inference/browser/offscreen';
import { ask } from '../support/ask';
import { type ChromiumUser, chromiumUser } from '../support/chromium-user';
import { potion, tinyEmbedder } from '../support/models';
import { buildPage } from '../support/worker-page';

const sentences = [
  'I am allergic to peanuts.',
  'Nuts make me ill.',
  'My sister lives in Porto',
  'Write 7 words!',
];
const models: { card: EmbeddingCard; folder: string }[] = [
  { card: tiny, folder: tinyEmbedder.folder },
  ...(potion ? [{ card: potionCard, folder: potion.folder }] : []),
];

test('where the engine lives, the worker of the package gives the same vectors on every backend', async () => {
  test.setTimeout(3 * 60_000);
  const extension = await withLab();
  const user = await chromiumUser({
    extension,
    args: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
  });
  try {
    const lab = await openLab(user);
    const worker = await packagedWorker();
    for (const { card } of models) {
      await lab('shelve', card, card.id);
      const answers: number[][][] = [];
      for (const backend of ['wasm', 'wasm-threads', 'webgpu'] as const) {
        await lab('open', card, { backends: [backend], worker });
        const { vectors = [], failed } = await lab('embed', sentences);
        expect(failed).toBeUndefined();
        expect(await lab('status')).toMatchObject({ loaded: true, backend });
        expect(vectors.map(({ length }) => length)).toEqual(sentences.map(() => card.dimensions));
        answers.push(vectors);
      }
      const [one = [], ...others] = answers;
      for (const vectors of others) {
        const likeness = vectors.map((vector, i) => cosine(vector, one[i]));
        expect(Math.min(...likeness)).toBeGreaterThanOrEqual(0.999);
      }
    }
  } finally {
    await user.leave();
    await rm(extension, { recursive: true, force: true });
  }
});

/** The production build with the lab beside its pages, and models for it. */
async function withLab(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-lab-'));
  await cp(extensionFolder('chrome'), folder, { recursive: true });
  await buildPage('test/inference/browser/offscreen.ts', folder);
  for (const { card, folder: files } of models) {
    await cp(files, join(folder, 'models', card.id), { recursive: true });
  }
  return folder;
}

/** Address of the worker that ships; the lab was built with one of its own, which nobody starts. */
async function packagedWorker(): Promise<string> {
  const names = await readdir(join(extensionFolder('chrome'), 'assets'));
  const [name, ...others] = names.filter((one) => /^embedder\.worker-.*\.js$/.test(one));
  expect(others).toEqual([]);
  return `/assets/${name}`;
}

/** The lab in the extension's one offscreen document, in the place of the engine page. */
async function openLab(user: ChromiumUser): Promise<LabPage['lab']> {
  const popup = await user.openPopup();
  // An engine that answers is not about to be started any more.
  await ask(popup, 'search', { text: 'Porto' });
  await popup.close();
  const worker = await user.browser.serviceWorker();
  await worker.evaluate('chrome.offscreen.closeDocument()');
  await worker.evaluate(
    "chrome.offscreen.createDocument({ url: 'index.html', reasons: ['WORKERS'], justification: 'A test.' })",
  );
  return async (name, ...given) => {
    const request: LabRequest = { to: 'lab', name, given };
    const answer: LabAnswer = await worker.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(request)})`);
    if ('thrown' in answer) throw new Error(answer.thrown);
    return answer.value as never;
  };
}

function cosine(a: readonly number[], b: readonly number[] = []): number {
  const dot = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, i) => sum + value * (other[i] ?? Number.NaN), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
