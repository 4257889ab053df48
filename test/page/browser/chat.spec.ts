import { expect } from '@playwright/test';
import { test } from './harness';
import { ask, block, captured, deepseek, recalled, received, visit, ways } from './ways';

for (const way of [...ways, deepseek]) {
  test.describe(way.site, () => {
    test('a new chat keeps its key when its id comes, and each turn is captured once', async ({ tab }) => {
      await visit(tab, way, '', `${way.home}?practice-redraw=20`);
      await ask(tab, way, 'nothing much, say hello');
      await expect.poll(() => captured(tab)).toHaveLength(2);
      await ask(tab, way, 'nothing else to add');
      await expect.poll(() => captured(tab)).toHaveLength(4);
      const refs = tab.of('capture').map(({ conversation }) => conversation);
      expect(new Set(refs.map(({ provisionalKey }) => provisionalKey)).size).toBe(1);
      expect(refs.at(-1)?.siteConversationId).toBeTruthy();
      expect(new Set(refs.map((ref) => ref.siteConversationId).filter(Boolean)).size).toBe(1);
      expect(captured(tab).map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
      expect(new Set(captured(tab).map(({ key }) => key)).size).toBe(4);
      expect(tab.errors).toEqual([]);
    });

    // The main story goes through the rest.
    if (way === deepseek) return;

    test('another chat of the list gets a key of its own and none of the turns before', async ({ tab }) => {
      await visit(tab, way, '', `${way.home}?practice-redraw=20`);
      await ask(tab, way, 'nothing but the first chat');
      await expect.poll(() => captured(tab)).toHaveLength(2);
      const [first] = tab.of('capture');
      const links = tab.page.locator('aside a[href]:not(.p-new)');
      await links.last().click();
      await expect.poll(() => captured(tab).length).toBeGreaterThan(2);
      await links.nth(2).click();
      await links.nth(1).click();
      await links.last().click();
      const isOpen = new URL(tab.page.url()).pathname;
      const lastId = () => tab.of('capture').at(-1)?.conversation.siteConversationId ?? 'none';
      await expect.poll(() => isOpen.includes(lastId())).toBe(true);
      const later = captured(tab).slice(2);
      expect(
        later.some(({ conversation }) => conversation.provisionalKey === first?.conversation.provisionalKey),
      ).toBe(false);
      expect(later.some(({ text }) => text.includes('the first chat'))).toBe(false);
      // The same words never stand under two conversations.
      const homes = new Map<string, Set<string>>();
      for (const { role, text, conversation } of captured(tab)) {
        if (role !== 'user') continue;
        const ids = homes.get(text) ?? new Set();
        homes.set(text, ids.add(conversation.siteConversationId ?? conversation.provisionalKey));
      }
      for (const [text, ids] of homes) expect([text, ...ids]).toHaveLength(2);
      expect(tab.errors).toEqual([]);
    });

    // No other practice site has a menu.
    if (way.site === 'chatgpt') {
      test('the slash menu keeps its Enter', async ({ tab }) => {
        await visit(tab, way);
        await tab.page.keyboard.type('Where should we eat?');
        await recalled(tab, 'eat?');
        await tab.page.keyboard.press('Control+a');
        await tab.page.keyboard.type('/');
        const menu = tab.page.locator('[role="listbox"]');
        await expect(menu).toBeVisible();
        await tab.page.keyboard.press('Enter');
        await expect(menu).toBeHidden();
        expect(await received(tab)).toEqual([]);
      });
    }

    test('a second prompt in the same chat is given its memories too', async ({ tab }) => {
      await visit(tab, way);
      await tab.page.keyboard.type('Where should we eat?');
      await recalled(tab, 'eat?');
      await tab.page.keyboard.press('Enter');
      await expect.poll(() => captured(tab)).toHaveLength(2);
      await tab.page.locator(way.editor).click();
      await tab.page.keyboard.type('And where to drink?');
      await recalled(tab, 'drink?');
      await tab.page.keyboard.press('Enter');
      await expect.poll(() => received(tab)).toHaveLength(2);
      for (const prompt of await received(tab)) expect(prompt).toMatch(block);
      await expect.poll(() => captured(tab)).toHaveLength(4);
      expect(
        captured(tab)
          .filter(({ role }) => role === 'user')
          .map(({ origin }) => origin),
      ).toEqual(['typed', 'typed']);
    });

    test('once stopped it leaves nothing on the page and lets prompts be', async ({ tab }) => {
      await visit(tab, way);
      await tab.page.keyboard.type('Where should we eat?');
      await recalled(tab, 'eat?');
      await tab.page.evaluate(() => document.dispatchEvent(new Event('pretend-engine:stop')));
      await expect(tab.page.locator('throughline-offer')).toHaveCount(0);
      const asked = tab.asked.length;
      await tab.page.keyboard.press('Enter');
      await expect.poll(() => received(tab)).toEqual(['Where should we eat?']);
      await expect(tab.page.locator(way.editor)).toHaveText('');
      expect(tab.asked.slice(asked)).toEqual([]);
      expect(tab.errors).toEqual([]);
    });
  });
}

const temporaryHomes = { chatgpt: '/?temporary-chat=true', claude: '/new?incognito' } as const;

for (const [site, home] of Object.entries(temporaryHomes)) {
  const way = ways.find((one) => one.site === site);
  if (!way) throw new Error(`There is no practice site ${site}.`);
  test(`${site}: a temporary chat is neither captured nor recalled for`, async ({ tab }) => {
    await visit(tab, way, '', home);
    await ask(tab, way, 'Where should we eat?');
    await expect.poll(() => received(tab)).toEqual(['Where should we eat?']);
    await tab.page.evaluate(() => window.practice.finishStreaming());
    await tab.page.evaluate(() => document.dispatchEvent(new Event('pretend-engine:status')));
    await expect.poll(() => tab.of('status').at(-1)?.state).toBe('temporary');
    // The next chat is an ordinary one.
    await tab.page.locator('a.p-new').click();
    await ask(tab, way, 'nothing temporary now');
    await expect.poll(() => captured(tab)).toHaveLength(2);
    expect(captured(tab)[0]?.text).toBe('nothing temporary now');
    expect(tab.of('recall').filter(({ draft }) => !'nothing temporary now'.startsWith(draft.trim()))).toEqual(
      [],
    );
    expect(tab.of('report')).toEqual([]);
  });
}
