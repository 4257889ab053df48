// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { siteFrom } from '@/sites/dom';
import { siteFile } from '@/sites/map-file';
import { chatPaths } from '@/sites/structure/chat-paths';
import { findChat } from '@/sites/structure/find-chat';
import type { FoundChat } from '@/sites/structure/found';
import { withPointed, withSent } from '@/sites/structure/pointed';
import { siteMapOf } from '@/sites/structure/site-map';
import { showPage } from '../../support/chat-page';

const url = new URL('https://chat.example.org/c/5d0c7a34-1be2-4c55-9f0e-6a4b8c1d2e3f');
const october = new Date('2026-10-01');
const composer = '<form id="ask"><textarea id="prompt"></textarea><button type="submit"></button></form>';

function find(html: string): FoundChat | undefined {
  showPage(`<body>${html}</body>`);
  return findChat(document, url);
}

function found(html: string): FoundChat {
  const chat = find(html);
  if (!chat) throw new Error('No chat was found');
  return chat;
}

function rolesOf(chat: FoundChat): string {
  return chat.turns.found.map(({ role }) => role).join(' ');
}

function element(css: string): Element {
  const there = document.querySelector(css);
  if (!there) throw new Error(`The page has no ${css}`);
  return there;
}

const marked = `<main><div class="log"><div data-role="user">Hi</div><div data-role="assistant">Hello</div></div>${composer}</main>`;

/** Nothing says who speaks. */
const shaped = `<main><div data-slot="thread">
  <div class="ask">Hi</div><div class="said"><p>Hello</p></div><div class="ask">Why?</div><div class="said"><p>So.</p></div>
</div>${composer}</main>`;

describe('a chat on an unknown site', () => {
  test('is found with its composer, its send button and its turns, each with reasons', () => {
    const chat = found(marked);
    expect(chat.composer.found.id).toBe('prompt');
    expect(chat.send?.found).toBe(element('button'));
    expect(rolesOf(chat)).toBe('user assistant');
    for (const part of [chat.composer, chat.send, chat.turns]) expect(part?.reasons).not.toEqual([]);
    expect(chat.unsure).toEqual(['end of answer']);
  });

  test('whose rows only look different is found, and the roles are to be pointed at', () => {
    const chat = found(shaped);
    expect(chat.unsure).toContain('user turn');
    expect(siteMapOf(chat)).toBeUndefined();
  });

  test('has its roles from one turn that the user points at', () => {
    const chat = withPointed(found(shaped), 'user turn', element('.ask'));
    expect(chat.unsure).not.toContain('user turn');
    const map = siteMapOf(chat, october);
    expect(
      map &&
        siteFrom(map)
          .turns(document)
          .map(({ role, text }) => `${role} ${text()}`),
    ).toEqual(['user Hi', 'assistant Hello', 'user Why?', 'assistant So.']);
  });

  test('has its roles the other way round if an answer is pointed at', () => {
    expect(rolesOf(withPointed(found(shaped), 'answer', element('.ask')))).toBe(
      'assistant user assistant user',
    );
  });

  test('has its roles from the turn that holds what was just sent', () => {
    expect(withSent(found(shaped), ' Why? ').turns.score).toBe(1);
    expect(rolesOf(withSent(found(shaped), 'Why?'))).toBe('user assistant user assistant');
    expect(withSent(found(shaped), 'What else').turns.score).toBeLessThan(1);
  });

  test('whose first row stands left of the others is guessed to start with an answer', () => {
    showPage(`<body>${shaped}</body>`);
    for (const row of document.querySelectorAll('.said, .said *')) {
      row.getBoundingClientRect = () => new DOMRect(300, 0, 200, 20);
    }
    const chat = findChat(document, url);
    expect(chat && rolesOf(chat)).toBe('assistant user assistant user');
    expect(chat?.unsure).toContain('user turn');
  });

  test('takes a composer and a send button that are pointed at, and nothing that cannot be one', () => {
    const page = `${marked}<div><div id="other" contenteditable="true"></div><button id="go">Go</button></div>`;
    const chat = found(page);
    expect(withPointed(chat, 'composer', element('#other')).composer.found.id).toBe('other');
    expect(withPointed(chat, 'composer', element('main')).composer.found.id).toBe('prompt');
    expect(withPointed(chat, 'send', element('#go')).send?.found.id).toBe('go');
    expect(withPointed(chat, 'send', element('.log'))).toBe(chat);
    expect(withPointed(chat, 'user turn', element('form'))).toBe(chat);
  });

  test.each([
    ['a search box', '<div role="search"><textarea></textarea></div>'],
    ['a box named for search', '<textarea name="search"></textarea>'],
    ['a box in a dialog', '<dialog open><textarea></textarea></dialog>'],
    ['a hidden box', '<textarea hidden></textarea>'],
    ['a box that cannot be written in', '<textarea readonly></textarea>'],
    ['an edit box in a turn', ''],
  ])('never has %s for its composer', (_, box) => {
    const log = '<div data-role="user">Hi<textarea>Hi</textarea></div><div data-role="assistant">Hello</div>';
    expect(find(`<main><div class="log">${log}</div>${box}</main>`)).toBeUndefined();
  });

  test('never has the button that stops an answer for its send button', () => {
    const stop = '<button type="submit" data-testid="stop-button" aria-label="Stop"></button>';
    expect(found(marked.replace(/<button.*?<\/button>/, stop)).send).toBeUndefined();
  });

  test('tells the end of an answer by a mark that is switched off, or by buttons below all of its answers', () => {
    const busy = marked.replace('data-role="assistant"', 'data-role="assistant" aria-busy="false"');
    expect(found(busy).end?.found).toEqual({ streaming: '[aria-busy="true"]' });
    const row =
      '<div data-role="user">Hi</div><div data-role="assistant">Yes<button data-testid="copy-answer"></button></div>';
    expect(found(`<main><div>${row}${row}</div>${composer}</main>`).end?.found).toEqual({
      complete: '[data-testid="copy-answer"]',
    });
  });
});

