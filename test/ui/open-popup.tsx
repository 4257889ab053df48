// First: Dexie looks for a database when it is loaded.
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { expect } from 'vitest';
import type { Models } from '@/host/models';
import { router } from '@/host/router';
import { EngineError, type send } from '@/messaging/messenger';
import { liveStore } from '@/store/live';
import { Popup } from '@/ui/popup/popup';
import { freshName, type OpenEngine, openEngine } from '../support/open-engine';
import { waitFor } from '../support/wait-for';

/** The popup in this document, on the real engine, store and indexes. */
export async function openPopup(opened?: OpenEngine): Promise<OpenEngine> {
  const host = opened ?? (await openEngine(freshName(), { at: Date.now() }));
  document.body.replaceChildren();
  render(<Popup live={liveStore(host.database)} send={sender(host)} />, document.body);
  await waitFor(() => expect(find('.memory, .empty, .inbox-card')).toBeTruthy());
  return host;
}

export function closePopup(): void {
  render(null, document.body);
}

/** Asks the engine the way a page does, past the browser's own messaging. */
function sender({ engine }: OpenEngine): typeof send {
  const answer = router(engine, {} as Models);
  return async (name, data) => {
    const answered = await answer({ to: 'engine', name, data });
    if (!answered.ok) throw new EngineError(answered.error.name, answered.error.message);
    return answered.value as never;
  };
}

export function find(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector);
}

export function expectElement<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
  const element = document.querySelector<Kind>(selector);
  if (!element) throw new Error(`Nothing in the popup is ${selector}`);
  return element;
}

/** The words of the memories listed, in order. */
export function listed(): (string | null)[] {
  return [...document.querySelectorAll('.memory-words')].map(({ textContent }) => textContent);
}

export function memory(words: string): HTMLButtonElement {
  const all = [...document.querySelectorAll<HTMLButtonElement>('.memory-words')];
  const found = all.find(({ textContent }) => textContent?.includes(words));
  if (!found) throw new Error(`No memory with these words is listed: ${words}`);
  return found;
}

export function button(name: string, within: ParentNode = document): HTMLButtonElement {
  const all = [...within.querySelectorAll('button')];
  const found = all.find((one) => (one.getAttribute('aria-label') ?? spoken(one)).trim() === name);
  if (!found) throw new Error(`No button is named ${name}`);
  return found;
}

/** The words of an element as they are read out: without what is only to be seen. */
function spoken(element: Element): string {
  const read = element.cloneNode(true) as Element;
  for (const unread of read.querySelectorAll('[aria-hidden="true"]')) unread.remove();
  return read.textContent ?? '';
}

export function press(key: string, more: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  (document.activeElement ?? document.body).dispatchEvent(event);
}

export function type(selector: string, words: string): void {
  const field = expectElement<HTMLInputElement>(selector);
  field.focus();
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
