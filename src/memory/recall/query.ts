import { contentWords } from '@/lib/content-words';
import type { Domain } from '@/memory/domains';
import { needsOf } from '@/memory/needs';

/** A draft as recall sees it: its words, and the domains of memory that bear on what it asks for. */
export interface RecallQuery {
  text: string;
  words: ReadonlySet<string>;
  /** Domain to weight, 0 to 1. */
  needs: ReadonlyMap<Domain, number>;
}

export function queryOf(draft: string): RecallQuery {
  const text = draft.trim();
  return { text, words: contentWords(text), needs: needsOf(text) };
}
