import { browser } from 'wxt/browser';
import { dropLost, keepSiteScripts } from '@/host/site-scripts';
import { logFault } from '@/lib/log-fault';
import { serial } from '@/lib/serial';
import type { OwnSite } from '@/memory/settings';
import { readOwnSites } from '@/messaging/own-sites';

/**
 * Follows what the browser allows, and answers what takes the user's list. A permission may come after the list that
 * needs it; one that is taken back takes its entry along: `onLost` gets what is left.
 */
export function followSites(
  onLost: (left: OwnSite[]) => Promise<unknown>,
): (own: readonly OwnSite[]) => void {
  const inOrder = serial();
  const run = (job: () => Promise<void>) => inOrder(job).catch(logFault('while switching sites on and off'));

  browser.permissions.onAdded.addListener(() => run(async () => keepSiteScripts(await readOwnSites())));
  browser.permissions.onRemoved.addListener(() =>
    run(async () => {
      const left = await dropLost(await readOwnSites());
      if (left) await onLost(left);
    }),
  );
  return (own) => run(() => keepSiteScripts(own));
}
