import type { Page } from '@playwright/test';
import { ask } from '../support/ask';
import { awaitAnswer, awaitPrompt, chatPages, openChat, receivedPrompts, typeDraft } from '../support/chat';
import type { ChromiumUser } from '../support/chromium-user';
import { awaitTurns } from '../support/disk';
import { expect, test } from '../support/fixture';
import { clickInOffer } from '../support/offer';
import { until } from '../support/tab';

const question = 'How do I add up all prices in a Python function?';
const again = 'python function to add up all the prices';

test('a question that was answered on one site shows its answer on another, with date and link', async ({
  user,
}) => {
  const address = await askOnce(user);
  const { page, tab } = await user.openPage();
  await openChat(tab, 'claude');
  await typeDraft(tab, 'claude', again);
  await expect.poll(() => cardOf(page)).toMatchObject({ href: address });
  const card = await cardOf(page);
  expect(card?.texts[0]).toBe('You asked this today on ChatGPT');
  expect(card?.texts[1]).toMatch(/\S/);
  expect(card?.texts.slice(2)).toEqual(['Dismiss', 'Open']);
  const composer = page.locator(chatPages.claude.composer);
  await expect(composer).toBeFocused();
  await expect(composer).toHaveText(again);

  const opening = page.context().waitForEvent('page');
  await page.keyboard.press('Alt+m');
  await page.keyboard.press('Enter');
  expect((await opening).url()).toBe(address);
  expect(await receivedPrompts(tab)).toEqual([]);
});

for (const by of ['its button', 'Escape in the composer'] as const) {
  test(`the card goes by ${by} and stays away for this question`, async ({ user }) => {
    await askOnce(user);
    const { page, tab } = await user.openPage();
    await openChat(tab, 'claude');
    await typeDraft(tab, 'claude', again);
    await expect.poll(() => cardOf(page)).toBeDefined();
    if (by === 'its button') await clickInOffer(page, 'Dismiss');
    else await page.keyboard.press('Escape');
    await expect.poll(() => cardOf(page)).toBeUndefined();
    await tab.type(' please');
    await expect(page.locator(chatPages.claude.composer)).toBeFocused();
    await expect(page.locator(chatPages.claude.composer)).toHaveText(`${again} please`);
    await tab.press('Enter');
    expect(await awaitPrompt(tab)).toBe(`${again} please`);
    expect(await cardOf(page)).toBeUndefined();
  });
}

test('another question on the same topic shows memories alone, and a draft that was sent nothing', async ({
  user,
}) => {
  await askOnce(user, 'Suggest a restaurant in Lisbon without shellfish for Friday dinner');
  await ask(await user.openPopup(), 'add', { text: "I'm allergic to shellfish." });
  const { page, tab } = await user.openPage();
  await openChat(tab, 'claude');
  await typeDraft(tab, 'claude', 'Suggest a restaurant in Lisbon without shellfish for Sunday dinner');
  // The pill tells that the recall is there, and the card would have come with it.
  await until(tab, 'the offer appears', hasOffer, undefined);
  expect(await cardOf(page)).toBeUndefined();

  await openChat(tab, 'gemini');
  await page.emulateMedia({ colorScheme: 'dark' });
  await typeDraft(tab, 'gemini', 'restaurant in Lisbon for Friday dinner, without shellfish please');
  await expect.poll(() => cardOf(page)).toBeDefined();
  await shot(page, 'beside-memories');
  await tab.press('Enter');
  await awaitAnswer(tab, 'gemini');
  await expect.poll(() => cardOf(page)).toBeUndefined();
});

test('over a button of the site the card is one line', async ({ user }) => {
  await askOnce(user);
  const { page, tab } = await user.openPage();
  await openChat(tab, 'claude');
  await page.evaluate(() => {
    const button = document.body.appendChild(document.createElement('button'));
    button.textContent = 'Copy';
    button.style.cssText = 'position:fixed;right:0;width:100%;height:24px;z-index:1';
    const box = document.querySelector('[data-testid="chat-input"]')?.closest('[data-cds]');
    button.style.top = `${(box?.getBoundingClientRect().top ?? 0) - 80}px`;
  });
  await typeDraft(tab, 'claude', again);
  await expect.poll(async () => (await cardOf(page))?.folded).toBe(true);
  const { box } = (await cardOf(page)) ?? { box: undefined };
  expect((box?.bottom ?? 0) - (box?.top ?? 0)).toBeLessThanOrEqual(40);
  await shot(page, 'folded');
  await page.mouse.move(((box?.left ?? 0) + (box?.right ?? 0)) / 2, (box?.bottom ?? 0) - 12);
  await shot(page, 'unfolded');
});

test('the card stays in a narrow window and over no button of the site', async ({ user }) => {
  await askOnce(user);
  const { page, tab } = await user.openPage();
  await page.setViewportSize({ width: 360, height: 700 });
  for (const site of ['claude', 'gemini', 'textarea', 'chatgpt'] as const) {
    await openChat(tab, site);
    await typeDraft(tab, site, again);
    await expect.poll(() => cardOf(page), site).toBeDefined();
    const box = (await cardOf(page))?.box;
    expect(box?.left).toBeGreaterThanOrEqual(0);
    expect(box?.right).toBeLessThanOrEqual(360);
    expect(box?.top).toBeGreaterThanOrEqual(0);
    const under = await page.evaluate(buttonsUnder, box ?? { left: 0, right: 0, top: 0, bottom: 0 });
    expect(under, site).toEqual([]);
    await shot(page, `narrow-${site}`);
  }
});

/** A picture to look at, for whoever wants one. */
async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, animations: 'disabled' });
}

function hasOffer(): boolean {
  return document.querySelector('throughline-offer') !== null;
}

/** Asks on one site until question and answer are on disk; answers the address of that chat. */
async function askOnce(user: ChromiumUser, asked = question): Promise<string> {
  const popup = await user.openPopup();
  const { page, tab } = await user.openPage();
  await openChat(tab, 'chatgpt');
  await typeDraft(tab, 'chatgpt', asked);
  await tab.press('Enter');
  await awaitAnswer(tab, 'chatgpt');
  await awaitTurns(popup, 'chatgpt', 2);
  const address = page.url();
  await page.close();
  return address;
}

interface Node {
  backendNodeId: number;
  nodeType: number;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
}

interface Card {
  texts: string[];
  href: string | undefined;
  folded: boolean;
  box: { left: number; right: number; top: number; bottom: number };
}

/** The card as somebody sees it, read past the closed shadow root; undefined where none is shown. */
async function cardOf(page: Page): Promise<Card | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const all = nodesIn(root as Node);
    const card = all.find((node) => attribute(node, 'class')?.split(' ')[0] === 'solved');
    if (!card || attribute(card, 'hidden') !== undefined) return undefined;
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: card.backendNodeId });
    const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
    const inside = nodesIn(card);
    return {
      texts: inside.filter(({ nodeType }) => nodeType === 3).map(({ nodeValue }) => nodeValue),
      href: inside.map((node) => attribute(node, 'href')).find((href) => href !== undefined),
      folded: attribute(card, 'class')?.includes('folded') ?? false,
      box: { left, right, top, bottom },
    };
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

function buttonsUnder({ left, right, top, bottom }: Card['box']): string[] {
  return [...document.querySelectorAll('button, a[href]')]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      const isShown = box.width > 0 && element.checkVisibility({ opacityProperty: true });
      return isShown && box.left < right && box.right > left && box.top < bottom && box.bottom > top;
    })
    .map((element) => element.getAttribute('aria-label') ?? element.textContent ?? '');
}
