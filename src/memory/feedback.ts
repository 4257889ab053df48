import { RefusedError } from '@/memory/errors';
import type { Act, Ports } from '@/memory/ports';
import { withDismissal } from '@/memory/recall/dismissed';
import { queryOf } from '@/memory/recall/query';
import type { Feedback } from '@/memory/recall/types';
import { strengthen, strengthNow, strengthOf, weaken } from '@/memory/strength';
import {
  type AuditEntry,
  type Change,
  type Dismissal,
  type FeedbackSort,
  type Memory,
  personalSpace,
} from '@/memory/types';

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

/**
 * The act that takes a rating back. Whatever else has befallen the memory meanwhile stays: strengths fade alike, so
 * that what the rating added or took is still told by the two it stood between.
 */
export async function takeBackRating(entry: AuditEntry, { store, now, newId }: Ports): Promise<Act> {
  const at = now();
  const changes: Required<Change>[] = [];
  for (const { before, after } of entry.changes) {
    const current = before && after && (await store.memory(after.id));
    if (current) changes.push({ before: current, after: unrated(current, before, after, at) });
  }
  if (changes.length === 0) throw new RefusedError('These memories were forgotten in the meantime.');
  return {
    put: changes.flatMap(({ after }) => after ?? []),
    entry: { id: newId(), at, kind: 'undo', changes },
    undoes: entry.id,
  };
}

function unrated(current: Memory, before: Memory, after: Memory, at: number): Memory {
  if (isAsRated(current, after)) return withRating(current, before, before.dismissedFor);
  const made = (after.dismissedFor ?? []).filter((dismissal) => !holds(before.dismissedFor, dismissal));
  const kept = (current.dismissedFor ?? []).filter((dismissal) => !holds(made, dismissal));
  return withRating(current, without(current, before, after, at), kept);
}

function withRating(
  { dismissedFor: _, ...rest }: Memory,
  { strength, strengthAt }: Pick<Memory, 'strength' | 'strengthAt'>,
  dismissedFor: Dismissal[] = [],
): Memory {
  return { ...rest, strength, strengthAt, ...(dismissedFor.length > 0 ? { dismissedFor } : {}) };
}

function isAsRated(current: Memory, after: Memory): boolean {
  const { dismissedFor = [], strength, strengthAt } = current;
  const isSame = strength === after.strength && strengthAt === after.strengthAt;
  return isSame && dismissedFor.length === (after.dismissedFor ?? []).length;
}

function without(current: Memory, before: Memory, after: Memory, at: number) {
  const taken = strengthNow(before, at) - strengthNow(after, at);
  return { strength: Math.max(0, strengthNow(current, at) + taken), strengthAt: at };
}

function holds(dismissals: readonly Dismissal[] = [], { words, at }: Dismissal): boolean {
  return dismissals.some((other) => other.at === at && `${other.words}` === `${words}`);
}
