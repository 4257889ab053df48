import { type FoundComposer, findComposers } from '@/sites/structure/composer';
import { findEnd } from '@/sites/structure/end';
import { type FoundChat, unsureOf } from '@/sites/structure/found';
import { isBefore } from '@/sites/structure/page-parts';
import { type FoundTurns, findTurns } from '@/sites/structure/turns';

/**
 * The chat on a page of an unknown site, by structure alone: a composer, and above it turns that alternate.
 * Undefined where there is none, or where it could be one of two. Reads, never changes the page.
 */
export function findChat(document: Document, url: URL): FoundChat | undefined {
  for (const composer of findComposers(document)) {
    const turns = findTurns(document, composer.found, composer.box);
    if (turns && isBelow(composer, turns)) return chatOf(document, url, composer, turns);
  }
  return undefined;
}

function isBelow({ found }: FoundComposer, turns: FoundTurns): boolean {
  return turns.found.every(({ element }) => isBefore(element, found) && !element.contains(found));
}

export function chatOf(document: Document, url: URL, at: FoundComposer, turns: FoundTurns): FoundChat {
  const { found, box, send } = at;
  const composer = {
    found,
    score: Math.min(1, at.score + (isBelow(at, turns) ? 0.3 : 0)),
    reasons: isBelow(at, turns) ? [...at.reasons, 'below the turns'] : at.reasons,
  };
  const chat = { document, url, composer, box, send, turns, end: findEnd(turns.found) };
  return { ...chat, unsure: unsureOf(chat) };
}
