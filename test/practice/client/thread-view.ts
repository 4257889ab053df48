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
  /** Puts a turn into the list; by default at its end. */
  place?(list: HTMLElement, node: HTMLElement, turn: Turn): void;
  /** Follows every change of which turns there are. */
  arrange?(list: HTMLElement): void;
}

/** The turns on the page. Nothing in it survives `redraw`, as on sites that render from a model. */
export class ThreadView {
  #turns: Turn[] = [];
  #last: { turn: Turn; nodes: AnswerNodes; writer: MarkdownWriter } | undefined;

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
  }

  show(turns: readonly Turn[]): void {
    this.#turns = [...turns];
    this.redraw();
    this.#scrollDown();
  }

  redraw(): void {
    this.#last = undefined;
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
    const isNearEnd =
      this.#scroller.scrollHeight - this.#scroller.scrollTop - this.#scroller.clientHeight < 160;
    this.#last.nodes.mark('streaming');
    this.#last.writer.append(piece);
    this.#arrange();
    if (isNearEnd) this.#scrollDown();
  }

  settle(turn: Turn): void {
    if (this.#last?.turn !== turn) return;
    this.#last.nodes.mark('done');
    this.#arrange();
  }

  #draw(turn: Turn, index: number): void {
    if (turn.role === 'user') {
      this.#place(this.#style.user(turn, index, this.#actions), turn);
      return;
    }
    const nodes = this.#style.answer(turn, index, this.#actions);
    const writer = new MarkdownWriter(nodes.prose, this.#style.blocks);
    this.#last = { turn, nodes, writer };
    nodes.mark(answerState(turn));
    writer.append(textOnPage(turn));
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

  #scrollDown(): void {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
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
