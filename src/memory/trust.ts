import type { Turn } from '@/memory/types';

/**
 * Only the user's own words say something about the user: answers are the model's, and what was pasted or came with a
 * link may be anybody's. Words of unknown origin (a thread opened later) were typed in most cases and pass.
 */
export function mayLearnFrom(turn: Turn): boolean {
  return turn.role === 'user' && (turn.origin === 'typed' || turn.origin === 'unknown');
}

/**
 * When a turn was said, epoch milliseconds; undefined for one that was only seen later, in a thread that may be years
 * old. What it says is true of some time, and must not take the place of what is known now.
 */
export function saidAt(turn: Turn): number | undefined {
  return turn.origin === 'typed' ? turn.capturedAt : undefined;
}
