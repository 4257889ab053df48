import { newMemory, sourceOf } from '@/memory/consolidation/changes';
import type { Act, PendingTurn, Ports } from '@/memory/ports';
import { weighed } from '@/memory/safety';
import type { Candidate, Memory } from '@/memory/types';

/** More questions than these at a time nobody answers. */
const mostWaiting = 5;

/**
 * The act that lets what only one of judge and rules finds in a turn wait for the user: one sentence of a turn, and
 * only while few are waiting. What was answered once, or is there in the same words, is not asked again.
 */
export async function askAbout(
  [candidate]: readonly Candidate[],
  pending: PendingTurn,
  ports: Ports,
): Promise<Act> {
  const { turn, conversation } = pending;
  const { store, words, now, newId } = ports;
  if (!candidate) return {};
  const waiting = await store.memoriesByStatus('quarantined');
  if (waiting.length >= mostWaiting) return {};
  const alike = await store.memories(words.search(candidate.text, 5).map(({ id }) => id));
  const known = [...waiting, ...alike, ...(await store.memoriesOfTurn(turn.id))];
  if (known.some(({ text, sources }) => text === candidate.text || isRead(sources, candidate.quote)))
    return {};
  const source = sourceOf(candidate, pending);
  const asked: Memory = {
    ...newMemory(weighed(candidate, ports.placer), source, conversation.space, now(), ports),
    status: 'quarantined',
    reason: 'unsure',
  };
  return {
    put: [asked],
    entry: { id: newId(), at: now(), kind: 'learn', changes: [{ after: asked }] },
  };
}

function isRead(sources: Memory['sources'], quote: string): boolean {
  return sources.some((source) => source.from === 'turn' && source.quote === quote);
}
