// @vitest-environment happy-dom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { siteFrom } from '@/sites/dom';
import type { Finding, SiteHealth } from '@/sites/findings';
import { type Circumstances, decide } from '@/sites/health';
import { sites } from '@/sites/index';
import type { SiteMap } from '@/sites/map';
import { type ExpectedPage, showPage } from '../support/chat-page';

const composer: Finding = { part: 'composer', list: 'composer', entry: 0, seen: '2026-10', isOlder: false };
const read: SiteHealth = {
  findings: [composer],
  turns: { user: 2, assistant: 2 },
  hasMoreBehind: false,
  isAnswering: false,
  expectsTurns: true,
};
const settled: Circumstances = { isDrawn: true, awaitsAnswer: false, hadBothRoles: false };

function decided(site: Partial<SiteHealth>, page: Partial<Circumstances> = {}) {
  const { state, part } = decide({ ...read, ...site }, { ...settled, ...page });
  return part ? `${state}: ${part}` : state;
}

describe('the state of a page', () => {
  test('is fine where the newest entries find all', () => {
    expect(decided({})).toBe('fine');
    expect(decided({ turns: { user: 0, assistant: 0 }, expectsTurns: false })).toBe('fine');
  });

  test('is degraded where an older entry finds something', () => {
    expect(decided({ findings: [composer, { ...composer, part: 'words', isOlder: true }] })).toBe(
      'degraded: words',
    );
  });

  test('is paused where composer or turns are missing, once the page has had time to draw', () => {
    expect(decided({ findings: [] })).toBe('paused: composer');
    expect(decided({ turns: { user: 0, assistant: 0 } })).toBe('paused: turns');
    expect(decided({ findings: [] }, { isDrawn: false })).toBe('fine');
    expect(decided({ turns: { user: 0, assistant: 0 } }, { isDrawn: false })).toBe('fine');
  });

  test('is paused where a check fails, whether or not the page is drawn', () => {
    expect(decided({ failed: 'words' }, { isDrawn: false })).toBe('paused: words');
    expect(decided({}, { missed: 'turns' })).toBe('paused: turns');
  });

  test('is paused where one role is missing, unless it was there before or may still come', () => {
    expect(decided({ turns: { user: 0, assistant: 1 } })).toBe('paused: roles');
    expect(decided({ turns: { user: 3, assistant: 0 } })).toBe('paused: roles');
    expect(decided({ turns: { user: 0, assistant: 1 } }, { hadBothRoles: true })).toBe('fine');
    expect(decided({ turns: { user: 1, assistant: 0 } }, { awaitsAnswer: true })).toBe('fine');
    expect(decided({ turns: { user: 1, assistant: 0 }, isAnswering: true })).toBe('fine');
  });

  test('is fine where a bot greets in a chat that has not begun', () => {
    expect(decided({ turns: { user: 0, assistant: 1 }, expectsTurns: false })).toBe('fine');
  });

  test('is paused where words follow a question to which no answer is expected any more', () => {
    expect(decided({ hasMoreBehind: true })).toBe('paused: turns');
    expect(decided({ hasMoreBehind: true }, { awaitsAnswer: true })).toBe('fine');
  });
});

const map: SiteMap = {
  id: 'example',
  name: 'Example',
  matches: [],
  chats: [/^\/c\/(?<id>\d+)$/],
  temporary: {},
  layouts: [
    {
      user: { turn: { css: '.mine', seen: '2026-08' }, text: [{ css: '.said', seen: '2026-08' }] },
      assistant: {
        turn: { css: '.its', seen: '2026-08' },
        text: [
          { css: '.prose', seen: '2026-08' },
          { css: '.words', seen: '2026-05' },
        ],
        ids: [{ css: '[data-id]', seen: '2026-08', where: 'itself', attribute: 'data-id', value: /\d+/ }],
        complete: { css: '.done', seen: '2026-08' },
      },
    },
  ],
  composer: [
    { css: 'textarea.new', seen: '2026-08' },
    { css: 'textarea.recent', seen: '2026-07' },
    { css: 'textarea.old', seen: '2026-06' },
  ],
  composerBox: [],
  send: [],
  stop: [{ css: 'button.stop', seen: '2026-08' }],
};
const example = siteFrom(map);

const mine = (said: string) => `<div class="mine"><p class="said">${said}</p></div>`;
const its = (said: string, marks = '') =>
  `<div class="its" ${marks}><div class="prose">${said}</div><i class="done"></i></div>`;
