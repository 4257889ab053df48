import { expect, type Page } from '@playwright/test';
import { test } from './harness';
import { block, recalled, received, visit, ways } from './ways';

for (const way of ways) {
  test.describe(way.site, () => {
    test('Enter sends the prompt once, with the notes below it', async ({ tab }) => {
      await visit(tab, way);
      await tab.page.keyboard.type('Where should we eat');
      await tab.page.keyboard.press('Shift+Enter');
      await tab.page.keyboard.type('  on Friday?');
      await recalled(tab, 'Friday?');
      await tab.page.keyboard.press('Enter');
      await expect.poll(() => received(tab)).toHaveLength(1);
      const [prompt = ''] = await received(tab);
      expect(prompt).toMatch(block);
      expect(prompt.replace(block, '')).toBe('Where should we eat\n  on Friday?');
      await expect.poll(() => tab.of('report')).toHaveLength(1);
      await expect.poll(() => tab.of('capture').flatMap(({ turns }) => turns)).toHaveLength(2);
      const turns = tab.of('capture').flatMap((capture) => capture.turns);
      expect(turns.map(({ role, origin }) => [role, origin])).toEqual([
        ['user', 'typed'],
        ['assistant', 'unknown'],
      ]);
      expect(await received(tab)).toHaveLength(1);
      expect(tab.errors).toEqual([]);
    });

    test('the button sends the prompt once, with the notes below it', async ({ tab }) => {
      await visit(tab, way);
      await tab.page.keyboard.type('Where should we eat on Friday?');
      await recalled(tab, 'Friday?');
      await tab.page.locator(way.send).click();
      await expect.poll(() => received(tab)).toHaveLength(1);
      expect((await received(tab))[0]).toMatch(block);
      await expect.poll(() => tab.of('capture').flatMap(({ turns }) => turns)).toHaveLength(2);
      expect(await received(tab)).toHaveLength(1);
      expect(tab.errors).toEqual([]);
    });

    test('without a recall the prompt leaves untouched', async ({ tab }) => {
      await visit(tab, way, 'mute');
      await tab.page.keyboard.type('Where should we eat?');
      await tab.page.keyboard.press('Enter');
      await expect.poll(() => received(tab)).toEqual(['Where should we eat?']);
    });

    test('in ask mode only what the user added is sent, and undo takes it out', async ({ tab }) => {
      await visit(tab, way, 'ask');
      await tab.page.keyboard.type('Where should we eat?');
      await recalled(tab, 'eat?');
      // Editors join what is written within a second into one step of undo.
      await tab.page.waitForTimeout(1_100);
      await tab.page.keyboard.press('Alt+m');
      await walkToAdd(tab.page);
      await tab.page.keyboard.press('Enter');
      const text = () =>
        tab.page
          .locator(way.editor)
          .evaluate((editor) => ('value' in editor ? String(editor.value) : (editor.textContent ?? '')));
      await expect.poll(text).toContain('[End of Throughline notes]');
      await tab.page.keyboard.press('Control+z');
      await expect.poll(text).toBe('Where should we eat?');
      await expect(tab.page.locator('throughline-offer')).toHaveCount(1);
      await tab.page.keyboard.press('Alt+m');
      await walkToAdd(tab.page);
      await tab.page.keyboard.press('Enter');
      await expect.poll(text).toContain('[End of Throughline notes]');
      await tab.page.keyboard.press('Enter');
      await expect.poll(() => received(tab)).toHaveLength(1);
      const [prompt = ''] = await received(tab);
      expect(prompt).toMatch(block);
      expect(prompt.replace(block, '')).toBe('Where should we eat?');
      await expect.poll(() => tab.of('report')).toHaveLength(1);
    });

    test('Enter of an input method and Shift+Enter are left alone', async ({ tab }) => {
      await visit(tab, way);
      await tab.page.keyboard.type('Where should we eat?');
      await recalled(tab, 'eat?');
      const cdp = await tab.page.context().newCDPSession(tab.page);
      await cdp.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
      await cdp.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Enter',
        windowsVirtualKeyCode: 229,
      });
      await cdp.send('Input.insertText', { text: '日本' });
      await tab.page.keyboard.press('Shift+Enter');
      await tab.page.keyboard.type('more');
      expect(await received(tab)).toEqual([]);
      await recalled(tab, 'more');
      await tab.page.keyboard.press('Enter');
      await expect.poll(() => received(tab)).toHaveLength(1);
      expect((await received(tab))[0]?.replace(block, '')).toBe('Where should we eat?日本\nmore');
    });

    test('impatient Enters send one prompt', async ({ tab }) => {
      await visit(tab, way);
      await tab.page.keyboard.type('Where should we eat?');
      await recalled(tab, 'eat?');
      for (let times = 0; times < 6; times++) await tab.page.keyboard.press('Enter', { delay: 1 });
      await expect.poll(() => received(tab)).toHaveLength(1);
      await expect.poll(() => tab.of('capture').flatMap(({ turns }) => turns)).toHaveLength(2);
      expect(await received(tab)).toHaveLength(1);
      expect((await received(tab))[0]).toMatch(block);
    });
  });
}

/** Past a tick and two thumbs for each of three memories, and "Not now". */
async function walkToAdd(page: Page): Promise<void> {
  for (let stop = 0; stop < 3 * 3 + 2; stop++) await page.keyboard.press('Tab');
}
