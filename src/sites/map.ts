import type { SiteId } from '@/memory/types';
import type { Selector, Selectors } from '@/sites/selectors';

/** All that is particular to one chat site, as data; `siteFrom` makes a `Site` of it. */
export interface SiteMap {
  /** The name of the site's file. */
  id: SiteId;
  name: string;
  /** Match patterns; none where everybody runs it at an address of their own. */
  matches: readonly string[];
  /** The evidence for its selectors is thin: off until the user switches it on, and said so where it is listed. */
  experimental?: true;
  /**
   * Paths that belong to a chat; any other path does not. A group named `id` holds the conversation's id, where
   * the address has one.
   */
  chats: readonly RegExp[];
  /** Where else an id may stand: tried on the query together with the fragment. */
  idBesidePath?: RegExp;
  temporary: TemporaryMap;
  /** Layouts that the site serves side by side, newest first; the first one with a turn in it reads the page. */
  layouts: readonly TurnLayout[];
  composer: Selectors;
  /** A last guess at the composer, taken only where a single element fits it. */
  loneComposer?: Selector;
  /** Around the composer. */
  composerBox: Selectors;
  send: readonly SendSelector[];
  /** Shown, it says that an answer is being written; it is never taken for the send button. */
  stop: Selectors;
  /** Other marks, anywhere on the page, of an answer being written. */
  busy?: Selectors;
  /** The name of the model that answers, where the page shows it. */
  model?: readonly NameMap[];
  pasteLimit?: number;
  sendsWithModifier?: true;
  needsModifier?: true;
  keyMayBreakLine?: true;
  /** A chat may have its id before anything is said in it. */
  mayBeEmpty?: true;
}

export interface SendSelector extends Selector {
  /** Where send and stop are one button: on the page while that button stops. */
  unless?: string;
}

/** Any one sign is enough. */
export interface TemporaryMap {
  query?: RegExp;
  /** Tried on the address's fragment, which begins with `#`. */
  fragment?: RegExp;
  signs?: readonly TemporarySign[];
  /** Session storage of a tab that is in such a chat. */
  storageKey?: string;
  /** Where the address does not tell: parts of the page without which the signs could not be there either. */
  legible?: Selectors;
}

export interface TemporarySign extends Selector {
  /** For an element that shows in ordinary chats too, with other words in it. */
  text?: RegExp;
}

export interface TurnLayout {
  user: TurnMap;
  assistant: TurnMap;
}

export interface TurnMap {
  /** One element a turn. */
  turn: Selector;
  ids?: readonly AttributeMap[];
  position?: AttributeMap;
  /** Parts of the turn that hold its words, joined in order. Without it the whole turn is read. */
  text?: readonly TextMap[];
  /** Inside the turn and not its words: reasoning, sources, controls. */
  skip?: Selectors;
  /** Each element names one attached file. */
  attachments?: readonly NameMap[];
  /** On or in the turn as long as it is being written. */
  streaming?: Selector;
  /** On or in the turn from the moment it is complete. */
  complete?: Selector;
}

export interface TextMap extends Selector {
  /** What stands between two parts; a blank line if nothing else is said. */
  between?: string;
}

/** A name that the page shows: the element's words, or one of its attributes. */
export interface NameMap extends Selector {
  attribute?: string;
}

export interface AttributeMap extends Selector {
  attribute: string;
  /** Where the carrier is, seen from the turn. */
  where: 'itself' | 'inside' | 'around';
  /** The attribute counts only where this matches; its first group is the value, or else all of the match. */
  value: RegExp;
}
