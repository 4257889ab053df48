import { browser } from 'wxt/browser';
import type { OwnSite } from '@/memory/settings';

/**
 * A copy of `settings.ownSites` where a content script finds it at once: the database is the extension's own, and the
 * engine page may have to be started first. Only the background writes it.
 */
export async function readOwnSites(): Promise<OwnSite[]> {
  const { ownSites } = await browser.storage.local.get('ownSites');
  return (ownSites as OwnSite[] | undefined) ?? [];
}

export async function writeOwnSites(ownSites: readonly OwnSite[]): Promise<void> {
  await browser.storage.local.set({ ownSites });
}

/** Calls back with the list whenever it has changed, until the signal aborts. */
export function followOwnSites(changed: (own: readonly OwnSite[]) => void, signal: AbortSignal): void {
  const listener = ({ ownSites }: { ownSites?: { newValue?: unknown } }) => {
    if (ownSites) changed((ownSites.newValue as OwnSite[] | undefined) ?? []);
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}
