import { type Addressing, Chat, type ChatView } from './chat';
import { disguise, type PracticeControls, readSwitches } from './controls';
import { el } from './dom';
import type { Conversation, Prompt, Turn } from './model';
import { Sidebar } from './sidebar';
import { Store } from './store';
import { followTheme } from './theme';
import { ThreadView, type TurnStyle } from './thread-view';

/** The composer of a site. A new one is made whenever another chat is opened. */
export interface Composer {
  node: HTMLElement;
  draft(): string;
  setAnswering(answering: boolean): void;
  focus(): void;
  destroy(): void;
}

export interface ComposerActions {
  /** The text to start with. */
  draft: string;
  send(prompt: Prompt): void;
  stop(): void;
}

/** The page around sidebar, thread and composer. */
export interface Frame {
  page: HTMLElement;
  list: HTMLElement;
  scroller: HTMLElement;
  /** Where the composer goes. */
  dock: HTMLElement;
  relabel(conversation: Conversation | undefined, temporary: boolean): void;
}

export interface FrameActions {
  opener: HTMLElement;
  go(path: string, temporary?: boolean): void;
}

export interface SiteDefinition {
  site: string;
  brand: string;
  addressing: Addressing;
  turns(isDisguised: boolean): TurnStyle;
  composer(actions: ComposerActions): Composer;
  frame(actions: FrameActions): Frame;
  mark(isDark: boolean): void;
  documentTitle(title: string | undefined): string;
  /** An entry of the sidebar below "New chat". */
  sidebarExtra?(actions: Pick<FrameActions, 'go'>): HTMLElement;
  /** The site makes its composer anew once the page has come alive, or once a chat has its first turn. */
  replacesComposer?: 'after hydration' | 'after the first prompt';
  /** An answer pauses for a tool. */
  usesTools?: true;
}

/** Brings a practice page to life: the frame at once, the thread a moment later, as after server rendering. */
export function runSite(site: SiteDefinition): void {
  const switches = readSwitches();
  const controls: PracticeControls = {
    site: site.site,
    received: [],
    attachments: [],
    finishStreaming: () => undefined,
  };
  window.practice = controls;
  followTheme(site.mark);

  const { addressing } = site;
  const store = new Store(addressing.newId, addressing.newTurnId);
  const go = (path: string, temporary?: boolean) => chat.go(path, temporary);
  const sidebar = new Sidebar({
    brand: site.brand,
    home: addressing.home,
    pathOf: addressing.of,
    go,
    extra: site.sidebarExtra?.({ go }),
  });
  const frame = site.frame({ opener: sidebar.opener, go });
  const hidesThread = switches.missing.includes('thread');
  const thread = new ThreadView(
    frame.list,
    frame.scroller,
    site.turns(hidesThread),
    { edit: (turn, text) => chat.edit(turn, text), regenerate: (turn) => chat.regenerate(turn) },
    hidesThread,
  );

  let composer: Composer | undefined;
  let isAnswering = false;
  const placeComposer = (draft = '') => {
    composer?.destroy();
    composer = site.composer({ draft, send, stop: () => chat.stop() });
    composer.setAnswering(isAnswering);
    if (switches.missing.includes('composer')) disguiseComposer(composer.node);
    frame.dock.replaceChildren(composer.node);
    composer.focus();
  };

  async function send(prompt: Prompt): Promise<void> {
    await hydrated;
    const isFirst = !chat.conversation;
    chat.send(prompt);
    if (isFirst && site.replacesComposer === 'after the first prompt') placeComposer(composer?.draft());
  }

  const view: ChatView = {
    open(conversation) {
      if (isHydrated) placeComposer();
      frame.page.classList.toggle('p-empty', !conversation);
      frame.page.classList.toggle('p-temporary', chat.temporary);
      thread.show(conversation?.turns ?? []);
      view.relabel(conversation);
    },
    rewind: (conversation) => thread.show(conversation.turns),
    add(turn) {
      frame.page.classList.remove('p-empty');
      thread.add(turn);
      if (turn.role === 'user') view.relabel(chat.conversation);
    },
    grow: (turn, piece) => thread.grow(turn, piece),
    ...(site.usesTools && { work: (turn: Turn) => thread.work(turn) }),
    settle: (turn) => thread.settle(turn),
    setAnswering(answering) {
      isAnswering = answering;
      composer?.setAnswering(answering);
    },
    relabel(conversation) {
      sidebar.draw(store.conversations, conversation);
      frame.relabel(conversation, chat.temporary);
      document.title = site.documentTitle(conversation?.title);
    },
  };

  const chat = new Chat(addressing, store, view, switches, controls);
  document.body.replaceChildren(el('div', { class: 'p-app' }, sidebar.node, frame.page));
  sidebar.draw(store.conversations, undefined);
  placeComposer();
  let isHydrated = false;
  const hydrated = new Promise<void>((resolve) => {
    setTimeout(() => {
      if (site.replacesComposer === 'after hydration') placeComposer(composer?.draft());
      chat.open();
      isHydrated = true;
      resolve();
    }, HYDRATION_MS);
  });
  if (switches.redrawsPerSecond > 0) setInterval(() => thread.redraw(), 1000 / switches.redrawsPerSecond);
}

/** The editor is stripped once, since it repairs its own content; the buttons whenever one is drawn anew. */
function disguiseComposer(node: HTMLElement): void {
  disguise(node);
  const stripButtons = () => {
    for (const button of node.querySelectorAll('button, gem-icon-button')) disguise(button);
  };
  new MutationObserver(stripButtons).observe(node, { childList: true, subtree: true });
}

const HYDRATION_MS = 80;
