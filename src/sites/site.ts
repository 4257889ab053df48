import type { Role, SiteId } from '@/memory/types';
import type { SiteHealth } from '@/sites/findings';
import type { SiteMap } from '@/sites/map';
import type { Month } from '@/sites/selectors';

/** One turn as the page shows it now. `text()` is read late: a long thread is looked over far more often than read. */
export interface SiteTurn {
  /** The site's own message id; absent where the site shows none. */
  id?: string | undefined;
  role: Role;
  /** Place in the thread, only where it holds in a virtualised list too. */
  position?: number | undefined;
  /** Still being written, by the site's own mark. */
  streaming: boolean;
  element: Element;
  text(): string;
  /** Names of the files that came with it. */
  attachments(): string[];
}

/** What a chat site's page looks like. Behaviour is written once against this; a site file holds selectors only. */
export interface Site {
  /** The data that it was made of. */
  map?: SiteMap | undefined;
  id: SiteId;
  name: string;
  matches: readonly string[];
  /** Off until the user switches it on. */
  experimental?: true | undefined;
  /** The last month in which somebody saw it work. */
  seen: Month;
  /** Undefined: this address is a chat that has no id yet. */
  conversationId(url: URL): string | undefined;
  /** The address belongs to a chat, not to settings or a library of the same site. */
  isChat(url: URL): boolean;
  /** The site's own incognito mode; undefined when the page does not tell, which is treated like true. */
  isTemporary(root: Document, url: URL): boolean | undefined;
  /** Reads, never changes the page. Oldest first. */
  turns(root: ParentNode): SiteTurn[];
  isAnswering(root: ParentNode): boolean;
  /** The model's name as the page shows it. */
  model(root: ParentNode): string | undefined;
  /** The editor of the next prompt; never an edit box of an old turn, a search field or a decoy. */
  composer(root: ParentNode): HTMLElement | undefined;
  sendButton(root: ParentNode): HTMLElement | undefined;
  /** The box that the composer sits in; the offer is aligned with it from outside. */
  composerBox(root: ParentNode): HTMLElement | undefined;
  /** How well the site's map fits the page. */
  health(root: ParentNode, url: URL): SiteHealth;
  /** Most characters one paste may have before the site makes an attachment of it. */
  pasteLimit?: number | undefined;
  /** Ctrl+Enter and Cmd+Enter send too; elsewhere they may be a line break. */
  sendsWithModifier?: true | undefined;
  /** Enter alone makes a line and is never taken for a send. */
  needsModifier?: true | undefined;
  /** Nobody knows whether Enter sends here or breaks the line: a held Enter is given back as a key and no click. */
  keyMayBreakLine?: true | undefined;
}
