import { browser } from 'wxt/browser';
import { logFault } from '@/lib/log-fault';
import type { OwnSite, Settings } from '@/memory/settings';

/** What the engine page asks of the background, which alone can put scripts on pages. */
export interface OwnSitesRequest {
  to: 'background';
  name: 'ownSites';
  data: { ownSites: readonly OwnSite[] };
}

/** Has the background keep up with the sites that the user switched on: at the start, and whenever they change. */
export function tellOwnSites(): (settings: Settings) => void {
  let told: string | undefined;
  return ({ ownSites }) => {
    const words = JSON.stringify(ownSites);
    if (words === told) return;
    told = words;
    const request: OwnSitesRequest = { to: 'background', name: 'ownSites', data: { ownSites } };
    browser.runtime.sendMessage(request).catch(logFault('while telling which sites are on'));
  };
}

export function isOwnSitesRequest(message: unknown): message is OwnSitesRequest {
  const { to, name, data } = message as Partial<OwnSitesRequest>;
  return to === 'background' && name === 'ownSites' && Array.isArray(data?.ownSites);
}
