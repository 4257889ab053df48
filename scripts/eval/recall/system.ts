import type { Signals } from '@/memory/recall/signals';
import type { MemoryKind } from '@/memory/types';

/** One thing that was said and is to be found again. */
export interface Item {
  id: string;
  text: string;
  kind: MemoryKind;
  /** Epoch milliseconds. */
  at: number;
  importance?: number | undefined;
  pinned?: boolean | undefined;
  space?: string | undefined;
  /** The conversation it was said in; items of one follow each other. */
  session?: string | undefined;
}

export interface Draft {
  text: string;
  /** The turns before it, the oldest first. */
  context?: { role: 'user' | 'assistant'; text: string }[] | undefined;
  site?: string | undefined;
}

/** A memory full of items. */
export interface Searcher {
  /** Ids, best first. */
  rank(query: string, count: number): Promise<string[]>;
  /** Ids of what would be put into a prompt; `tokens` is the setting's default unless told. */
  inject?(draft: Draft, tokens?: number): Promise<string[]>;
  /** What spoke for each item that was looked at. */
  signals?(draft: Draft): Promise<{ id: string; signals: Signals }[]>;
  store?(items: readonly Item[]): Promise<void>;
  close(): Promise<void>;
}

/** What is compared: ours, and what others do. */
export interface System {
  name: string;
  /** A memory with these items in it, as of `now`. */
  open(items: readonly Item[], now: number): Promise<Searcher>;
}