const thread = mine('How far?') + its('Ten miles') + mine('And back?') + its('Ten more');

function check(turns: string, rest = '<textarea class="new"></textarea>') {
  showPage(`<main>${turns}</main>${rest}`);
  return example.health(document, new URL('https://example.org/c/1'));
}

describe('a page is looked over by the search that reads it', () => {
  test('and every part says which entry found it', () => {
    const { findings, ...found } = check(thread);
    expect(findings.map(({ part, list, entry }) => `${part}: ${list} ${entry}`)).toEqual([
      'composer: composer 0',
      'turns: layouts 0',
      'roles: layouts 0',
      'words: text 0',
      'words: text 0',
      'end: complete 0',
    ]);
    expect(found).toMatchObject({ failed: undefined, turns: { user: 2, assistant: 2 }, expectsTurns: true });
  });

  test.each([
    ['new', false],
    ['recent', false],
    ['old', true],
  ])('an entry of the list %s is older than the newest by more than a month: %s', (name, isOlder) => {
    const { findings } = check(thread, `<textarea class="${name}"></textarea>`);
    expect(findings[0]).toMatchObject({ part: 'composer', isOlder });
  });

  test('and holds together where nothing is off', () => {
    expect(check(mine('How far?')).failed).toBeUndefined();
    expect(check(`<div class="row">${mine('a')}${its('b')}</div>`.repeat(3)).failed).toBeUndefined();
    const last = `<div id="last">${mine('And back?')}${its('Ten more')}</div>`;
    expect(check(mine('How far?') + its('Ten miles') + last).failed).toBeUndefined();
  });

  test.each<[string, string, string]>([
    ['words stand between two questions', `${mine('a')}<div>An answer</div>${mine('b')}${its('c')}`, 'turns'],
    [
      'words stand before an answer that comes first',
      `<div>A question</div>${its('a')}${mine('b')}`,
      'turns',
    ],
    ['an id comes twice', mine('a') + its('b', 'data-id="7"') + mine('c') + its('d', 'data-id="7"'), 'turns'],
    ['an id is on no turn', `${thread}<p data-id="9">Something said</p>${its('b')}`, 'turns'],
    ['another list holds turns', `<div class="list">${thread}</div><div>${thread}</div>`, 'turns'],
    ['the composer is among the turns', `${thread}<textarea class="new"></textarea>${thread}`, 'turns'],
    ['an answer that was followed up is never done', thread.replaceAll('done', ''), 'end'],
    ['a turn says what no part of it holds', thread.replace('said', 'line'), 'words'],
    [
      'a part of a turn is not found',
      mine('a') +
        its('b</div><div class="prose-next prose-big prose">c').replace('"prose"', '"prose prose-big"'),
      '',
    ],
  ])('and fails where %s', (_, turns, part) => {
    expect(check(turns, turns.includes('textarea') ? '' : undefined).failed ?? '').toBe(part);
  });

  test('and a word behind the last question is told of', () => {
    expect(check(`${thread}${mine('c')}<div>Something went wrong</div>`).hasMoreBehind).toBe(true);
    expect(check(`${thread}${mine('c')}<div>18:52</div><nav>More chats</nav>`).hasMoreBehind).toBe(false);
  });

  test('and what stands in a navigation, beside the main part or in a dialog is neither turn nor composer', () => {
    for (const tag of ['nav', 'aside', 'dialog']) {
      const copy = `<${tag}>${thread}<textarea class="new"></textarea></${tag}>`;
      expect(check(thread, `${copy}<textarea class="old"></textarea>`)).toMatchObject({
        failed: undefined,
        turns: { user: 2, assistant: 2 },
        findings: [{ part: 'composer', entry: 2 }, {}, {}, {}, {}, {}],
      });
    }
  });
});

describe('known pages', () => {
  const threads = sites
    .map(({ id }) => ({ id, file: join(import.meta.dirname, id, 'thread') }))
    .filter(({ file }) => existsSync(`${file}.html`));

  test.each(threads)('a thread of $id is read without a doubt', ({ id, file }) => {
    const { url } = JSON.parse(readFileSync(`${file}.expected.json`, 'utf8')) as ExpectedPage;
    showPage(readFileSync(`${file}.html`, 'utf8'));
    const site = sites.find((one) => one.id === id);
    const found = site?.health(document, new URL(url));
    expect(found && decide(found, settled).state).not.toBe('paused');
  });
});
