import type { Page } from '@playwright/test';

/** One message of the content script and the answer it got; times are epoch milliseconds with fractions. */
export interface TappedMessage {
  name: string;
  data: unknown;
  answer?: { ok: boolean; value?: unknown };
  sentAt: number;
  answeredAt: number;
}

const mark = 'throughline-tap:';

/**
 * Listens in on what the content script of the unmodified build asks and is answered, by wrapping `sendMessage` in
 * its own world as soon as that exists. Call it before the page is opened.
 */
export async function tapContentScript(page: Page): Promise<TappedMessage[]> {
  const messages: TappedMessage[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(mark)) messages.push(JSON.parse(text.slice(mark.length)));
  });
  const session = await page.context().newCDPSession(page);
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (!context.origin.startsWith('chrome-extension://')) return;
    const expression = `(${wrapSendMessage})(${JSON.stringify(mark)})`;
    // A world that is gone before it could be wrapped has nothing to say.
    session.send('Runtime.evaluate', { expression, contextId: context.id }).catch(() => undefined);
  });
  await session.send('Runtime.enable');
  return messages;
}

/** Runs in the content script's world. */
function wrapSendMessage(prefix: string): void {
  const runtime = (globalThis as unknown as { chrome: { runtime: Record<string, unknown> } }).chrome.runtime;
  const send = runtime.sendMessage as (message: unknown) => Promise<TappedMessage['answer']>;
  runtime.sendMessage = async (message: { name: string; data: unknown }) => {
    const sentAt = performance.timeOrigin + performance.now();
    const answer = await send.call(runtime, message);
    const { name, data } = message;
    const answeredAt = performance.timeOrigin + performance.now();
    console.debug(prefix + JSON.stringify({ name, data, answer, sentAt, answeredAt }));
    return answer;
  };
}
