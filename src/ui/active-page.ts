import { browser } from 'wxt/browser';
import { askPage } from '@/messaging/messenger';
import type { PageStatus } from '@/messaging/protocol';
import { findSite } from '@/sites/index';

/** The page in front of the user: one that answers, a chat site whose page does not answer yet, or neither. */
export type ActivePage =
  | { is: 'answering'; site: { id: string; name: string }; status: PageStatus }
  | { is: 'silent'; site: { id: string; name: string }; tabId: number }
  | { is: 'elsewhere' };

export async function findActivePage(): Promise<ActivePage> {
  const tab = await findPageTab();
  if (tab?.id === undefined) return { is: 'elsewhere' };
  const status = await askPage(tab.id);
  if (status) return { is: 'answering', site: { id: status.site, name: status.siteName }, status };
  const site = URL.canParse(tab.url ?? '') ? findSite(new URL(tab.url ?? '')) : undefined;
  return site ? { is: 'silent', site, tabId: tab.id } : { is: 'elsewhere' };
}

/** The active tab, or the one used last before it where this very page stands in a tab of its own. */
async function findPageTab() {
  const own = await browser.tabs.getCurrent();
  const tabs = await browser.tabs.query({ currentWindow: true });
  if (!own) return tabs.find(({ active }) => active);
  const others = tabs.filter(({ id }) => id !== own.id);
  return others.reduce<(typeof others)[number] | undefined>(
    (latest, tab) => ((tab.lastAccessed ?? 0) > (latest?.lastAccessed ?? -1) ? tab : latest),
    undefined,
  );
}
