import './gemini.css';
import { el } from './dom';
import { geminiComposer } from './gemini-composer';
import { geminiTurns } from './gemini-turns';
import { newHex } from './model';
import { practiceNote } from './practice-note';
import { type Frame, type FrameActions, runSite } from './run-site';

runSite({
  site: 'gemini',
  brand: 'Gemini',
  addressing: {
    home: '/app',
    of: (id) => `/app/${id}`,
    idIn: (path) => /^(?:\/u\/\d+)?\/app\/([^/]+)/.exec(path)?.[1],
    newId: () => newHex(16),
    newTurnId: () => newHex(16),
    // The address never tells: the state lives in the page alone.
    isTemporary: () => false,
    appears: 'with the answer',
  },
  turns: geminiTurns,
  composer: geminiComposer,
  frame: geminiFrame,
  mark(isDark) {
    document.body.classList.toggle('dark-theme', isDark);
    document.body.classList.toggle('light-theme', !isDark);
  },
  documentTitle: (title) => (title ? `${title} - Google Gemini` : 'Google Gemini'),
  sidebarExtra({ go }) {
    const button = el('button', {
      type: 'button',
      class: 'p-side-entry',
      'data-test-id': 'temp-chat-button',
    });
    button.textContent = 'Temporary chat';
    button.addEventListener('click', () => go('/app', !button.classList.contains(TEMPORARY_MARK)));
    return el('temp-chat-button', {}, button);
  },
});

const TEMPORARY_MARK = 'temp-chat-on';

function geminiFrame({ opener }: FrameActions): Frame {
  const list = el('infinite-scroller', {
    class: 'p-column p-turns chat-history',
    'data-test-id': 'chat-history-container',
  });
  const dock = el('input-container', { class: 'p-column p-dock' });
  const scroller = el(
    'div',
    { class: 'p-scroll' },
    el(
      'header',
      { class: 'p-header' },
      opener,
      el('span', { class: 'p-plain', 'data-test-id': 'bard-text' }, 'Gemini'),
    ),
    el(
      'main',
      { class: 'p-grow' },
      el('h1', { class: 'p-sr cdk-visually-hidden' }, 'Conversation with Gemini'),
      el('p', { class: 'p-greeting' }, 'Where shall we start?'),
      el('div', { id: 'chat-history', class: 'chat-history-scroll-container' }, list),
    ),
  );
  const window = el(
    'chat-window',
    { class: 'p-main-pane' },
    scroller,
    el('div', { class: 'p-foot' }, dock, practiceNote()),
  );
  return {
    page: window,
    list,
    scroller,
    dock,
    relabel(_, temporary) {
      window.classList.toggle('is-temporary-chat', temporary);
      document.querySelector('temp-chat-button button')?.classList.toggle(TEMPORARY_MARK, temporary);
      describeLinks();
    },
  };
}

/** Tooltip texts stand at the end of the body, and repeat the titles of all chats. */
function describeLinks(): void {
  const titles = [...document.querySelectorAll('.p-link')].map((link) =>
    el('div', {}, link.textContent ?? ''),
  );
  const box = document.querySelector('.cdk-describedby-message-container');
  if (box) box.replaceChildren(...titles);
  else document.body.append(el('div', { class: 'p-sr cdk-describedby-message-container' }, ...titles));
}
