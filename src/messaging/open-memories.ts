import { browser } from 'wxt/browser';

/** What a chat page asks of the background: no page of a site can open one of the extension's own. */
const request = { to: 'background', name: 'openMemories' } as const;

export function askToOpenMemories(): void {
  // Nobody answers after an update of the extension; the toolbar's button is still there.
  browser.runtime.sendMessage(request).catch(() => undefined);
}

export function isOpenMemories(message: unknown): boolean {
  const { to, name } = message as Partial<typeof request>;
  return to === request.to && name === request.name;
}
