import { browser } from 'wxt/browser';

/** A page that asks again and again opens one tab. */
const pauseMs = 2_000;
let openedAt = Number.NEGATIVE_INFINITY;

/** Shows all memories in a tab of their own. */
export async function openMemories(): Promise<void> {
  const now = performance.now();
  if (now - openedAt < pauseMs) return;
  openedAt = now;
  await browser.tabs.create({ url: `${location.origin}/popup.html` });
}
