import { browser } from 'wxt/browser';
import { ensureEnginePage } from '#engine-page';
import { askEngine } from '@/host/ask-engine';
import { logFault } from '@/lib/log-fault';
import { isForBackground, mayCall } from '@/messaging/envelope';
import type { Answer } from '@/messaging/protocol';

/** Wakes, checks who asks, makes sure that the engine page exists, forwards. It holds no state that matters. */
export function startBackground(): void {
  browser.runtime.onMessage.addListener((message, sender, reply) => {
    if (!isForBackground(message)) return undefined;
    if (!mayCall(sender, message.name)) {
      reply(refused);
      return undefined;
    }
    askEngine(message).then(reply, () => reply(unreachable));
    return true;
  });

  const wake = () => ensureEnginePage().catch(logFault('while starting the engine page'));
  browser.runtime.onInstalled.addListener(wake);
  browser.runtime.onStartup.addListener(wake);
}

const refused: Answer = {
  ok: false,
  error: { name: 'ProtocolError', message: 'This sender may not send this message.' },
};

const unreachable: Answer = {
  ok: false,
  error: { name: 'UnreachableError', message: 'The memory engine did not answer. Restart the browser.' },
};
