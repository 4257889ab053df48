import './textarea.css';
import { el } from './dom';
import { newUuid } from './model';
import { practiceNote } from './practice-note';
import { type Frame, type FrameActions, runSite } from './run-site';
import { textareaComposer } from './textarea-composer';
import { textareaTurns } from './textarea-turns';

runSite({
  site: 'textarea',
  brand: 'Plain chat',
  addressing: {
    home: '/',
    of: (id) => `/chat/${id}`,
    idIn: (path) => /^\/chat\/(\d+)/.exec(path)?.[1],
    newId: (taken) => `${taken + 1}`,
    newTurnId: newUuid,
    isTemporary: () => false,
    appears: 'with the prompt',
  },
  turns: () => textareaTurns,
  composer: textareaComposer,
  frame: textareaFrame,
  mark(isDark) {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  },
  documentTitle: (title) => title ?? 'Plain chat',
});

function textareaFrame({ opener }: FrameActions): Frame {
  const list = el('div', { class: 'p-column p-turns', role: 'log', 'aria-label': 'Conversation' });
  const dock = el('div', { class: 'p-column p-dock' });
  const title = el('span', { class: 'p-title' });
  const scroller = el(
    'div',
    { class: 'p-scroll' },
    el('header', { class: 'p-header' }, opener, title),
    el('main', { class: 'p-grow' }, el('h1', { class: 'p-greeting' }, 'Say something'), list),
  );
  return {
    page: el('div', { class: 'p-main-pane' }, scroller, el('div', { class: 'p-foot' }, dock, practiceNote())),
    list,
    scroller,
    dock,
    relabel(conversation) {
      title.textContent = conversation?.title ?? '';
    },
  };
}
