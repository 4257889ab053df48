// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSite, sites } from '@/sites/index';

/** What a fixture's neighbour says about it; CSS where an element is meant, null for nothing. */
interface Expected {
  url: string;
  conversationId: string | null;
  /** Null: the page does not tell. */
  temporary: boolean | null;
  /** `attachments` where there are any. */
  turns: {
    role: string;
    id?: string;
    position?: number;
    text: string;
    streaming: boolean;
    attachments?: string[];
  }[];
  answering: boolean;
  composer: string | null;
  composerBox: string | null;
  sendButton: string | null;
  /** Where the page shows one. */
  model?: string;
}

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');

function show(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...page.body.childNodes);
}

for (const site of sites) {
  const names = readdirSync(join(import.meta.dirname, site.id))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.slice(0, -'.html'.length));

  describe(site.name, () => {
    test.each(names)('reads the page %s', (name) => {
      const expected = JSON.parse(read(`${site.id}/${name}.expected.json`)) as Expected;
      const url = new URL(expected.url);
      show(read(`${site.id}/${name}.html`));
      const element = (css: string | null) => (css === null ? undefined : document.querySelector(css));

      if (site.matches.length > 0) expect(findSite(url)).toBe(site);
      expect(site.isChat(url)).toBe(true);
      expect(site.conversationId(url) ?? null).toBe(expected.conversationId);
      expect(site.isTemporary(document, url) ?? null).toBe(expected.temporary);
      const turns = site.turns(document).map(({ element: _, text, attachments, ...turn }) => {
        const files = attachments();
        return { ...turn, text: text(), ...(files.length > 0 && { attachments: files }) };
      });
      expect(turns).toEqual(expected.turns);
      expect(site.model(document)).toBe(expected.model);
      expect(site.isAnswering(document)).toBe(expected.answering);
      expect(site.composer(document)).toBe(element(expected.composer));
      expect(site.composerBox(document)).toBe(element(expected.composerBox));
      expect(site.sendButton(document)).toBe(element(expected.sendButton));
    });
  });
}
