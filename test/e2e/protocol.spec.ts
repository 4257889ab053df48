import type { Page } from '@playwright/test';
import { ask } from '../support/ask';
import { openChat } from '../support/chat';
import { readTable } from '../support/disk';
import { expect, test } from '../support/fixture';

const refused = {
  ok: false,
  error: { name: 'ProtocolError', message: 'This sender may not send this message.' },
};

test('a chat page may capture, recall and say how memories fared, and nothing else', async ({ user }) => {
  const popup = await user.openPopup();
  const { id } = await ask(popup, 'add', { text: 'I play the cello' });
  const { page, tab } = await user.openPage();
  await openChat(tab, 'claude');

  const conversation = { site: 'claude', provisionalKey: 'k' };
  expect(await sendAsPage(page, 'recall', { conversation, draft: 'Tell me about the cello' })).toMatchObject({
    ok: true,
  });
  const feedback = { conversation, draft: 'Tell me about the cello', memories: [id], sort: 'up' };
  expect(await sendAsPage(page, 'feedback', feedback)).toMatchObject({ ok: true });
  for (const wrong of [
    { sort: 'perfect' },
    { memories: [] },
    { memories: ['x'.repeat(201)] },
    { text: '' },
  ]) {
    expect(await sendAsPage(page, 'feedback', { ...feedback, ...wrong })).toMatchObject({
      ok: false,
      error: { name: 'ProtocolError' },
    });
  }
  expect(await sendAsPage(page, 'feedback', { ...feedback, memories: ['unknown'] })).toMatchObject({
    ok: false,
    error: { name: 'RefusedError' },
  });
  const asked = { conversation, draft: 'Forget that I live in Lisbon' };
  for (const [name, data] of [
    ['forgetNow', { ...asked, ids: [id] }],
    ['forgetNow', { ...asked, draft: 'Tell me about the cello', ids: [id] }],
    ['takeBack', { conversation, entry: id }],
  ] as const) {
    expect(await sendAsPage(page, name, data)).toMatchObject({ ok: false, error: { name: 'RefusedError' } });
  }
  for (const [name, data] of [
    ['forget', { ids: [id] }],
    ['search', { text: 'cello' }],
    ['changeSettings', { enabled: false }],
    ['undo', {}],
    ['toString', {}],
  ] as const) {
    expect(await sendAsPage(page, name, data)).toEqual(refused);
  }
  expect(
    await sendAsPage(page, 'forget', { ids: [id] }, 'engine'),
    'the engine does not listen to pages',
  ).toBeUndefined();
  expect(await readTable(popup, 'memories')).toHaveLength(1);
});

test('data that is not as the protocol says is refused before anything looks at it', async ({ user }) => {
  const { page, tab } = await user.openPage();
  await openChat(tab, 'claude');
  const conversation = { site: 'claude', provisionalKey: 'k' };
  for (const data of [
    null,
    {},
    { conversation, url: 'no address', title: '', turns: [] },
    {
      conversation,
      url: 'https://claude.ai',
      title: '',
      turns: [{ key: 'a', role: 'system', text: 'x', origin: 'typed' }],
    },
    {
      conversation,
      url: 'https://claude.ai',
      title: '',
      turns: [{ key: 'a', role: 'user', text: 7, origin: 'typed' }],
    },
  ]) {
    expect(await sendAsPage(page, 'capture', data)).toMatchObject({
      ok: false,
      error: { name: 'ProtocolError' },
    });
  }
});

/** Sends from the content script's own world, past all of its code. */
async function sendAsPage(page: Page, name: string, data: unknown, to = 'background'): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  const { result } = await session.send('Runtime.evaluate', {
    expression: `chrome.runtime.sendMessage(${JSON.stringify({ to, name, data })}).catch(() => undefined)`,
    contextId: worlds[0] as number,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return result.value;
}
