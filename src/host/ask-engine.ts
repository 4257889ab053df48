import { browser } from 'wxt/browser';
import { ensureEnginePage } from '#engine-page';
import type { Answer, Envelope } from '@/messaging/protocol';

/** A page that was just created by an earlier life of the background may need a moment to listen. */
const retryAfterMs = [0, 50, 100, 200, 400, 800];

/** Forwards a message to the engine page, creating the page when nobody is there. Throws when nobody comes. */
export async function askEngine({ name, data }: Envelope): Promise<Answer> {
  const envelope: Envelope = { to: 'engine', name, data };
  for (const ms of retryAfterMs) {
    const answer = await post(envelope);
    if (answer) return answer;
    await ensureEnginePage();
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
  throw new Error('The engine page does not listen');
}

/** Undefined when nobody listens; the browser's own words for that differ and are of no use. */
async function post(envelope: Envelope): Promise<Answer | undefined> {
  try {
    return await browser.runtime.sendMessage(envelope);
  } catch {
    return undefined;
  }
}
