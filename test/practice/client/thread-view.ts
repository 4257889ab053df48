import { disguise } from './controls';
import { el } from './dom';
import { type BlockStyle, MarkdownWriter } from './markdown';
import { type AnswerState, answerState, type Turn, textOnPage } from './model';

/** What the reader of a turn can ask for. */
export interface TurnActions {
  edit(turn: Turn, text: string): void;
  regenerate(turn: Turn): void;
}

export interface AnswerNodes {
  node: HTMLElement;
  /** Where the Markdown goes. */
  prose: HTMLElement;
  mark(state: AnswerState): void;
}

/** How one site draws its turns. */
export interface TurnStyle {
  blocks: BlockStyle;
  user(turn: Turn, index: number, actions: TurnActions): HTMLElement;
  answer(turn: Turn, index: number, actions: TurnActions): AnswerNodes;
  /** The list is about to be filled anew. */
  clear?(): void;
  /** Puts a turn into the list; by default at its end. */
  place?(list: HTMLElement, node: HTMLElement, turn: Turn): void;
  /** Follows every change of which turns there are. */
  arrange?(list: HTMLElement): void;
}

/** The turns on the page. Nothing in it survives `redraw`, as on sites that render from a model. */
export class ThreadView {
  #turns: Turn[] = [];
  #last: { turn: Turn; nodes: AnswerNodes; writer: MarkdownWriter; state: AnswerState } | undefined;
  #isAtEnd = true;

  readonly #list: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #style: TurnStyle;
  readonly #actions: TurnActions;
  readonly #isDisguised: boolean;

  constructor(
    list: HTMLElement,
    scroller: HTMLElement,
    style: TurnStyle,
    actions: TurnActions,
    isDisguised: boolean,
  ) {
    this.#list = list;
    this.#scroller = scroller;
    this.#style = style;
    this.#actions = actions;
    this.#isDisguised = isDisguised;
    scroller.addEventListener('wheel', () => {
      this.#isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 160;
    });
  }

  show(turns: readonly Turn[]): void {
    this.#turns = [...turns];
    this.redraw();
    this.#scrollDown();
  }

  redraw(): void {
    this.#last = undefined;
    this.#style.clear?.();
    this.#list.replaceChildren();
    this.#turns.forEach((turn, index) => {
      this.#draw(turn, index);
    });
    this.#arrange();
  }

  add(turn: Turn): void {
    this.#turns.push(turn);
    this.#draw(turn, this.#turns.length - 1);
    this.#arrange();
    this.#scrollDown();
  }

  grow(turn: Turn, piece: string): void {
    if (this.#last?.turn !== turn) return;
    this.#mark('streaming');
    this.#last.writer.append(piece);
    this.#arrange();
    if (this.#isAtEnd) this.#scrollDown();
  }

  work(turn: Turn): void {
    if (this.#last?.turn !== turn) return;
    this.#mark('working');
    this.#arrange();
  }

  settle(turn: Turn): void {
    if (this.#last?.turn !== turn) return;
    this.#mark('done');
    this.#arrange();
  }

  #mark(state: AnswerState): void {
    if (!this.#last || this.#last.state === state) return;
    this.#last.state = state;
    this.#last.nodes.mark(state);
  }

  #draw(turn: Turn, index: number): void {
    if (turn.role === 'user') {
      this.#place(this.#style.user(turn, index, this.#actions), turn);
      return;
    }
    const nodes = this.#style.answer(turn, index, this.#actions);
    const writer = new MarkdownWriter(nodes.prose, this.#style.blocks);
    const state = answerState(turn);
    this.#last = { turn, nodes, writer, state };
    writer.append(textOnPage(turn));
    nodes.mark(state);
    this.#place(nodes.node, turn);
  }

  #place(node: HTMLElement, turn: Turn): void {
    if (this.#style.place) this.#style.place(this.#list, node, turn);
    else this.#list.append(node);
  }

  #arrange(): void {
    this.#style.arrange?.(this.#list);
    if (this.#isDisguised) disguise(this.#list);
  }

  /** Once a frame, and without measuring: an answer of a million characters is laid out often enough. */
  #scrollDown(): void {
    this.#isAtEnd = true;
    requestAnimationFrame(() => {
      if (this.#isAtEnd) this.#scroller.scrollTop = Number.MAX_SAFE_INTEGER;
    });
  }
}

/** The name of the speaker, for screen readers. Each site has its own class for such labels. */
export function spokenLabel(tag: string, className: string, text: string): HTMLElement {
  return el(tag, { class: `p-sr ${className}` }, text);
}

/** What was sent along with a prompt: pictures, and names of files. */
export function sentAlong(turn: Turn, attributes: Record<string, string> = {}): HTMLElement | undefined {
  if (turn.images.length + turn.files.length === 0) return undefined;
  return el(
    'div',
    { class: 'p-sent', ...attributes },
    ...turn.images.map((src) => el('img', { class: 'p-sent-image', src, alt: 'Uploaded image' })),
    ...turn.files.map((name) => el('span', { class: 'p-chip' }, name)),
  );
}
