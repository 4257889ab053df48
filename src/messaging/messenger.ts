import { browser } from 'wxt/browser';
import type { Answer, DataOf, Envelope, MessageName, PageStatus, ReplyOf } from '@/messaging/protocol';

/** The engine refused or failed; `name` is the error's name there ("StorageFullError", "RefusedError", …). */
export class EngineError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** Nobody answered: the extension was updated or switched off, or the engine page could not be started. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Asks the engine, from a content script or an extension page. Throws `EngineError` or `UnreachableError`. */
export async function send<Name extends MessageName>(name: Name, data: DataOf<Name>): Promise<ReplyOf<Name>> {
  const answer = await post({ to: 'background', name, data });
  if (answer.ok) return answer.value as ReplyOf<Name>;
  if (answer.error.name === 'UnreachableError') throw new UnreachableError(answer.error.message);
  throw new EngineError(answer.error.name, answer.error.message);
}

/** Asks the content script of a tab how it fares; undefined when there is none in that tab. */
export async function askPage(tabId: number): Promise<PageStatus | undefined> {
  try {
    return await browser.tabs.sendMessage(tabId, { to: 'page', name: 'status' });
  } catch {
    return undefined;
  }
}

/** Answers `askPage` in a content script until the signal aborts. */
export function answerStatus(status: () => PageStatus, signal: AbortSignal): void {
  const listener = (message: unknown, _sender: unknown, reply: (status: PageStatus) => void) => {
    if (isStatusQuestion(message)) reply(status());
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

/** False once this context belongs to an extension that was updated, reloaded or removed. */
export function isConnected(): boolean {
  return browser.runtime?.id !== undefined;
}

async function post(envelope: Envelope): Promise<Answer> {
  let answer: Answer | undefined;
  try {
    answer = await browser.runtime.sendMessage(envelope);
  } catch (cause) {
    throw new UnreachableError('The extension did not answer. Reload this page.', { cause });
  }
  if (!answer) throw new UnreachableError('The extension did not answer. Reload this page.');
  return answer;
}

function isStatusQuestion(message: unknown): boolean {
  const question = message as { to?: unknown; name?: unknown } | null;
  return question?.to === 'page' && question.name === 'status';
}
