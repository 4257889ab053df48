import { ask } from '../support/ask';
import { awaitPrompt, chatPages, openChat, typeDraft } from '../support/chat';
import type { ChromiumUser } from '../support/chromium-user';
import { readTable } from '../support/disk';
import { expect, test } from '../support/fixture';
import { clickInOffer, offerTexts, readOffer, tickInOffer } from '../support/offer';
import { type Tab, until } from '../support/tab';

const fence = 'I grow tomatoes behind the fence of my garden.';
const water = 'I water the tomatoes in my garden at six.';
const draft = 'How do I keep slugs off the tomatoes in my garden?';

test('what was unticked is not sent, and not offered for the same again; the rest is', async ({ user }) => {
  const popup = await withMemories(user);
  const { page, tab } = await withOpenOffer(user);
  const texts = await offerTexts(page);
  expect(texts).toEqual(expect.arrayContaining([fence, water]));
  expect(texts.filter((text) => text.includes('shares “tomatoes”, “garden”')).length).toBeGreaterThan(0);
  const tokensOfBoth = tokensIn(texts);

  await tickInOffer(page, fence);
  await expect.poll(async () => (await offerTexts(page))[0]).toBe('1 memory');
  await expect.poll(async () => tokensIn(await offerTexts(page))).toBeLessThan(tokensOfBoth);
  await tab.click(chatPages.claude.composer);
  await tab.press('Enter');
  const prompt = await awaitPrompt(tab);
  expect(prompt).toContain(water);
  expect(prompt).not.toContain('fence');

  await expect.poll(() => strengthOf(popup, fence)).toBeCloseTo(0.9);
  await expect.poll(() => strengthOf(popup, water)).toBeCloseTo(1.2);
  const other = await withOpenOffer(user);
  expect(await offerTexts(other.page)).toContain(water);
  expect(await offerTexts(other.page)).not.toContain(fence);
});

test('a thumb down is given by keys alone, and taken back in the popup', async ({ user }) => {
  const popup = await withMemories(user);
  const { tab } = await withOffer(user);
  for (const key of ['Alt+m', 'Tab', 'Tab', 'Tab', 'Enter']) await tab.press(key);
  await expect.poll(() => leastStrength(popup)).toBeCloseTo(0.5);
  const shown = await user.browser.openPopup();
  await expect(shown.locator('.undo-words')).toContainText('Marked as not useful.');
  await shown.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => leastStrength(popup)).toBe(1);
});

test('a line that was deleted from what was added is not counted as used', async ({ user }) => {
  const popup = await withMemories(user);
  await ask(popup, 'changeSettings', { injection: 'ask' });
  const { page, tab } = await withOpenOffer(user, 'textarea');
  await clickInOffer(page, 'Add');
  const { composer } = chatPages.textarea;
  await until(
    tab,
    'the block is there',
    ([css, text]) => document.querySelector<HTMLTextAreaElement>(css)?.value.includes(text) === true,
    [composer, water] as const,
  );
  await page.locator(composer).evaluate((field: HTMLTextAreaElement, text) => {
    const from = field.value.lastIndexOf('\n', field.value.indexOf(text));
    field.setSelectionRange(from, field.value.indexOf('\n', from + 1));
  }, fence);
  await tab.press('Delete');
  await tab.press('Enter');
  expect(await awaitPrompt(tab)).not.toContain(fence);
  await expect.poll(() => strengthOf(popup, fence)).toBeCloseTo(0.8);
  await expect.poll(() => strengthOf(popup, water)).toBeCloseTo(1.2);
});

async function withMemories(user: ChromiumUser): Promise<Tab> {
  const popup = await user.openPopup();
  for (const text of [fence, water]) await ask(popup, 'add', { text });
  return popup;
}

async function withOpenOffer(user: ChromiumUser, site?: 'textarea') {
  const opened = await withOffer(user, site);
  await readOffer(opened.page);
  return opened;
}

async function withOffer(user: ChromiumUser, site: 'claude' | 'textarea' = 'claude') {
  const opened = await user.openPage();
  await openChat(opened.tab, site);
  await typeDraft(opened.tab, site, draft);
  await until(
    opened.tab,
    'the offer appears',
    () => document.querySelector('throughline-offer') !== null,
    undefined,
  );
  return opened;
}

function tokensIn(texts: readonly string[]): number {
  return Number(texts.map((text) => /^about (\d+) tokens$/.exec(text)?.[1]).find(Boolean));
}

async function strengthOf(popup: Tab, text: string): Promise<number | undefined> {
  const rows = await readTable(popup, 'memories');
  return rows.find(({ body }) => body.text === text)?.body.strength;
}

async function leastStrength(popup: Tab): Promise<number> {
  const rows = await readTable(popup, 'memories');
  return Math.min(...rows.map(({ body }) => body.strength));
}
