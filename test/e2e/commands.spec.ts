import type { CDPSession, Page } from '@playwright/test';
import { ask } from '../support/ask';
import { awaitAnswer, awaitPrompt, chatPages, openChat, receivedPrompts, typeDraft } from '../support/chat';
import type { ChromiumUser } from '../support/chromium-user';
import { awaitMemories, readTable } from '../support/disk';
import { expect, test } from '../support/fixture';
import { clickInOffer } from '../support/offer';
import type { Tab } from '../support/tab';

const question = 'What do you know about me?';
const forget = 'Forget that I play the cello';

test('what is remembered on one site is told on another, forgotten there and taken back', async ({
  user,
}) => {
  const popup = await user.openPopup();
  await rememberCello(user, popup);

  const { page, tab } = await user.openPage();
  await openChat(tab, 'claude');
  await typeDraft(tab, 'claude', question);
  const kind = expect.stringMatching(/^(?:Facts|Preferences)$/);
  await expect
    .poll(() => cardOf(page))
    .toEqual([
      'What is remembered about you. Nothing is sent.',
      kind,
      'I play the cello.',
      'Close',
      'Open memories',
    ]);
  const composer = page.locator(chatPages.claude.composer);
  await expect(composer).toBeFocused();
  await expect(composer).toHaveText(question);
  expect(await receivedPrompts(tab)).toEqual([]);
  await shot(page, 'tell');

  await clear(page);
  await typeDraft(tab, 'claude', forget);
  const means = [
    'This memory will be forgotten when you send',
    'I play the cello.',
    'Close',
    'Forget 1 memory',
  ];
  await expect.poll(() => cardOf(page)).toEqual(means);
  await shot(page, 'forget');
  await clickInOffer(page, 'Forget 1 memory');
  await expect.poll(() => cardOf(page)).toEqual(['Forgotten', 'Close', 'Undo']);
  await expect.poll(() => readTable(popup, 'memories')).toEqual([]);
  await shot(page, 'forgotten');
  await clickInOffer(page, 'Undo');
  await expect.poll(() => cardOf(page)).toEqual(['Taken back.', 'Close']);
  await expect.poll(() => textsOf(popup)).toEqual(['I play the cello.']);
  await expect(composer).toHaveText(forget);
  expect(await receivedPrompts(tab)).toEqual([]);
});

test('a command that is simply sent goes through as it is, is carried out, and can be taken back', async ({
  user,
}) => {
  const popup = await user.openPopup();
  await rememberCello(user, popup);
  const { page, tab } = await user.openPage();
  await openChat(tab, 'gemini');
  await typeDraft(tab, 'gemini', forget);
  await tab.press('Enter');
  expect(await awaitPrompt(tab)).toBe(forget);
  await expect.poll(() => textsOf(popup)).toEqual([]);
  await expect.poll(() => cardOf(page)).toEqual(['Forgotten', 'Close', 'Undo']);
  await clickInOffer(page, 'Undo');
  await expect.poll(() => textsOf(popup)).toEqual(['I play the cello.']);
});

test('by keys alone a command is carried out, taken back and put aside', async ({ user }) => {
  const popup = await user.openPopup();
  await ask(popup, 'add', { text: 'I play the cello.' });
  const { page, tab } = await user.openPage();
  await openChat(tab, 'textarea');
  await typeDraft(tab, 'textarea', forget);
  await expect.poll(() => cardOf(page)).toHaveLength(4);
  await tab.press('Alt+m');
  await tab.press('Enter');
  await expect.poll(() => cardOf(page)).toEqual(['Forgotten', 'Close', 'Undo']);
  await tab.press('Enter');
  await expect.poll(() => cardOf(page)).toEqual(['Taken back.', 'Close']);
  await tab.press('Escape');
  await expect.poll(() => cardOf(page)).toBeUndefined();
  await expect(page.locator(chatPages.textarea.composer)).toBeFocused();
  expect(await textsOf(popup)).toEqual(['I play the cello.']);
});

test('the profile opens all memories in a tab of their own', async ({ user }) => {
  await ask(await user.openPopup(), 'store', { items: profile.map((text) => ({ text })) });
  const { page, tab } = await user.openPage();
  await openChat(tab, 'claude');
  await typeDraft(tab, 'claude', question);
  await expect.poll(async () => (await cardOf(page))?.length ?? 0).toBeGreaterThan(9);
  const opening = page.context().waitForEvent('page');
  await clickInOffer(page, 'Open memories');
  expect((await opening).url()).toMatch(/^chrome-extension:.*popup\.html/);
});

