// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sites } from '@/sites/index';
import type { Site } from '@/sites/site';
import { showPage } from '../support/chat-page';

const length = 200;

/** A fixture with a thread, and in it what the site repeats: a turn, or a question with its answer. */
const threads = [
  { fixture: 'chatgpt/thread', unit: '[data-turn-id-container]' },
  { fixture: 'chatgpt/thread-layout', unit: '[data-turn-key]' },
  { fixture: 'chatgpt/narrow-layout', unit: 'ol > li' },
  { fixture: 'claude/thread', unit: '[data-testid="transcript-row"]' },
  { fixture: 'claude/plain-list', unit: '[data-test-render-count]' },
  { fixture: 'gemini/thread', unit: '.conversation-container' },
];

test.each(threads)(`${length} turns as in $fixture are read whole and in order`, ({ fixture, unit }) => {
  const site = sites.find(({ id }) => fixture.startsWith(`${id}/`));
  if (!site) throw new Error(`No site has the fixture ${fixture}`);
  showPage(readFileSync(join(import.meta.dirname, `${fixture}.html`), 'utf8'));
  const units = [...document.querySelectorAll(unit)].map((element) => ({
    html: element.outerHTML,
    turns: readWords(site).filter((turn) => element.contains(turn.element)),
  }));
  const list = document.querySelector(unit)?.parentElement;
  if (!list) throw new Error(`${fixture} has no ${unit}`);
  const perUnit = units[0]?.turns.length ?? 0;

  const anyThread = fc.array(fc.constantFrom(...units), {
    minLength: length / perUnit,
    maxLength: length / perUnit,
  });
  fc.assert(
    fc.property(anyThread, (thread) => {
      const html = thread.map((each, place) => numbered(each.html, place)).join('\n');
      list.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
      const expected = thread.flatMap(({ turns }, place) =>
        turns.map(({ role, id, position, text }) => ({
          role,
          id: id && numbered(id, place),
          position: position === undefined ? undefined : place,
          text,
        })),
      );
      expect(readWords(site).map(({ element: _, ...turn }) => turn)).toEqual(expected);
      expect(expected).toHaveLength(length);
    }),
    { numRuns: 2 },
  );
});

function readWords(site: Site) {
  return site
    .turns(document)
    .map(({ element, role, id, position, text }) => ({ element, role, id, position, text: text() }));
}

/** With ids, and a place in the list, of its own. */
function numbered(html: string, place: number): string {
  const start = place.toString(16).padStart(8, '0');
  return html
    .replace(/(?<![0-9a-f])[0-9a-f]{8}(?=(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{8}(?![0-9a-f]))/g, start)
    .replace(/(?<=conversation-turn-|data-index=")\d+/g, String(place));
}
