import { browser } from 'wxt/browser';
import { ensureEnginePage } from '#engine-page';
import { askEngine } from '@/host/ask-engine';
import { isBadgeRequest, showBadge } from '@/host/badge';
import { followSites } from '@/host/follow-sites';
import { openMemories } from '@/host/open-memories';
import { isOwnSitesRequest } from '@/host/own-sites';
import { logFault } from '@/lib/log-fault';
import { callerOf, isForBackground, mayCall } from '@/messaging/envelope';
import { isOpenMemories } from '@/messaging/open-memories';
import type { Answer } from '@/messaging/protocol';

/** Wakes, checks who asks, makes sure that the engine page exists, forwards. It holds no state that matters. */
export function startBackground(): void {
  const keepSites = followSites((ownSites) =>
    askEngine({ to: 'engine', name: 'changeSettings', data: { ownSites } }),
  );
  browser.runtime.onMessage.addListener((message, sender, reply) => {
    if (!isForBackground(message)) return undefined;
    if (isBadgeRequest(message) && callerOf(sender) === 'extension') {
      showBadge(message.data.words).catch(logFault('while showing progress'));
      return undefined;
    }
    if (isOwnSitesRequest(message) && callerOf(sender) === 'extension') {
      keepSites(message.data.ownSites);
      return undefined;
    }
    if (isOpenMemories(message) && callerOf(sender)) {
      openMemories().catch(logFault('while opening the memories'));
      return undefined;
    }
    if (!mayCall(sender, message.name)) {
      reply(refused);
      return undefined;
    }
    askEngine(message).then(reply, () => reply(unreachable));
    return true;
  });

  const wake = () => ensureEnginePage().catch(logFault('while starting the engine page'));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    wake();
    if (reason === 'install') openWelcome().catch(logFault('while opening the welcome page'));
  });
  browser.runtime.onStartup.addListener(wake);
}

async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: `${location.origin}/welcome.html` });
}

const refused: Answer = {
  ok: false,
  error: { name: 'ProtocolError', message: 'This sender may not send this message.' },
};

const unreachable: Answer = {
  ok: false,
  error: { name: 'UnreachableError', message: 'The memory engine did not answer. Restart the browser.' },
};
