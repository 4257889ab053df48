import type { Answer, DataOf, MessageName, ReplyOf } from '@/messaging/protocol';
import type { Tab } from './tab';

/** Asks the engine from a tab that shows one of the extension's pages, over the same messages its own code sends. */
export async function ask<Name extends MessageName>(
  tab: Tab,
  name: Name,
  data: DataOf<Name>,
): Promise<ReplyOf<Name>> {
  const answer = await tab.evaluate(
    (message) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', ExtensionGlobals>;
      return (browser ?? chrome).runtime.sendMessage(message);
    },
    { to: 'background', name, data } as const,
  );
  if (!answer.ok) throw new Error(`${answer.error.name}: ${answer.error.message}`);
  return answer.value as ReplyOf<Name>;
}

interface ExtensionGlobals {
  runtime: { sendMessage(message: object): Promise<Answer> };
}
