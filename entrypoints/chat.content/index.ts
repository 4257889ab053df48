import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { OwnSite } from '@/memory/settings';
import { answerStatus, isConnected, send } from '@/messaging/messenger';
import { askToOpenMemories } from '@/messaging/open-memories';
import { followOwnSites, readOwnSites } from '@/messaging/own-sites';
import { startPage } from '@/page/start';
import { offerTexts } from '@/page/texts';
import { findSite, installedMatches } from '@/sites/index';
import { isSwitchedOn } from '@/sites/own-sites';
import { insertAtEnd } from '@/sites/write-composer';

export default defineContentScript({
  matches: [...installedMatches],
  runAt: 'document_start',
  async main(ctx) {
    const url = new URL(location.href);
    const siteBy = (own: readonly OwnSite[]) => {
      const found = findSite(url, own);
      return found && isSwitchedOn(found, url, own) ? found : undefined;
    };
    const site = siteBy(await readOwnSites().catch(() => []));
    // Meanwhile another of the scripts that are registered for this page may have begun.
    if (!site || ctx.isInvalid) return;
    const stop = new AbortController();
    ctx.onInvalidated(() => stop.abort());
    followOwnSites((own) => siteBy(own) !== site && stop.abort(), stop.signal);
    const page = startPage(site, {
      engine: {
        capture: (turns) => send('capture', turns),
        recall: (request) => send('recall', request),
        blockFor: (request) => send('blockFor', request),
        report: (use) => send('report', use),
        feedback: (feedback) => send('feedback', feedback),
        command: (request) => send('command', request),
        forgetNow: (request) => send('forgetNow', request),
        commandDone: (conversation) => send('commandDone', { conversation }),
        takeBack: (request) => send('takeBack', request),
        openMemories: askToOpenMemories,
        isConnected,
      },
      write: insertAtEnd,
      texts: offerTexts((key, ...values) => browser.i18n.getMessage(key as 'offerMany', values)),
      onAddressChange: (changed) => ctx.addEventListener(window, 'wxt:locationchange', changed),
      stop,
    });
    answerStatus(page.status, stop.signal);
  },
});