test('a command that was not typed does nothing and says nothing', async ({ user }) => {
  const popup = await user.openPopup();
  await ask(popup, 'add', { text: 'I play the cello.' });
  const { page, tab } = await user.openPage();
  await openChat(tab, 'textarea');
  await page.locator(chatPages.textarea.composer).fill(`${forget}, please`);
  await tab.press('Enter');
  await awaitAnswer(tab, 'textarea');
  expect(await cardOf(page)).toBeUndefined();
  expect(await textsOf(popup)).toEqual(['I play the cello.']);
});

const profile = [
  'I play the cello.',
  'I live in Lisbon.',
  'I work as a nurse at the children’s hospital near the river, mostly at night.',
  'My sister Ana is allergic to nuts.',
  'I prefer short answers.',
  'I hate coriander.',
  'Always use metric units.',
  'I want to run the Porto half marathon.',
];

for (const width of [400, 1280]) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`the card stays in a window of ${width} px, ${scheme}`, async ({ user }) => {
      await ask(await user.openPopup(), 'store', { items: profile.map((text) => ({ text })) });
      const { page, tab } = await user.openPage();
      await page.setViewportSize({ width, height: 720 });
      await page.emulateMedia({ colorScheme: scheme });
      await openChat(tab, 'chatgpt');
      const drafts = {
        remember: 'Remember that I bike to work',
        forget,
        tell: question,
        ignore: "Don't remember this: I'm ill.",
      };
      for (const [name, words] of Object.entries(drafts)) {
        await typeDraft(tab, 'chatgpt', words);
        await expect.poll(() => cardOf(page), name).toBeDefined();
        const box = await boxOf(page);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
        expect(box.top).toBeGreaterThanOrEqual(0);
        await shot(page, `${name}-${width}-${scheme}`);
        await clear(page);
      }
    });
  }
}

/** Says it on one site, as anybody would. */
async function rememberCello(user: ChromiumUser, popup: Tab): Promise<void> {
  const { page, tab } = await user.openPage();
  await openChat(tab, 'chatgpt');
  await typeDraft(tab, 'chatgpt', 'Remember that I play the cello');
  await expect
    .poll(() => cardOf(page))
    .toEqual(['Will be remembered when you send', 'I play the cello.', 'Close']);
  await tab.press('Enter');
  expect(await awaitPrompt(tab)).toBe('Remember that I play the cello');
  await awaitAnswer(tab, 'chatgpt');
  await awaitMemories(popup, 1);
  await expect.poll(() => cardOf(page)).toEqual(['Remembered', 'Close', 'Undo']);
  await page.close();
}

async function textsOf(popup: Tab): Promise<string[]> {
  return (await readTable(popup, 'memories')).map(({ body }) => body.text);
}

async function clear(page: Page): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Backspace');
}

/** A picture to look at, for whoever wants one. */
async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, animations: 'disabled' });
}

interface Node {
  backendNodeId: number;
  nodeType: number;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
}

/** The texts of the card as somebody sees them, read past the closed shadow root; undefined where none is shown. */
async function cardOf(page: Page): Promise<string[] | undefined> {
  return withCard(
    page,
    async (card) =>
      card && nodesIn(card).flatMap(({ nodeType, nodeValue }) => (nodeType === 3 ? [nodeValue] : [])),
  );
}

async function boxOf(page: Page): Promise<{ left: number; right: number; top: number }> {
  return withCard(page, async (card, session) => {
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: card?.backendNodeId ?? 0 });
    const [left = 0, top = 0, right = 0] = model.border;
    return { left, right, top };
  });
}

async function withCard<Result>(
  page: Page,
  look: (card: Node | undefined, session: CDPSession) => Promise<Result>,
): Promise<Result> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const card = nodesIn(root as Node).find((node) => attribute(node, 'class') === 'command');
    return await look(card && attribute(card, 'hidden') === undefined ? card : undefined, session);
  } finally {
    await session.detach();
  }
}

function nodesIn(node: Node): Node[] {
  return [node, ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(nodesIn)];
}

function attribute({ attributes = [] }: Node, name: string): string | undefined {
  const place = attributes.findIndex((one, index) => index % 2 === 0 && one === name);
  return place < 0 ? undefined : attributes[place + 1];
}