describe('the map of an unknown site', () => {
  test('holds no hashed class, no label and no word of the page', () => {
    const turn = (role: string, text: string) =>
      `<div class="_x9f3aa1 css-1ab2cd3 message-${role}" data-author="Ines" aria-label="From Ines" data-title="Bread">${text}</div>`;
    const map = siteMapOf(
      found(
        `<main><div class="sc-bdVaJa">${turn('user', 'Bread?')}${turn('bot', 'Rye.')}</div>${composer}</main>`,
      ),
      october,
    );
    expect(map?.layouts[0]?.user.turn).toEqual({ css: '.message-user', seen: '2026-10' });
    expect(map?.layouts[0]?.assistant.turn.css).toBe('.message-bot');
    expect(map && siteFile(map)).not.toMatch(/_x9f|css-1|sc-bd|Ines|Bread|Rye/);
  });

  test('says where it is, that it is on trial, and that nobody knows what Enter does', () => {
    expect(siteMapOf(found(marked))).toMatchObject({
      id: 'own-chat-example-org',
      name: 'chat.example.org',
      matches: ['https://chat.example.org/*'],
      experimental: true,
      keyMayBreakLine: true,
    });
  });

  test('is not made where a turn’s words are in a button, which is never read', () => {
    const turns =
      '<div data-role="user">You said <button>How long is the river?</button></div><div data-role="assistant">Long.</div>';
    expect(siteMapOf(found(`<main><div>${turns}</div>${composer}</main>`))).toBeUndefined();
  });

  test('is not made of one of two threads on a page', () => {
    const pane =
      '<div class="log"><div data-role="user">Hi</div><div data-role="assistant">Hello</div></div>';
    const chat = find(`<main><div class="left">${pane}${pane}</div>${composer}</main>`);
    expect(chat && siteMapOf(chat)).toBeUndefined();
  });
});

test.each([
  ['/', ['^\\/$']],
  ['/app', ['^\\/$', '^/app/?$']],
  ['/chat/123456', ['^\\/$', '^/chat/?$', '^/chat/(?<id>\\d{4,20})/?$']],
])('the address %s gives the paths of chats', (path, sources) => {
  const paths = chatPaths(new URL(path, url));
  expect(paths.map(({ source }) => source.replaceAll('\\/', '/'))).toEqual(
    sources.map((source) => source.replaceAll('\\/', '/')),
  );
  expect(paths.some((each) => each.test(path))).toBe(true);
});
