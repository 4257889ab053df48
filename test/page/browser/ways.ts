import { expect } from '@playwright/test';
import { type PracticeSiteId, practiceOrigins } from '../../practice/practice-sites';
import type { Tab } from './harness';

export interface Way {
  site: PracticeSiteId;
  home: string;
  editor: string;
  send: string;
}

export const ways: readonly Way[] = [
  {
    site: 'chatgpt',
    home: '/',
    editor: 'div#prompt-textarea.ProseMirror',
    send: '[data-testid="send-button"]',
  },
  {
    site: 'claude',
    home: '/new',
    editor: 'div[data-testid="chat-input"]',
    send: '[data-testid="chat-input-send"]',
  },
  {
    site: 'gemini',
    home: '/app',
    editor: 'rich-textarea > .ql-editor',
    send: 'button[aria-label="Send message"]',
  },
  {
    site: 'textarea',
    home: '/',
    editor: 'form textarea[name="message"]',
    send: 'form button[type="submit"]',
  },
];

/** Read without ids, from a list of which only a part is in the page. */
export const deepseek: Way = {
  site: 'deepseek',
  home: '/',
  editor: 'textarea[name="search"]',
  send: '.ds-button--circle[role="button"]',
};

/** What follows the user's own words in a prompt that was given three memories. */
export const block =
  /\n\n\[Throughline notes about me: use what helps, ignore the rest\]\n- I live in Lisbon, near the river\. \(3 May 2026\)\n- .+\n- .+\n\[End of Throughline notes\]$/;

/** Opens a new chat of the site once its program has come alive; `manners` are those of the pretend engine. */
export async function visit({ page }: Tab, { site, home, editor }: Way, manners = '', path = home) {
  await page.goto(practiceOrigins[site] + path);
  await page.evaluate((value) => sessionStorage.setItem('pretend-engine', value), manners);
  // The editor is made anew when the page comes alive, and has the focus from then on.
  await expect(page.locator(editor)).toBeFocused();
  await page.locator(editor).click();
}

export function received({ page }: Tab): Promise<string[]> {
  return page.evaluate(() => window.practice.received);
}

/** Waits until the engine was asked about a draft that ends like this, and the page has its answer. */
export async function recalled(tab: Tab, end: string): Promise<void> {
  await expect.poll(() => tab.of('recall').some(({ draft }) => draft.endsWith(end))).toBe(true);
  await expect(tab.page.locator('throughline-offer')).toHaveCount(1);
}

export async function ask(tab: Tab, way: Way, prompt: string): Promise<void> {
  await tab.page.locator(way.editor).click();
  await tab.page.keyboard.type(prompt);
  await tab.page.keyboard.press('Enter');
}

/** Everything that was captured so far, by conversation. */
export function captured(tab: Tab) {
  return tab
    .of('capture')
    .flatMap(({ conversation, turns }) => turns.map((turn) => ({ ...turn, conversation })));
}
