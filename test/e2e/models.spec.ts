import { expect, test } from '@playwright/test';
import { builtinModel } from '@/memory/settings';
import { ask } from '../support/ask';
import { type ChromiumUser, chromiumUser } from '../support/chromium-user';
import { awaitMemories, awaitRows, countVectors, readTable } from '../support/disk';
import { type Mirror, startMirror } from '../support/mirror';
import { awaitServing, awaitState, fetchModel, potion, tinyEmbedder } from '../support/models';

const model = potion ?? tinyEmbedder;
const onnx = `${model.repository}/onnx/model_quantized.onnx`;

let user: ChromiumUser;
let mirror: Mirror;

test.beforeEach(async () => {
  mirror = await startMirror();
});

test.afterEach(async () => {
  await user.leave();
  await mirror.close();
});

test('a model that the user asked for is fetched, tried, and takes over the memories; a restart changes nothing', async () => {
  user = await chromiumUser();
  const popup = await user.openPopup();
  await addMemories(popup, 40);
  await fetchModel(popup, mirror, model);
  const [shelved] = await readTable(popup, 'models');
  expect(shelved).toMatchObject({ task: 'embedding', dimensions: model.dimensions });
  for (const file of shelved?.files ?? []) expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);

  await ask(popup, 'useEmbedding', { model: model.id });
  await awaitServing(popup, model.id);
  expect(await countVectors(popup, model.id)).toBe(40);
  await awaitRows('the old vectors are gone', async () =>
    (await countVectors(popup, builtinModel)) === 0 ? true : undefined,
  );

  await user.restart();
  const again = await user.openPopup();
  mirror.forget();
  const trial = await ask(again, 'tryEmbedding', { one: 'My dog is ill.', other: 'My dog is ill.' });
  expect(trial.model).toBe(model.id);
  expect(trial.similarity).toBeCloseTo(1, 3);
  expect(await ask(again, 'search', { text: 'puzzle number 1007' })).not.toHaveLength(0);
  expect(mirror.requests, 'what is on the disk is not asked for again').toEqual([]);
});

test('nobody is asked for anything before the user wants a model', async () => {
  user = await chromiumUser();
  const popup = await user.openPopup();
  await ask(popup, 'changeSettings', { modelHost: mirror.url });
  await addMemories(popup, 3);
  await user.restart();
  await ask(await user.openPopup(), 'search', { text: 'puzzle' });
  expect(mirror.requests).toEqual([]);
});

test('a download goes on where it was after the browser was killed', async () => {
  user = await chromiumUser();
  const popup = await user.openPopup();
  mirror.serve(model.repository, model.folder);
  const cut = potion ? 1_000_000 : 2_000;
  mirror.fault(onnx, { stall: cut });
  await ask(popup, 'changeSettings', { modelHost: mirror.url });
  await ask(popup, 'downloadModel', { model: model.id });
  const reached = (least: number) => async () => {
    const [shelved] = await readTable(popup, 'models');
    const file = shelved?.files.find(({ path }) => path.endsWith('.onnx'));
    return (file?.have ?? 0) >= least ? true : undefined;
  };
  await awaitRows('part of the model is here', reached(cut));
  // A pause settles what is here on the disk; what came in the last seconds before a kill may be lost.
  await ask(popup, 'pauseModel', { model: model.id });
  await awaitState(popup, model.id, 'paused');
  mirror.heal();
  mirror.fault(onnx, { stall: 100 });
  await ask(popup, 'resumeModel', { model: model.id });
  await awaitRows('it goes on', reached(cut + 1));
  await user.browser.kill();
  mirror.heal();
  mirror.forget();
  await user.start();
  const again = await user.openPopup();
  await awaitState(again, model.id, 'ready');
  const ranges = mirror.of(onnx).filter(({ method }) => method === 'GET');
  const from = Number(/^bytes=(\d+)-/.exec(ranges.at(-1)?.range ?? '')?.[1]);
  expect(from, 'only what was missing').toBeGreaterThanOrEqual(cut);
});

test('the toolbar tells how far a download is, and nothing once it is over', async () => {
  user = await chromiumUser();
  const popup = await user.openPopup();
  mirror.serve(model.repository, model.folder);
  mirror.fault(onnx, { stall: potion ? 1_000_000 : 2_000 });
  await ask(popup, 'changeSettings', { modelHost: mirror.url });
  await ask(popup, 'downloadModel', { model: model.id });
  await expect.poll(badge).toMatch(/^[1-9]\d?%$/);
  await ask(popup, 'pauseModel', { model: model.id });
  await expect.poll(badge).toBe('');
  mirror.heal();
  await ask(popup, 'resumeModel', { model: model.id });
  await awaitState(popup, model.id, 'ready');
  await expect.poll(badge).toBe('');
});

test('what an engine page that is gone left on the toolbar does not stay there', async () => {
  user = await chromiumUser();
  const popup = await user.openPopup();
  await ask(popup, 'search', { text: 'puzzle' });
  const worker = await user.browser.serviceWorker();
  await worker.evaluate('chrome.offscreen.closeDocument()');
  await worker.evaluate("chrome.action.setBadgeText({ text: '47%' })");
  await ask(popup, 'search', { text: 'puzzle' });
  await expect.poll(badge).toBe('');
});

async function badge(): Promise<string> {
  const worker = await user.browser.serviceWorker();
  return worker.evaluate('chrome.action.getBadgeText({})');
}

test('a model that is corrupt twice fails and says so, and what answers now goes on answering', async () => {
  user = await chromiumUser();
  const popup = await user.openPopup();
  await fetchModel(popup, mirror, model);
  await ask(popup, 'removeModel', { model: model.id });
  expect(await readTable(popup, 'models')).toEqual([]);
  mirror.fault(onnx, { corrupt: true }, 10);
  await ask(popup, 'downloadModel', { model: model.id });
  expect(await awaitState(popup, model.id, 'failed')).toMatchObject({ problem: 'corrupt' });
  await expect(ask(popup, 'useEmbedding', { model: model.id })).rejects.toThrow('RefusedError');
  await addMemories(popup, 1);
  expect(await ask(popup, 'search', { text: 'puzzle' })).toHaveLength(1);
});

test('deleting the model in use gives its room back and returns to the built-in one', async () => {
  user = await chromiumUser();
  const popup = await user.openPopup();
  await addMemories(popup, 5);
  await fetchModel(popup, mirror, model);
  await ask(popup, 'useEmbedding', { model: model.id });
  await awaitServing(popup, model.id);
  expect(await ask(popup, 'removeModel', { model: model.id })).toBeGreaterThan(1_000);
  await awaitServing(popup, builtinModel);
  expect(await countVectors(popup, builtinModel)).toBe(5);
  expect((await ask(popup, 'tryEmbedding', { one: 'a word', other: 'a word' })).model).toBe(builtinModel);
});

async function addMemories(
  popup: Awaited<ReturnType<ChromiumUser['openPopup']>>,
  count: number,
): Promise<void> {
  const before = (await readTable(popup, 'memories')).length;
  for (let index = 0; index < count; index++) {
    await ask(popup, 'add', { text: `I enjoy puzzle number ${1000 + before + index}.` });
  }
  await awaitMemories(popup, before + count);
}
