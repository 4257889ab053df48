import { expect } from 'vitest';
import { findSite } from '@/sites/index';
import type { Site } from '@/sites/site';

/** What a page's `.expected.json` says about it; CSS where an element is meant, null for nothing. */
export interface ExpectedPage {
  url: string;
  conversationId: string | null;
  /** Null: the page does not tell. */
  temporary: boolean | null;
  turns: ExpectedTurn[];
  answering: boolean;
  composer: string | null;
  composerBox: string | null;
  sendButton: string | null;
  /** Where the page shows one. */
  model?: string;
}

/** `text`, or of a long one how it starts and ends. `attachments` where there are any. */
interface ExpectedTurn {
  role: string;
  id?: string;
  position?: number;
  text?: string;
  startsWith?: string;
  endsWith?: string;
  streaming: boolean;
  attachments?: string[];
}

/** Shows the page's body, without running anything in it. */
export function showPage(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...page.body.childNodes);
}

/** Reads all that a site reads of the page now shown, and that reading it left the page as it was. */
export function expectReading(site: Site, expected: ExpectedPage): void {
  const url = new URL(expected.url);
  const element = (css: string | null) => (css === null ? undefined : document.querySelector(css));
  const before = document.documentElement.outerHTML;

  if (site.matches.length > 0) expect(findSite(url)).toBe(site);
  expect(site.isChat(url)).toBe(true);
  expect(site.conversationId(url) ?? null).toBe(expected.conversationId);
  expect(site.isTemporary(document, url) ?? null).toBe(expected.temporary);
  expect(readTurns(site)).toEqual(expected.turns.map(withText));
  expect(site.model(document)).toBe(expected.model);
  expect(site.isAnswering(document)).toBe(expected.answering);
  expect(site.composer(document)).toBe(element(expected.composer));
  expect(site.composerBox(document)).toBe(element(expected.composerBox));
  expect(site.sendButton(document)).toBe(element(expected.sendButton));
  expect(document.documentElement.outerHTML).toBe(before);
}

function readTurns(site: Site) {
  return site.turns(document).map(({ element: _, text, attachments, ...turn }) => {
    const files = attachments();
    return { ...turn, text: text(), ...(files.length > 0 && { attachments: files }) };
  });
}

function withText({ text, startsWith = '', endsWith = '', ...turn }: ExpectedTurn) {
  const ends = new RegExp(`^${escaped(startsWith)}[^]*${escaped(endsWith)}$`);
  return { ...turn, text: text ?? expect.stringMatching(ends) };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
