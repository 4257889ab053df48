import type { Page } from '@playwright/test';
import type { Conversation, Memory, Source } from '@/memory/types';
import { personalSpace } from '@/memory/types';
import { openCodec } from '@/store/codec';
import { sealConversation, sealMemory } from '@/store/rows';
import { ask } from '../support/ask';
import { readTable } from '../support/disk';
import { expect, pageErrors, test } from '../support/fixture';
import { playwrightTab } from '../support/tab';

const day = 86_400_000;
const lisbon = 'I live in Lisbon.';
const porto = 'I live in Porto.';
const short = 'I usually ask for short answers.';
const boats = 'I own two boats.';
const cello = 'I play the cello.';

test('what waits is answered by keyboard alone, each card where the one before it was', async ({
  user,
}, info) => {
  const page = await user.browser.openPopup();
  const errors = pageErrors(page);
  const tab = playwrightTab(page);
  await ask(tab, 'add', { text: "I'm allergic to shellfish." });
  await fill(page);

  const card = (words: string) => page.getByRole('article', { name: words });
  const top = async (words: string) => (await card(words).boundingBox())?.y;
  const left = page.locator('.inbox').getByRole('status');
  await expect(page.getByRole('button', { name: 'To confirm, 4' })).toBeVisible();

  await page.keyboard.press('ArrowDown');
  await expect(card(`${lisbon} ${porto}`)).toBeFocused();
  const first = await top(lisbon);
  await page.keyboard.press('2');
  await expect(card(short)).toBeFocused();
  expect(await top(short)).toBe(first);
  await expect(left).toHaveText('3 left to confirm.');
  await expect(page.locator('.undo-bar')).toContainText(`Kept. ${porto}`);

  await page.keyboard.press('y');
  await expect(card(boats)).toBeFocused();
  expect(await top(boats)).toBe(first);
  await page.keyboard.press('e');
  await expect(page.getByLabel('Wording of this memory')).toBeFocused();
  await page.screenshot({ path: info.outputPath('editing.png') });
  await page.keyboard.press('Backspace');
  await page.keyboard.type(' and a canoe.');
  await page.keyboard.press('Enter');
  await expect(card(cello)).toBeFocused();
  expect(await top(cello)).toBe(first);
  await expect(left).toHaveText('1 left to confirm.');

  await page.keyboard.press('n');
  await expect(page.locator('.inbox-done')).toBeFocused();
  await expect(left).toHaveText('Nothing waits for you any more.');
  await page.screenshot({ path: info.outputPath('done.png') });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(card(cello)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(card(cello)).toHaveCount(0);

  const memories = await readTable(tab, 'memories');
  const now = Object.fromEntries(memories.map(({ status, body }) => [body.text, status]));
  expect(now).toMatchObject({
    [porto]: 'active',
    [short]: 'active',
    'I own two boats and a canoe.': 'active',
  });
  expect(now[lisbon]).not.toBe('active');
  expect(Object.keys(now)).not.toContain(cello);
  expect(await ask(tab, 'search', { text: 'canoe' }), 'what was kept is found').toHaveLength(1);
  expect(errors).toEqual([]);
});

test('cards are readable at any width, in both schemes and with large letters', async ({ user }, info) => {
  const page = await user.browser.openPopup();
  await fill(page);
  await page.getByRole('article').first().focus();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [320, 400, 600]) {
      await page.setViewportSize({ width, height: 1000 });
      await expectNoSideways(page, `at ${width} px`);
      await page.screenshot({ path: info.outputPath(`${width}-${colorScheme}.png`) });
    }
  }
  await page.setViewportSize({ width: 380, height: 560 });
  await page.screenshot({ path: info.outputPath('popup.png') });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expectNoSideways(page, 'with letters twice as large');
  await page.setViewportSize({ width: 380, height: 2000 });
  await page.screenshot({ path: info.outputPath('large.png') });
});

async function expectNoSideways(page: Page, where: string): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth, where).toBe(clientWidth);
}

/** Two memories that contradict each other, and one that waits for each of three reasons, in their order. */
async function fill(page: Page): Promise<void> {
  const now = Date.now();
  const conversations = [1, 2, 3].map((number) => conversation(`chat-${number}`, now));
  const said = (quote: string, daysAgo: number, chat = 'chat-1'): Source => ({
    from: 'turn',
    site: 'claude',
    conversationId: chat,
    turnId: `${chat}-${quote}`,
    quote,
    at: now - daysAgo * day,
  });
  const older = memory(lisbon, [said("Since I moved, I'm living in Lisbon", 90)]);
  const newer = memory(porto, [said('we have a small flat in Porto now', 2)]);
  const memories: Memory[] = [
    { ...older, status: 'conflict', conflictsWith: newer.id },
    { ...newer, status: 'conflict', conflictsWith: older.id },
    {
      ...memory(
        short,
        ['chat-1', 'chat-2', 'chat-3'].map((chat) => said('Shorter, please!', 1, chat)),
      ),
      kind: 'preference',
      status: 'quarantined',
      reason: 'pattern',
    },
    { ...memory(boats, [said('one of my two boats needs a new sail', 3)]), ...waits('disagrees', now) },
    { ...memory(cello, [said('i play the cello', 4)]), ...waits('unsure', now - 1) },
  ];
  const rows = {
    conversations: await Promise.all(conversations.map((one) => sealConversation(one, openCodec))),
    memories: await Promise.all(memories.map((one) => sealMemory(one, openCodec))),
  };
  await page.evaluate(async (tables) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('throughline');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const names = Object.keys(tables) as (keyof typeof tables)[];
    const writing = database.transaction(names, 'readwrite');
    for (const name of names) for (const row of tables[name]) writing.objectStore(name).put(row);
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onerror = () => reject(writing.error);
    });
    database.close();
  }, rows);
  // Written past the extension's code: pages that are open have not noticed.
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(4);
}

function waits(reason: string, createdAt: number) {
  return { status: 'quarantined', reason, createdAt } as const;
}

function conversation(id: string, at: number): Conversation {
  return {
    id,
    site: 'claude',
    provisionalKey: id,
    siteConversationId: id,
    url: `https://claude.ai/chat/${id}`,
    title: 'A chat',
    space: personalSpace,
    startedAt: at,
    lastTurnAt: at,
    told: {},
  };
}

function memory(text: string, sources: Source[]) {
  const at = Math.max(...sources.map((source) => source.at));
  return {
    id: text,
    kind: 'fact',
    text,
    space: personalSpace,
    basis: 'inferred',
    importance: 0.5,
    confidence: 0.7,
    strength: 1,
    strengthAt: at,
    uses: 0,
    pinned: false,
    sources,
    createdAt: at,
    updatedAt: at,
  } as const;
}
