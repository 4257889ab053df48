import './grok.css';
import { el, iconButton } from './dom';
import { grokComposer } from './grok-composer';
import { grokTurns } from './grok-turns';
import { newUuid } from './model';
import { practiceNote } from './practice-note';
import { type Frame, type FrameActions, runSite } from './run-site';

runSite({
  site: 'grok',
  brand: 'Grok',
  addressing: {
    home: '/',
    of: (id) => `/c/${id}`,
    idIn: (path) => /^\/c\/([^/]+)/.exec(path)?.[1],
    newId: newUuid,
    newTurnId: newUuid,
    isTemporary: (url) => url.hash === PRIVATE,
    appears: 'with the answer',
  },
  turns: grokTurns,
  composer: grokComposer,
  frame: grokFrame,
  mark(isDark) {
    document.documentElement.classList.toggle('dark', isDark);
    document.documentElement.classList.toggle('light', !isDark);
  },
  documentTitle: (title) => (title ? `${title} - Grok` : 'Grok'),
  usesTools: true,
});

const PRIVATE = '#private';

function grokFrame({ opener, go }: FrameActions): Frame {
  const list = el('div', {});
  const dock = el('div', { class: 'p-column p-dock' });
  const corner = el('div', { class: 'p-header-end' });
  const scroller = el(
    'div',
    { class: 'p-scroll' },
    el('header', { class: 'p-header' }, opener, corner),
    el(
      'main',
      { class: 'p-grow' },
      el('h1', { class: 'p-greeting' }, 'What do you want to know?'),
      el('div', { class: 'p-column p-turns', id: 'last-reply-container' }, list),
    ),
  );
  return {
    page: el(
      'div',
      { class: 'p-main-pane' },
      scroller,
      el('div', { class: 'p-foot' }, dock, sizeHelper(), practiceNote()),
    ),
    list,
    scroller,
    dock,
    relabel(conversation, temporary) {
      const [path, label] = temporary
        ? ['/', 'Switch to Default Chat']
        : [`/c${PRIVATE}`, 'Switch to Private Chat'];
      const toggle = el('a', { href: path, class: 'p-quiet', 'aria-label': label }, 'Private');
      toggle.addEventListener('click', (event) => {
        event.preventDefault();
        go(path);
      });
      corner.replaceChildren(toggle, conversation ? iconButton('copy', 'Create share link') : '');
    },
  };
}

/** By which the site measures text: a text field that is no composer. */
function sizeHelper(): HTMLElement {
  return el('textarea', { 'aria-hidden': 'true', tabindex: -1, class: 'p-size-helper' });
}
