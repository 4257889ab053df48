import { el, iconButton } from './dom';
import type { Conversation } from './model';

interface SidebarOptions {
  brand: string;
  home: string;
  pathOf(id: string): string;
  go(path: string): void;
  extra?: HTMLElement | undefined;
}

/** The list of chats: links with titles that read like prompts, and a search box that is no composer. */
export class Sidebar {
  readonly node: HTMLElement;
  /** Opens the sidebar on narrow screens. */
  readonly opener = iconButton('menu', 'Open sidebar', {
    class: 'p-icon p-opener',
    onclick: () => this.#toggle(),
  });
  readonly #links = el('nav', { class: 'p-history', 'aria-label': 'Chat history' });

  readonly #options: SidebarOptions;

  constructor(options: SidebarOptions) {
    this.#options = options;
    const search = el('input', { type: 'search', class: 'p-search', placeholder: 'Search chats' });
    search.addEventListener('input', () => this.#filter(search.value));
    this.node = el(
      'aside',
      { class: 'p-side' },
      el('div', { class: 'p-brand' }, options.brand),
      this.#link('New chat', options.home, 'p-new'),
      options.extra,
      search,
      el('div', { class: 'p-history-title' }, 'Recent'),
      this.#links,
    );
  }

  draw(conversations: readonly Conversation[], current: Conversation | undefined): void {
    this.#links.replaceChildren(
      ...conversations.map(({ id, title }) =>
        this.#link(title, this.#options.pathOf(id), id === current?.id ? 'p-link p-current' : 'p-link'),
      ),
    );
  }

  #link(text: string, href: string, className: string): HTMLElement {
    return el(
      'a',
      {
        href,
        class: className,
        title: text,
        onclick: (event) => {
          event.preventDefault();
          this.node.classList.remove('p-open');
          this.#options.go(href);
        },
      },
      text,
    );
  }

  #toggle(): void {
    this.node.classList.toggle('p-open');
  }

  #filter(words: string): void {
    for (const link of this.#links.querySelectorAll('a')) {
      link.hidden = !link.textContent?.toLowerCase().includes(words.toLowerCase());
    }
  }
}
