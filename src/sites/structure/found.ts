import type { Role } from '@/memory/types';

/** Parts of a chat that a finder may be unsure of, and the user can point at. */
export type PartName = 'composer' | 'send' | 'user turn' | 'answer' | 'end of answer';

export interface FoundPart<Found> {
  found: Found;
  /** 0 to 1. */
  score: number;
  /** In the terms of the page's code; no words of the user. */
  reasons: readonly string[];
}

export interface FoundTurn {
  element: Element;
  role: Role;
}

/** What was made out on a page without knowing the site. */
export interface FoundChat {
  document: Document;
  url: URL;
  composer: FoundPart<HTMLElement>;
  /** The box around the composer, with its buttons. */
  box: HTMLElement;
  send: FoundPart<HTMLElement> | undefined;
  /** Oldest first; the score is that of the roles. */
  turns: FoundPart<readonly FoundTurn[]>;
  /** CSS of what an answer shows while it is written, or from its end on. */
  end: FoundPart<{ streaming?: string; complete?: string }> | undefined;
  /** What the user should be asked to point at, the most needed first. */
  unsure: readonly PartName[];
}

/** From here on a part needs no pointing at. */
export const sure = 0.7;

export function unsureOf({ composer, send, turns, end }: Omit<FoundChat, 'unsure'>): PartName[] {
  const parts: [PartName, number][] = [
    ['user turn', turns.score],
    ['composer', composer.score],
    ['send', send?.score ?? 0],
    ['end of answer', end?.score ?? 0],
  ];
  return parts.filter(([, score]) => score < sure).map(([name]) => name);
}
