import { type Browser, browser } from 'wxt/browser';
import { type Caller, type Envelope, type MessageName, protocol } from '@/messaging/protocol';

type Sender = Browser.runtime.MessageSender;

export function isForBackground(message: unknown): message is Envelope {
  return isEnvelope(message) && message.to === 'background';
}

/** The engine listens to the extension itself only: a page's message reaches it through the background's check. */
export function isForEngine(message: unknown, sender: Sender): message is Envelope {
  return isEnvelope(message) && message.to === 'engine' && callerOf(sender) === 'extension';
}

/** A chat page may send its own messages, the extension's pages all; there is nothing else to send. */
export function mayCall(sender: Sender, name: string): name is MessageName {
  if (!Object.hasOwn(protocol, name)) return false;
  const caller = callerOf(sender);
  return caller === 'extension' || (caller === 'page' && protocol[name as MessageName].from === 'page');
}

/**
 * Who sent a message, by what the browser says of the sender and not by what the message says. A frame within a page
 * is nobody: content scripts run in top frames only.
 */
export function callerOf(sender: Sender): Caller | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  if (sender.url?.startsWith(`${location.origin}/`)) return 'extension';
  return sender.tab && sender.frameId === 0 ? 'page' : undefined;
}

function isEnvelope(message: unknown): message is Envelope {
  const envelope = message as Partial<Envelope> | null;
  return (
    typeof envelope === 'object' && typeof envelope?.name === 'string' && typeof envelope.to === 'string'
  );
}
