import { browser } from 'wxt/browser';
import { logFault } from '@/lib/log-fault';
import type { ShelvedModel } from '@/models/types';

/** What the engine page asks of the background, which alone can reach the toolbar. */
export interface BadgeRequest {
  to: 'background';
  name: 'badge';
  data: { words: string };
}

/** Shows how far the downloads are on the toolbar's button, and nothing when none is under way. */
export function badgeOf(models: readonly ShelvedModel[]): string {
  const files = models.filter(({ state }) => state === 'downloading').flatMap((model) => model.files);
  if (files.length === 0) return '';
  const have = files.reduce((sum, file) => sum + file.have, 0);
  const bytes = files.reduce((sum, file) => sum + (file.bytes ?? file.have), 0);
  return `${bytes > 0 ? Math.floor((100 * have) / bytes) : 0}%`;
}

/**
 * Has the background show the progress, whenever it is another one than before. The first is always shown: the toolbar
 * may still have what an earlier engine page said.
 */
export function showProgress(): (models: readonly ShelvedModel[]) => void {
  let shown: string | undefined;
  return (models) => {
    const words = badgeOf(models);
    if (words === shown) return;
    shown = words;
    const request: BadgeRequest = { to: 'background', name: 'badge', data: { words } };
    browser.runtime.sendMessage(request).catch(logFault('while showing progress'));
  };
}

export function isBadgeRequest(message: unknown): message is BadgeRequest {
  const { to, name, data } = message as Partial<BadgeRequest>;
  return to === 'background' && name === 'badge' && typeof data?.words === 'string';
}

export async function showBadge(words: string): Promise<void> {
  const button = browser.action ?? browser.browserAction;
  await button.setBadgeText({ text: words.slice(0, 4) });
  await button.setBadgeBackgroundColor({ color: '#0f766e' });
}
