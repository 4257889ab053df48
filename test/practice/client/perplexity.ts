import './perplexity.css';
import { el, iconButton } from './dom';
import { newToken } from './model';
import { perplexityComposer } from './perplexity-composer';
import { perplexityTurns } from './perplexity-turns';
import { practiceNote } from './practice-note';
import { type Frame, type FrameActions, runSite } from './run-site';

runSite({
  site: 'perplexity',
  brand: 'Perplexity',
  addressing: {
    home: '/',
    of: (id) => `/search/${id}`,
    idIn: (path) => /^\/search\/([^/]+-[\w-]{22})$/.exec(path)?.[1],
    newId: (_, title) => `${slug(title)}-${newToken(22)}`,
    newTurnId: () => newToken(22),
    // Its incognito mode shows nowhere.
    isTemporary: () => false,
    appears: 'with the prompt',
    provisional: () => '/search/new',
  },
  turns: perplexityTurns,
  composer: perplexityComposer,
  frame: perplexityFrame,
  mark(isDark) {
    document.documentElement.dataset.colorScheme = isDark ? 'dark' : 'light';
  },
  documentTitle: (title) => title ?? 'Perplexity',
  replacesComposer: 'after the first prompt',
  usesTools: true,
});

/** The first words of the question, as the address has them. */
function slug(title: string): string {
  return (title.toLowerCase().match(/[a-z0-9]+/g) ?? ['image']).slice(0, 6).join('-');
}

function perplexityFrame({ opener }: FrameActions): Frame {
  const list = el('div', {});
  const dock = el('div', { class: 'p-column p-dock' });
  const title = el('span', { class: 'p-title' });
  const scroller = el(
    'div',
    { class: 'p-scroll scrollable-container' },
    el(
      'header',
      { class: 'p-header' },
      opener,
      title,
      el('div', { class: 'p-header-end' }, iconButton('copy', 'Share')),
    ),
    el(
      'main',
      { class: 'p-grow' },
      el('h1', { class: 'p-greeting' }, 'What would you like to know?'),
      el('div', { class: 'p-column p-turns max-w-threadContentWidth' }, list),
    ),
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
