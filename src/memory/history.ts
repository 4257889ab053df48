import type { MemoryStore } from '@/memory/ports';
import type { AuditEntry, AuditId, Change, FeedbackSort, MemoryId, Source } from '@/memory/types';

/** What can befall a memory, in the words of its history. */
export type Happening =
  | 'learned'
  | 'written'
  | 'said-again'
  /** A second reader found the same in the same turn. */
  | 'agreed'
  | 'used'
  | 'rated'
  | 'revised'
  | 'superseded'
  | 'disputed'
  | 'settled'
  | 'confirmed'
  | 'closed'
  | 'pinned'
  | 'unpinned'
  | 'archived'
  | 'faded'
  /** It was true until a day that has gone by. */
  | 'over'
  | 'restored'
  | 'forgotten'
  | 'undone';

export interface HistoryItem {
  /** Epoch milliseconds; of uses in a row, the last one. */
  at: number;
  what: Happening;
  /** The memory itself, or an older value behind it. */
  memoryId: MemoryId;
  /** Words before and after, where they changed; of what is superseded or disputed, after are the other's words. */
  before?: string | undefined;
  after?: string | undefined;
  /** Where it was learned or said again: the site, the conversation and the quote, or the user's own hand. */
  source?: Source | undefined;
  /** Whose doing it was: *rules* and *model* read turns, *engine* puts memories into prompts and lets them fade. */
  by: 'user' | 'rules' | 'model' | 'engine';
  /** Name of the language model. */
  readBy?: string | undefined;
  /** Uses in a row. */
  times?: number | undefined;
  rated?: FeedbackSort | undefined;
  /** What was taken back. */
  undid?: Happening | undefined;
  /** Whether it was taken back later. */
  isUndone: boolean;
  /** The entry that tells of it: what undoing takes. */
  entry: AuditId;
}

/** What befell a memory and the older values behind it, oldest first, without words that were purged. */
export async function historyOf(
  id: MemoryId,
  store: Pick<MemoryStore, 'olderVersions' | 'auditOf'>,
): Promise<HistoryItem[]> {
  const ids = [id, ...(await store.olderVersions(id)).map((older) => older.id)];
  return historyIn(ids, await store.auditOf(ids));
}

/** The history of these memories in their entries, which come oldest first. */
export function historyIn(ids: readonly MemoryId[], entries: readonly AuditEntry[]): HistoryItem[] {
  const undone = new Map(entries.flatMap((entry) => (entry.undoneBy ? [[entry.undoneBy, entry]] : [])));
  const items = entries.flatMap((entry) => {
    const uses = entry.used?.filter((id) => ids.includes(id)) ?? [];
    const changes = entry.changes.filter((change) => ids.includes(idOf(change)));
    return [
      ...[...new Set(uses)].map((memoryId) => ({ ...frame(entry, memoryId, 'used'), times: 1 })),
      // The older value is told of first: something else took its place.
      ...changes.sort(newestLast).map((change) => itemOf(change, entry, undone.get(entry.id))),
    ];
  });
  return items.reduce<HistoryItem[]>(withUsesInOne, []);
}

function itemOf(change: Change, entry: AuditEntry, undid: AuditEntry | undefined): HistoryItem {
  const { before, after } = change;
  const undidChange = undid?.changes.find((one) => idOf(one) === idOf(change));
  const isUndo = undid !== undefined && (undid.used !== undefined || undidChange !== undefined);
  const what = isUndo ? 'undone' : happeningOf(change, entry);
  const other = otherOf(change, entry);
  const isChanged = other !== undefined || before?.text !== after?.text;
  return {
    ...frame(entry, idOf(change), what),
    ...(isChanged ? { before: before?.text, after: other ?? after?.text } : {}),
    source: isSaid.has(what) ? newSource(change) : undefined,
    rated: what === 'rated' ? entry.rated : undefined,
    undid: isUndo ? (undidChange ? happeningOf(undidChange, undid) : 'used') : undefined,
  };
}

const isSaid: ReadonlySet<Happening> = new Set(['learned', 'written', 'said-again', 'revised']);

function frame(entry: AuditEntry, memoryId: MemoryId, what: Happening): HistoryItem {
  const { id, at, readBy, undoneBy } = entry;
  const by = byWhom(entry, memoryId);
  const isUndone = undoneBy !== undefined;
  return { at, what, memoryId, by, readBy: by === 'model' ? readBy : undefined, isUndone, entry: id };
}

/** What is learned from a turn on the user's word there ("remember that …") is the user's doing. */
function byWhom({ kind, readBy, changes }: AuditEntry, memoryId: MemoryId): HistoryItem['by'] {
  if (kind === 'use' || kind === 'fade') return 'engine';
  if (kind !== 'learn') return 'user';
  if (readBy !== undefined) return 'model';
  const { before, after } = changes.find((change) => idOf(change) === memoryId) ?? {};
  return after && after.basis !== 'inferred' && after.basis !== before?.basis ? 'user' : 'rules';
}

function happeningOf({ before, after }: Change, { kind, at }: AuditEntry): Happening {
  if (!after) return 'forgotten';
  if (!before) return kind === 'add' ? 'written' : 'learned';
  if (before.status !== after.status) {
    switch (after.status) {
      case 'superseded':
        return 'superseded';
      case 'conflict':
      case 'quarantined':
        return 'disputed';
      case 'closed':
        return 'closed';
      case 'archived':
        if (kind !== 'fade') return 'archived';
        return after.validTo !== undefined && after.validTo < at ? 'over' : 'faded';
      case 'active':
        if (before.status === 'conflict') return 'settled';
        return before.status === 'quarantined' ? 'confirmed' : 'restored';
    }
  }
  if (kind === 'rate') return 'rated';
  if (kind === 'pin') return after.pinned ? 'pinned' : 'unpinned';
  if (kind === 'restore') return 'restored';
  if (kind === 'archive') return 'archived';
  if (kind === 'revise' || before.text !== after.text) return 'revised';
  return newSource({ before, after }) ? 'said-again' : 'agreed';
}

/** The words of the memory that took this one's place, or cannot be true beside it. */
function otherOf({ before, after }: Change, { changes }: AuditEntry): string | undefined {
  if (!after || before?.status === after.status) return undefined;
  const other =
    (after.status === 'superseded' && after.supersededBy) ||
    (after.status === 'conflict' && after.conflictsWith);
  return other ? changes.find((change) => idOf(change) === other)?.after?.text : undefined;
}

function newSource({ before, after }: Change): Source | undefined {
  const known = new Set((before?.sources ?? []).map((source) => JSON.stringify(source)));
  return after?.sources.findLast((source) => !known.has(JSON.stringify(source)));
}

function withUsesInOne(items: HistoryItem[], item: HistoryItem): HistoryItem[] {
  const last = items.at(-1);
  const isRow =
    last?.what === 'used' &&
    item.what === 'used' &&
    last.memoryId === item.memoryId &&
    !last.isUndone &&
    !item.isUndone;
  if (!last || !isRow) return [...items, item];
  return [...items.slice(0, -1), { ...item, times: (last.times ?? 1) + 1 }];
}

function newestLast(one: Change, other: Change): number {
  return createdAt(one) - createdAt(other);
}

function createdAt({ before, after }: Change): number {
  return (after ?? before)?.createdAt ?? 0;
}

function idOf({ before, after }: Change): MemoryId {
  return (after ?? before)?.id ?? '';
}
