import { squashSpace } from '@/lib/squash-space';
import type { Recall } from '@/memory/recall/types';

/** What the engine recalled, and the draft it was recalled for. */
export interface ReadyRecall {
  draft: string;
  recall: Recall;
}

/** A recall that saw less of the draft than this may be about something else. */
const seenShare = 0.6;
const mostDraft = 50_000;
const draftHead = 6_000;
const draftTail = 2_000;

/** Whether what was recalled for one draft is still right for the draft as it is now. */
export function serves(recalledDraft: string, draft: string): boolean {
  const recalled = squashSpace(recalledDraft);
  const current = squashSpace(draft);
  return recalled !== '' && current.startsWith(recalled) && recalled.length >= seenShare * current.length;
}

/** Two words, or three letters of a script that sets no spaces between words. */
export function isWorthRecalling(draft: string): boolean {
  const trimmed = draft.trim();
  if (trimmed.length < 3 || draft.length > mostDraft) return false;
  const words = trimmed.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length >= 2 || unspaced.test(trimmed);
}

const unspaced = /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}].*){3}/su;

/** The part of a draft that recall is asked with: in a long one what is wanted stands at the start or the end. */
export function recallable(draft: string): string {
  if (draft.length <= draftHead + draftTail) return draft;
  return `${draft.slice(0, draftHead)}\n${draft.slice(-draftTail)}`;
}

export function holdsBlock(draft: string, { block }: Recall): boolean {
  return block !== '' && squashSpace(draft).includes(squashSpace(block));
}

export function isEmptyRecall({ memories, block }: Recall): boolean {
  return memories.length === 0 || block === '';
}
