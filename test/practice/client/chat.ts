import { respond, respondAtLength } from '../responder';
import type { PracticeControls, Switches } from './controls';
import { type Conversation, type Prompt, type Turn, textOnPage } from './model';
import type { Store } from './store';
import { type Stream, streamAnswer } from './streaming';

/** How a site addresses its chats. */
export interface Addressing {
  home: string;
  of(id: string): string;
  idIn(path: string): string | undefined;
  newId(taken: number, title: string): string;
  newTurnId(): string;
  isTemporary(url: URL): boolean;
  /** When the address of a new chat appears: with the prompt, or when the answer begins. */
  appears: 'with the prompt' | 'with the answer';
  /** An address of the first moment only, before the real one. */
  provisional?(): string;
  /** Whether a saved edit keeps the id of the turn it replaces. */
  editKeepsId?: boolean;
}

/** What the page must do when the chat changes. */
export interface ChatView {
  /** Another page of the site: a conversation, or an empty new chat. */
  open(conversation: Conversation | undefined): void;
  /** The past of the open conversation changed. */
  rewind(conversation: Conversation): void;
  add(turn: Turn): void;
  grow(turn: Turn, piece: string): void;
  /** The answer pauses for a tool; absent where the site uses none. */
  work?(turn: Turn): void;
  settle(turn: Turn): void;
  setAnswering(answering: boolean): void;
  /** The address or the title changed. */
  relabel(conversation: Conversation | undefined): void;
}

/** The chat as the site's own program sees it: the open conversation, the pretend server, the address. */
export class Chat {
  conversation: Conversation | undefined;
  temporary = false;
  #stream: Stream | undefined;

  readonly #addressing: Addressing;
  readonly #store: Store;
  readonly #view: ChatView;
  readonly #switches: Switches;
  readonly #controls: PracticeControls;

  constructor(
    addressing: Addressing,
    store: Store,
    view: ChatView,
    switches: Switches,
    controls: PracticeControls,
  ) {
    this.#addressing = addressing;
    this.#store = store;
    this.#view = view;
    this.#switches = switches;
    this.#controls = controls;
    controls.finishStreaming = () => this.#stream?.finish();
    addEventListener('popstate', () => this.open());
  }

  /** Shows what the address names. */
  open(temporary = this.#addressing.isTemporary(new URL(location.href))): void {
    this.#stream?.abandon();
    this.#stream = undefined;
    for (const turn of this.conversation?.turns ?? []) delete turn.shown;
    const id = this.#addressing.idIn(location.pathname);
    this.conversation = id && !temporary ? this.#store.find(id) : undefined;
    this.temporary = temporary;
    if (id && !this.conversation) history.replaceState(null, '', this.#addressing.home);
    this.#view.setAnswering(false);
    this.#view.open(this.conversation);
  }

  go(path: string, temporary?: boolean): void {
    history.pushState(null, '', path);
    this.open(temporary);
  }

  send(prompt: Prompt): void {
    this.#receive(prompt);
    const isFirst = !this.conversation;
    this.conversation ??= this.#start(prompt);
    const images = prompt.attachments.flatMap((file) => (file.kind === 'image' ? [file.url] : []));
    const files = prompt.attachments.flatMap((file) => (file.kind === 'text' ? [file.name] : []));
    this.#append({ id: this.#addressing.newTurnId(), role: 'user', text: prompt.text, images, files });
    this.#answer(isFirst);
  }

  /** Replaces a user turn; everything after it is dropped and answered anew. */
  edit(turn: Turn, text: string): void {
    const conversation = this.#rewindTo(turn);
    this.#receive({ text, attachments: [] });
    const id = this.#addressing.editKeepsId ? turn.id : this.#addressing.newTurnId();
    conversation.turns.push({ ...turn, id, text });
    this.#view.rewind(conversation);
    this.#answer(false);
  }

  /** A new answer in place of the last one. */
  regenerate(turn: Turn): void {
    const conversation = this.#rewindTo(turn);
    this.#view.rewind(conversation);
    this.#answer(false);
  }

  stop(): void {
    this.#stream?.stop();
  }

  #receive({ text, attachments }: Prompt): void {
    this.#controls.received.push(text);
    this.#controls.attachments.push(attachments);
  }

  #start(prompt: Prompt): Conversation {
    const title = prompt.text.trim().split('\n')[0]?.slice(0, 48) || 'New image';
    const conversation: Conversation = {
      id: this.#addressing.newId(this.#store.conversations.length, title),
      title,
      temporary: this.temporary,
      turns: [],
    };
    if (!this.temporary) this.#store.add(conversation);
    return conversation;
  }

  #append(turn: Turn): void {
    this.conversation?.turns.push(turn);
    this.#store.save();
    this.#view.add(turn);
  }

  #rewindTo(turn: Turn): Conversation {
    this.#stream?.abandon();
    const conversation = this.conversation;
    if (!conversation?.turns.includes(turn)) throw new Error('The turn is not in the open conversation.');
    conversation.turns.length = conversation.turns.indexOf(turn);
    return conversation;
  }

  #answer(isFirst: boolean): void {
    const conversation = this.conversation;
    const question = conversation?.turns.at(-1);
    if (!conversation || !question) return;
    const address = isFirst && !conversation.temporary ? this.#announce(conversation) : undefined;
    const { answerSize, speed } = this.#switches;
    const text = answerSize
      ? respondAtLength(answerSize)
      : respond(question.text, conversation.turns.slice(0, -1));
    const turn: Turn = {
      id: this.#addressing.newTurnId(),
      role: 'assistant',
      text,
      images: [],
      files: [],
      shown: '',
    };
    this.#view.setAnswering(true);
    this.#stream = streamAnswer({
      text,
      speed,
      onTool: this.#view.work && (() => this.#view.work?.(turn)),
      onMount: () => this.#append(turn),
      onPiece: (piece) => {
        turn.shown = textOnPage(turn) + piece;
        this.#view.grow(turn, piece);
        address?.('began');
      },
      onEnd: () => {
        this.#stream = undefined;
        turn.text = textOnPage(turn);
        delete turn.shown;
        this.#store.save();
        this.#view.settle(turn);
        this.#view.setAnswering(false);
        address?.('ended');
      },
    });
  }

  /** Gives a new chat its address, at the site's own pace; returns what to call as the answer goes on. */
  #announce(conversation: Conversation): (moment: 'began' | 'ended') => void {
    const { of, provisional, appears } = this.#addressing;
    let isFinal = false;
    const settle = (write: 'pushState' | 'replaceState') => {
      if (isFinal || this.conversation !== conversation) return;
      isFinal = true;
      history[write](null, '', of(conversation.id));
      this.#view.relabel(conversation);
    };
    if (provisional) {
      history.pushState(null, '', provisional());
      this.#view.relabel(conversation);
      setTimeout(() => settle('replaceState'), 300);
      return (moment) => moment === 'ended' && settle('replaceState');
    }
    if (appears === 'with the prompt') settle('pushState');
    return () => settle('pushState');
  }
}
