import './chatgpt.css';
import { chatgptComposer } from './chatgpt-composer';
import { chatgptTurns } from './chatgpt-turns';
import { el, iconButton } from './dom';
import { newUuid } from './model';
import { practiceNote } from './practice-note';
import { type Frame, type FrameActions, runSite } from './run-site';

runSite({
  site: 'chatgpt',
  brand: 'ChatGPT',
  addressing: {
    home: '/',
    of: (id) => `/c/${id}`,
    idIn: (path) => /^\/c\/([^/]+)/.exec(path)?.[1],
    newId: newUuid,
    newTurnId: newUuid,
    isTemporary: (url) => url.searchParams.get('temporary-chat') === 'true',
    appears: 'with the prompt',
    provisional: () => `/c/WEB:${newUuid()}`,
  },
  turns: () => chatgptTurns,
  composer: chatgptComposer,
  frame: chatgptFrame,
  mark(isDark) {
    document.documentElement.classList.toggle('dark', isDark);
    document.documentElement.classList.toggle('light', !isDark);
  },
  documentTitle: (title) => title ?? 'ChatGPT',
  replacesComposer: 'after hydration',
});

function chatgptFrame({ opener, go }: FrameActions): Frame {
  const list = el('div', { class: 'p-column p-turns flex flex-col text-sm' });
  const dock = el('div', { class: 'p-column p-dock', id: 'thread-bottom' });
  const temporary = iconButton('ghost', 'Turn on temporary chat', {
    onclick: () => go(isOn() ? '/' : '/?temporary-chat=true'),
  });
  const isOn = () => location.search.includes('temporary-chat=true');
  const scroller = el(
    'div',
    { class: 'p-scroll', 'data-scroll-root': true },
    el(
      'header',
      { class: 'p-header', id: 'page-header' },
      opener,
      el(
        'button',
        {
          type: 'button',
          class: 'p-plain',
          'data-testid': 'model-switcher-dropdown-button',
          'aria-haspopup': 'menu',
        },
        'ChatGPT 5',
      ),
      el('div', { class: 'p-header-end', id: 'conversation-header-actions' }, temporary),
    ),
    el(
      'main',
      { id: 'main', class: 'p-grow' },
      el(
        'div',
        { id: 'thread', class: 'group/thread' },
        el('h1', { class: 'p-greeting' }, 'What is on your mind?'),
        list,
      ),
    ),
  );
  return {
    page: el('div', { class: 'p-main-pane' }, scroller, el('div', { class: 'p-foot' }, dock, practiceNote())),
    list,
    scroller,
    dock,
    relabel() {
      const label = isOn() ? 'Turn off temporary chat' : 'Turn on temporary chat';
      temporary.setAttribute('aria-label', label);
      temporary.title = label;
    },
  };
}
