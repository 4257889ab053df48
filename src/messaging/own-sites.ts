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

/**
 * Calls back with the list whenever it has changed, until the signal aborts. The listener stays where it is: a page that
 * outlives the extension can take nothing away any more.
 */
export function followOwnSites(changed: (own: readonly OwnSite[]) => void, signal: AbortSignal): void {
  browser.storage.local.onChanged.addListener(({ ownSites }: { ownSites?: { newValue?: unknown } }) => {
    if (ownSites && !signal.aborted) changed((ownSites.newValue as OwnSite[] | undefined) ?? []);
  });
}
