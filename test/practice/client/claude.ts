import './claude.css';
import { claudeComposer } from './claude-composer';
import { claudeTurns } from './claude-turns';
import { el, iconButton } from './dom';
import { newUuid } from './model';
import { practiceNote } from './practice-note';
import { type Frame, type FrameActions, runSite } from './run-site';

runSite({
  site: 'claude',
  brand: 'Claude',
  addressing: {
    home: '/new',
    of: (id) => `/chat/${id}`,
    idIn: (path) => /^\/chat\/([^/]+)/.exec(path)?.[1],
    newId: newUuid,
    newTurnId: newUuid,
    isTemporary: (url) => url.searchParams.has('incognito'),
    appears: 'with the prompt',
    editKeepsId: true,
  },
  turns: () => claudeTurns,
  composer: claudeComposer,
  frame: claudeFrame,
  mark(isDark) {
    document.documentElement.dataset.theme = 'claude';
    document.documentElement.dataset.mode = isDark ? 'dark' : 'light';
  },
  documentTitle: (title) => (title ? `${title} - Claude` : 'Claude'),
  replacesComposer: 'after the first prompt',
});

function claudeFrame({ opener, go }: FrameActions): Frame {
  const list = el('div', { class: 'p-column p-turns', 'data-testid': 'transcript-list' });
  const dock = el('div', { class: 'p-column p-dock' });
  const title = el('div', { class: 'p-header-title' });
  const header = el(
    'header',
    { class: 'p-header z-header' },
    opener,
    title,
    el(
      'div',
      { class: 'p-header-end' },
      iconButton('ghost', 'Use incognito', { onclick: () => go(isOn() ? '/new' : '/new?incognito') }),
    ),
  );
  const isOn = () => new URL(location.href).searchParams.has('incognito');
  const scroller = el(
    'div',
    { class: 'p-scroll', 'data-autoscroll-container': 'true' },
    header,
    el('main', { class: 'p-grow' }, el('h1', { class: 'p-greeting' }, 'Good to see you'), list),
  );
  const page = el(
    'div',
    { class: 'p-main-pane' },
    scroller,
    el('div', { class: 'p-foot' }, dock, serverTwin(), practiceNote()),
  );
  return {
    page,
    list,
    scroller,
    dock,
    relabel(conversation, temporary) {
      page.classList.toggle('incognito-frame', temporary);
      if (temporary && conversation) sessionStorage.setItem(INCOGNITO_KEY, conversation.id);
      if (!temporary) sessionStorage.removeItem(INCOGNITO_KEY);
      title.replaceChildren(
        temporary
          ? el('div', { class: 'p-incognito text-sm select-none' }, 'Incognito chat')
          : el(
              'button',
              { type: 'button', class: 'p-title', 'data-testid': 'chat-title-button' },
              conversation?.title,
            ),
      );
    },
  };
}

const INCOGNITO_KEY = 'incognito_temporary_conversation_uuid';

/** What server rendering left behind: a second composer that nobody can reach. */
function serverTwin(): HTMLElement {
  const field = el('textarea', { 'data-testid': 'chat-input-ssr', placeholder: 'How can I help you today?' });
  return el('fieldset', { inert: true, class: 'p-twin' }, el('div', { 'data-cds': 'ChatComposer' }, field));
}
