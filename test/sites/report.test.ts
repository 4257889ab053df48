// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { sites } from '@/sites/index';
import { report, withAbout } from '@/sites/report';
import { showPage } from '../support/chat-page';

const date = '2026-11-22';
const health = { state: 'paused', part: 'roles' } as const;

function reportOn(id: string, url: string): string {
  const site = sites.find((one) => one.id === id);
  if (!site) throw new Error(`There is no site ${id}`);
  return report({ site, date, health, found: site.health(document, new URL(url)) }, document.body);
}

function showClaude(): void {
  showPage(readFileSync(join(import.meta.dirname, 'claude/thread.html'), 'utf8'));
}

describe('a report', () => {
  beforeEach(showClaude);

  test('says what was found by which entry, and how the page is built', () => {
    const words = reportOn('claude', 'https://claude.ai/chat/1');
    expect(words).toMatch(/^Claude \(claude\), 2026-11-22\nState: paused, because of: roles\n/);
    expect(words).toMatch(/\ncomposer: composer\[0\] 2026-10\n/);
    expect(words).toMatch(/\nTurns: 2 of the user, 1 of the assistant\n/);
    expect(words).toContain('[data-testid=transcript-list]');
    expect(words).toContain('[data-testid=chat-input][contenteditable][role=textbox]');
  });

  test('names the extension and the browser, and nothing else of the machine', () => {
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
    expect(withAbout('State: fine', '1.2.3', agent)).toBe('Throughline 1.2.3, Firefox/145\nState: fine');
  });

  test('has at most 8 kB of a page that is larger', () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, at) => `<div class="row-${at}" data-a data-b><p></p></div>`,
    );
    showPage(rows.join(''));
    const whole = withAbout(reportOn('claude', 'https://claude.ai/chat/1'), '1.2.3', 'x'.repeat(9_000));
    expect(new TextEncoder().encode(whole).length).toBeLessThanOrEqual(8_192);
  });

  const word = fc.stringMatching(/^[bcdfghjkmnpqrstvwxz]{6,12}$/);
  const attributes = [
    'id',
    'title',
    'aria-label',
    'alt',
    'href',
    'value',
    'style',
    'data-testid',
    'class',
    'data-x',
  ];

  test('holds no word that stands on the page, nor one of its labels, ids, addresses and values', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 5, maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        (words, places) => {
          showClaude();
          const elements = [...document.body.querySelectorAll('*')];
          const anywhere = () => elements[(places.next().value ?? 0) % elements.length] ?? document.body;
          for (const [index, said] of words.entries()) {
            anywhere().append(`${said} `, said.toUpperCase());
            const name = attributes[index % attributes.length] ?? 'title';
            anywhere().setAttribute(name, name === 'data-testid' ? `${said}-${said}.png` : said);
            anywhere().classList.add(`of-${said}`);
          }
          const written = reportOn('claude', 'https://claude.ai/chat/1').toLowerCase();
          expect(words.filter((said) => written.includes(said))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
