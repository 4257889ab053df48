import './deepseek.css';
import { deepseekComposer } from './deepseek-composer';
import { deepseekTurns } from './deepseek-turns';
import { el } from './dom';
import { newUuid } from './model';
import { practiceNote } from './practice-note';
import { type Frame, type FrameActions, runSite } from './run-site';

runSite({
  site: 'deepseek',
  brand: 'DeepSeek',
  addressing: {
    home: '/',
    of: (id) => `/a/chat/s/${id}`,
    idIn: (path) => /^\/a\/chat\/s\/([^/]+)/.exec(path)?.[1],
    newId: newUuid,
    newTurnId: newUuid,
    isTemporary: () => false,
    appears: 'with the prompt',
  },
  turns: deepseekTurns,
  composer: deepseekComposer,
  frame: deepseekFrame,
  mark(isDark) {
    document.body.classList.toggle('dark', isDark);
    document.body.classList.toggle('light', !isDark);
  },
  documentTitle: (title) => (title ? `${title} - DeepSeek` : 'DeepSeek'),
  usesTools: true,
});

function deepseekFrame({ opener }: FrameActions): Frame {
  const list = el('div', { class: 'ds-virtual-list-visible-items' });
  const dock = el('div', { class: 'aaff8b8f p-column p-dock' });
  const title = el('div', { class: 'afa34042 p-title', tabindex: 0 });
  const scroller = el(
    'div',
    { class: '_765a5cd ds-scroll-area p-scroll' },
    el('div', { class: 'f8d1e4c0 the-header p-header' }, opener, title),
    el(
      'div',
      { class: 'p-grow' },
      el('div', { class: 'p-greeting' }, el('div', {}, 'What shall we look into?'), models()),
      el(
        'div',
        { class: 'ds-virtual-list ds-virtual-list--printable _2bd7b35 p-column p-turns', tabindex: 0 },
        el('div', { class: 'ds-virtual-list-items _6f2c522' }, list),
      ),
    ),
  );
  return {
    page: el(
      'div',
      { class: 'p-main-pane' },
      scroller,
      el('div', { class: '_871cbca p-foot' }, dock, practiceNote()),
    ),
    list,
    scroller,
    dock,
    relabel(conversation) {
      title.textContent = conversation?.title ?? '';
    },
  };
}

/** Which model answers is chosen before the first prompt. */
function models(): HTMLElement {
  const kinds = { default: 'Instant', expert: 'Expert' };
  return el(
    'div',
    { role: 'radiogroup', class: 'p-models' },
    ...Object.entries(kinds).map(([kind, name]) =>
      el('div', { role: 'radio', 'data-model-type': kind, 'aria-checked': `${kind === 'default'}` }, name),
    ),
  );
}
