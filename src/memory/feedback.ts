import { RefusedError } from '@/memory/errors';
import type { Act, Ports } from '@/memory/ports';
import { withDismissal } from '@/memory/recall/dismissed';
import { queryOf } from '@/memory/recall/query';
import type { Feedback } from '@/memory/recall/types';
import { strengthen, strengthOf, weaken } from '@/memory/strength';
import { type FeedbackSort, personalSpace } from '@/memory/types';

/** Each of these says that a memory is of no use for what the draft is about, whatever else it is good for. */
const turnsDown: ReadonlySet<FeedbackSort> = new Set(['dismissed', 'edited-out', 'down']);

/**
 * Memories change a little by what the user thinks of them, and those turned down are remembered as such for the
 * draft's topic. Throws `RefusedError` when none of them is there any more.
 */
export async function rateAct(feedback: Feedback, { store, now, newId }: Ports): Promise<Act> {
  const { conversation, draft, memories: ids, sort } = feedback;
  const at = now();
  const space = (await store.findConversation(conversation))?.space ?? personalSpace;
  const rated = (await store.memories([...new Set(ids)])).filter(
    (memory) => memory.status === 'active' && memory.space === space,
  );
  if (rated.length === 0) throw new RefusedError('These memories were forgotten in the meantime.');
  const query = queryOf(draft, { now: at });
  const changes = rated.map((before) => {
    const by = strengthOf[sort];
    const after = by < 0 ? weaken(before, -by, at) : strengthen(before, by, at);
    const dismissedFor = turnsDown.has(sort) && withDismissal(before.dismissedFor, query, at);
    return { before, after: dismissedFor ? { ...after, dismissedFor } : after };
  });
  return {
    put: changes.map(({ after }) => after),
    entry: { id: newId(), at, kind: 'rate', changes, rated: sort },
  };
}
