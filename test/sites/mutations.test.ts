// @vitest-environment happy-dom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { followHealth } from '@/page/health';
import { turnReader } from '@/page/seen-turns';
import type { Health } from '@/sites/findings';
import { sites } from '@/sites/index';
import type { Site, SiteTurn } from '@/sites/site';
import { type ExpectedPage, showPage } from '../support/chat-page';
import { decoy, redesign } from './redesign';

const redesigns = Number(process.env.REDESIGNS ?? 50);

/** *padded*: all that was said, and in an answer more of its own turn, such as the name of a code's language. */
type Outcome = 'correct' | 'degraded and correct' | 'padded' | 'paused' | 'wrong';
const outcomes: Record<Outcome, number> = {
  correct: 0,
  'degraded and correct': 0,
  padded: 0,
  paused: 0,
  wrong: 0,
};

const threads = sites
  .map((site) => ({ id: site.id, site, file: join(import.meta.dirname, site.id, 'thread') }))
  .filter(({ file }) => existsSync(`${file}.html`));

describe('a site that is built anew', () => {
  afterAll(() => {
    const all = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
    const rates = Object.entries(outcomes).map(([name, n]) => `${name} ${((100 * n) / all).toFixed(1)} %`);
    console.info(`Of ${all} redesigns of ${threads.length} sites: ${rates.join(', ')}`);
  });

  test.each(threads)('is read right by $id, or not at all', ({ site, file }) => {
    const html = readFileSync(`${file}.html`, 'utf8');
    const expected = JSON.parse(readFileSync(`${file}.expected.json`, 'utf8')) as ExpectedPage;
    const wrong: string[] = [];
    for (let seed = 1; seed <= redesigns; seed++) {
      showPage(html);
      const element = (css: string | null) => (css === null ? null : document.querySelector(css));
      const landmarks = {
        turns: site.turns(document).map((turn) => turn.element),
        composer: element(expected.composer),
        composerBox: element(expected.composerBox),
      };
      const sendButton = element(expected.sendButton);
      const { steps, now } = redesign(document.body, landmarks, seed * 7919 + site.id.length * 104_729);
      const health = useSite(site, expected);
      const outcome =
        health.state === 'paused'
          ? 'paused'
          : (elementFault('composer', site.composer(document), now(landmarks.composer)) ??
            elementFault('send button', site.sendButton(document), now(sendButton)) ??
            compare(readWords(site), expected, health));
      if (outcome in outcomes) outcomes[outcome as Outcome] += 1;
      else {
        outcomes.wrong += 1;
        wrong.push(`${seed}: ${steps.join('; ')} → ${outcome}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** What a tab comes to know of the page when the last question on it was sent from there, some minutes ago. */
function useSite(site: Site, { url, turns }: ExpectedPage): Health {
  const watch = followHealth(site);
  const read = turnReader();
  const look = (now: number, shown: SiteTurn[]) =>
    watch.look({ conversation: 'one', url: new URL(url), turns: read(shown), isDrawn: true, now });
  look(0, []);
  watch.noteSend(turns.findLast(({ role }) => role === 'user')?.text ?? '', 0);
  look(10_000, site.turns(document));
  return look(400_000, site.turns(document));
}

interface Said {
  role: string;
  text: string;
}

/** What would be captured. */
function readWords(site: Site): Said[] {
  return site.turns(document).flatMap(({ role, streaming, text: read }) => {
    const text = words(read());
    return streaming || text === '' ? [] : [{ role, text }];
  });
}

/** The outcome, or what is wrong. */
function compare(read: readonly Said[], { turns }: ExpectedPage, { state }: Health): string {
  const right = turns.map(({ role, text }) => ({ role, text: words(text ?? '') }));
  const isSame = (one: Said | undefined, other: Said) => one?.role === other.role && one.text === other.text;
  const isPadded = (one: Said | undefined, other: Said) =>
    one?.role === 'assistant' && other.role === 'assistant' && holdsAll(one.text, other.text);
  if (read.length === right.length) {
    if (right.every((said, at) => isSame(read[at], said))) {
      return state === 'degraded' ? 'degraded and correct' : 'correct';
    }
    if (right.every((said, at) => isSame(read[at], said) || isPadded(read[at], said))) return 'padded';
  }
  return `read ${JSON.stringify(read)} for ${JSON.stringify(right)}`;
}

/** All words in their order, with others in between that no redesign brought in. */
function holdsAll(read: string, said: string): boolean {
  if (read.includes(decoy)) return false;
  let from = 0;
  return said.split(' ').every((word) => {
    const at = ` ${read} `.indexOf(` ${word} `, from);
    from = at + word.length + 1;
    return at >= 0;
  });
}

function elementFault(
  part: string,
  found: Element | undefined,
  expected: Element | undefined,
): string | undefined {
  if (found === undefined || found === expected) return undefined;
  return `another ${part}: ${found.localName}`;
}

/** Letters and figures; the language of a code block is a matter of its markup. */
function words(text: string): string {
  return text
    .replace(/^```\S*$/gm, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
