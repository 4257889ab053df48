import type { Turn } from '@/memory/types';

/**
 * Only the user's own words say something about the user: answers are the model's, and what was pasted or came with a
 * link may be anybody's. Words of unknown origin (a thread opened later) were typed in most cases and pass.
 */
export function mayLearnFrom(turn: Turn): boolean {
  return turn.role === 'user' && (turn.origin === 'typed' || turn.origin === 'unknown');
}
