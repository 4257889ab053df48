import { browser } from 'wxt/browser';
import { originPattern } from '@/lib/origin-pattern';
import { isPageOrigin } from '@/lib/page-origin';
import type { OwnSite } from '@/memory/settings';
import { askPage } from '@/messaging/messenger';
import type { PageStatus } from '@/messaging/protocol';
import { findSite, sites } from '@/sites/index';
import { isSwitchedOn } from '@/sites/own-sites';

export interface NamedSite {
  id: string;
  name: string;
}

/**
 * The page in front of the user: one that answers, a chat site whose page does not answer yet, one that the user may
 * switch on as any of these sites, or neither.
 */
export type ActivePage =
  | { is: 'answering'; site: NamedSite; status: PageStatus }
  | { is: 'silent'; site: NamedSite; tabId: number }
  | { is: 'off'; sites: readonly NamedSite[]; origin: string }
  | { is: 'elsewhere' };

export async function findActivePage(own: readonly OwnSite[] = []): Promise<ActivePage> {
  const tab = await findPageTab();
  if (tab?.id === undefined) return { is: 'elsewhere' };
  const url = URL.canParse(tab.url ?? '') ? new URL(tab.url ?? '') : undefined;
  const status = await askPage(tab.id);
  if (status && !(url && mayBeAnother(status, url, own))) return answering(status);

  const site = url && findSite(url, own);
  if (!status && site && isSwitchedOn(site, url, await allowedAt(url, own)))
    return { is: 'silent', site, tabId: tab.id };
  const readers = !status && site ? [site] : await findReaders(tab.id, url);
  if (url && readers.length > 0) return { is: 'off', sites: readers, origin: url.origin };
  return status ? answering(status) : { is: 'elsewhere' };
}

/** What the user switched on at this address, and the browser allows: its question may be open still. */
async function allowedAt({ origin }: URL, own: readonly OwnSite[]): Promise<readonly OwnSite[]> {
  const here = own.filter((entry) => entry.origin === origin);
  const origins = here.map((entry) => originPattern(entry.origin));
  return here.length > 0 && (await browser.permissions.contains({ origins })) ? here : [];
}

function answering(status: PageStatus): ActivePage {
  return { is: 'answering', site: { id: status.site, name: status.siteName }, status };
}

/** Every page of this machine is taken for a plain local chat, until the user says what else runs there. */
function mayBeAnother({ state }: PageStatus, url: URL, own: readonly OwnSite[]): boolean {
  return state === 'paused' && url.protocol === 'http:' && !own.some(({ origin }) => origin === url.origin);
}

/** The sites that can read a page which is none of the known ones; whoever opened the popup there allowed a look. */
async function findReaders(tabId: number, url: URL | undefined): Promise<NamedSite[]> {
  if (!url || !isPageOrigin(url.origin)) return [];
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, files: ['/readers.js'] });
    const ids = (frame?.result as string[] | undefined) ?? [];
    return sites.filter(({ id }) => ids.includes(id));
  } catch {
    // The browser lets nobody look there, or not now.
    return [];
  }
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
