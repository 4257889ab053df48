import './huggingface.css';
import { el } from './dom';
import { huggingfaceComposer } from './huggingface-composer';
import { huggingfaceTurns } from './huggingface-turns';
import { newHex, newUuid } from './model';
import { practiceNote } from './practice-note';
import { type Frame, type FrameActions, runSite } from './run-site';

runSite({
  site: 'huggingface',
  brand: 'HuggingChat',
  addressing: {
    home: '/chat/',
    of: (id) => `/chat/conversation/${id}`,
    idIn: (path) => /^\/chat\/conversation\/([^/]+)/.exec(path)?.[1],
    newId: () => newHex(24),
    newTurnId: newUuid,
    isTemporary: () => false,
    appears: 'with the prompt',
  },
  turns: () => huggingfaceTurns,
  composer: huggingfaceComposer,
  frame: huggingfaceFrame,
  mark: (isDark) => document.documentElement.classList.toggle('dark', isDark),
  documentTitle: (title) => title ?? 'HuggingChat',
  // The address of a conversation is another page of the site.
  replacesComposer: 'after the first prompt',
  usesTools: true,
});

function huggingfaceFrame({ opener }: FrameActions): Frame {
  const list = el('div', { class: 'flex h-max flex-col gap-8 p-column p-turns' });
  const dock = el('div', { class: 'w-full p-column p-dock' });
  const title = el('span', { class: 'truncate p-title' });
  const scroller = el(
    'div',
    { class: 'scrollbar-custom overflow-y-auto p-scroll' },
    el('header', { class: 'p-header' }, opener, title),
    el('div', { class: 'p-grow' }, el('div', { class: 'p-greeting' }, 'What is on your mind?'), list),
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
