import { RefusedError } from '@/memory/errors';
import type { Ports } from '@/memory/ports';
import type { AuditEntry, AuditKind, Change } from '@/memory/types';
import { withoutUse } from '@/memory/use';
import { withoutAct } from '@/memory/without-act';

/**
 * What takes an act back: each of its memories as it is now, and as it would be had the act not been. What befell a
 * memory meanwhile stays: that it was used, said again or pinned. Throws `RefusedError` where what the act changed was
 * changed again since, or nothing of it is left.
 */
export async function takenBack(entry: AuditEntry, ports: Ports): Promise<Change[]> {
  if (entry.used) return expectSome(await withoutUse(entry, ports));
  if (entry.changes.length === 0) {
    throw new RefusedError('This was forgotten for good and cannot come back.');
  }
  const changes: Change[] = [];
  for (const change of entry.changes) {
    const back = await backFrom(change, entry, ports);
    if (back) changes.push(back);
    else if (!isApart.has(entry.kind)) {
      throw new RefusedError('The memory changed since; undo the later change first.');
    }
  }
  return expectSome(changes);
}

/** Acts whose memories have nothing to do with each other: one that changed since does not hold up others. */
const isApart: ReadonlySet<AuditKind> = new Set(['archive', 'pin', 'fade', 'rate']);

async function backFrom(
  { before, after }: Change,
  entry: AuditEntry,
  { store, now }: Ports,
): Promise<Change | undefined> {
  const current = await store.memory((after ?? before)?.id ?? '');
  if (!after) return current ? undefined : { after: before };
  if (!current) return undefined;
  if (before) {
    const back = withoutAct(current, { before, after }, now());
    return back && { before: current, after: back };
  }
  const isAsLeft = current.status === after.status && current.updatedAt === after.updatedAt;
  if (!isAsLeft) return undefined;
  const own = new Set(entry.changes.map((change) => change.after?.id));
  const behind = (await store.olderVersions(current.id)).filter(
    (older) => older.status === 'superseded' && older.supersededBy === current.id,
  );
  // What another act put behind this memory would be left behind nothing.
  return behind.some(({ id }) => !own.has(id)) ? undefined : { before: current };
}

function expectSome(changes: Change[]): Change[] {
  if (changes.length > 0) return changes;
  throw new RefusedError('These memories were changed or forgotten in the meantime.');
}
