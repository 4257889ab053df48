import { supersededBy, withSource } from '@/memory/consolidation/changes';
import { consolidateAll } from '@/memory/consolidation/consolidate-all';
import { embedAll } from '@/memory/embed';
import { RefusedError } from '@/memory/errors';
import { candidatesIn } from '@/memory/extraction/candidates-in';
import { takeBackRating } from '@/memory/feedback';
import type { Act, Ports } from '@/memory/ports';
import {
  type ActiveMemory,
  type AuditEntry,
  type AuditId,
  type AuditKind,
  type Candidate,
  type Change,
  type Memory,
  type MemoryId,
  type MemoryKind,
  personalSpace,
  type Source,
  type SpaceId,
} from '@/memory/types';

/*
 * What the user does to memories. Each function answers the act, with its audit entry, and changes nothing itself;
 * it throws `RefusedError` when what it was asked for is not there any more.
 */

/** How long a forgotten memory can be taken back before its words are gone for good. */
export const takeBackMs = 5 * 60_000;

/** What is stored on somebody's word: the user's own hand, an import, a program that uses the engine. */
export interface StoreItem {
  text: string;
  kind?: MemoryKind | undefined;
  /** When it was said, epoch milliseconds; now unless told. */
  at?: number;
  /** 0 to 1. */
  importance?: number;
  pinned?: boolean;
  space?: SpaceId;
  /** Where it was read; by hand unless told. */
  source?: Source;
}

/** Items of one space, consolidated in their order. */
export async function storeAct(items: readonly StoreItem[], ports: Ports): Promise<Act> {
  const sourced = await Promise.all(
    items.map(async ({ text, kind, at = ports.now(), importance, pinned = false, source }) => {
      const candidate = await writtenCandidate(text, kind, at);
      return {
        candidate: { ...candidate, importance: importance ?? candidate.importance },
        source: source ?? ({ from: 'hand', at } as const),
        at,
        pinned,
      };
    }),
  );
  return consolidateAll(sourced, items[0]?.space ?? personalSpace, 'add', true, ports);
}

export async function reviseAct(id: MemoryId, text: string, ports: Ports): Promise<Act> {
  const before = await expectMemory(id, ports);
  const at = ports.now();
  const { quote: _, ...written } = await writtenCandidate(text, before.kind, at);
  const after: Memory = {
    ...before,
    ...written,
    // Another sentence may be about something else: it holds the key that it says, not the one it had.
    key: written.key,
    validFrom: written.validFrom,
    importance: Math.max(written.importance, before.importance),
    sources: withSource(before.sources, { from: 'hand', at }),
    updatedAt: at,
  };
  return changeAct('revise', [{ before, after }], ports);
}

export async function archiveAct(ids: readonly MemoryId[], ports: Ports): Promise<Act> {
  const archivedAt = ports.now();
  const changes = (await expectMemories(ids, ports)).map((before) => ({
    before,
    after: { ...bare(before), status: 'archived', archivedAt } as Memory,
  }));
  return changeAct('archive', changes, ports);
}

export async function restoreAct(ids: readonly MemoryId[], ports: Ports): Promise<Act> {
  const changes = (await expectMemories(ids, ports)).map((before) => ({ before, after: active(before) }));
  return changeAct('restore', await withOneHolder(changes, ports), ports);
}

/** Takes the older values behind a memory along: they are only there as its history. */
export async function forgetAct(ids: readonly MemoryId[], ports: Ports): Promise<Act> {
  const asked = await expectMemories(ids, ports);
  const chains = await Promise.all(asked.map(({ id }) => ports.store.olderVersions(id)));
  const gone = new Map([...asked, ...chains.flat()].map((memory) => [memory.id, memory]));
  return changeAct(
    'forget',
    [...gone.values()].map((before) => ({ before })),
    ports,
  );
}

/** The act that takes another one back; undefined when there is nothing to take back. */
export async function undoAct(entryId: AuditId | undefined, ports: Ports): Promise<Act | undefined> {
  const entry = entryId ? await ports.store.auditEntry(entryId) : await ports.store.lastUndoable();
  if (!entry) return undefined;
  if (entry.undoneBy) throw new RefusedError('This was taken back already.');
  if (entry.changes.length === 0) throw new RefusedError('This was forgotten for good and cannot come back.');
  if (entry.kind === 'rate') return takeBackRating(entry, ports);
  await expectUnchangedSince(entry, ports);
  const changes = entry.changes.map(({ before, after }) => ({ before: after, after: before }));
  return { ...(await changeAct('undo', await withOneHolder(changes, ports), ports)), undoes: entry.id };
}

/** The act that removes the words of what was forgotten longer than `takeBackMs` ago from the audit too. */
export async function purgeAct({ store, now }: Ports): Promise<Act | undefined> {
  const entries = await store.forgottenBefore(now() - takeBackMs);
  const ids = entries.flatMap(({ changes }) => changes.flatMap(({ before }) => before?.id ?? []));
  return ids.length > 0 ? { purge: [...new Set(ids)] } : undefined;
}

/** A memory that comes back holds its key again; whatever took the place meanwhile steps behind it. */
async function withOneHolder(changes: Change[], { store }: Ports): Promise<Change[]> {
  const touched = new Set(changes.map(({ before, after }) => (after ?? before)?.id));
  const stepped: Change[] = [];
  for (const { after } of changes) {
    if (after?.status !== 'active' || !after.key) continue;
    for (const holder of await store.holdersOf(after.space, after.key)) {
      if (holder.status !== 'active' || touched.has(holder.id)) continue;
      touched.add(holder.id);
      stepped.push({ before: holder, after: supersededBy(after, holder) });
    }
  }
  return [...changes, ...stepped];
}

async function changeAct(kind: AuditKind, changes: Change[], ports: Ports): Promise<Act> {
  const put = changes.flatMap(({ after }) => after ?? []);
  const remove = changes.flatMap(({ before, after }) => (before && !after ? before.id : []));
  return {
    put,
    remove,
    vectors: await embedAll(
      put.filter(({ status }) => status === 'active'),
      ports,
    ),
    entry: { id: ports.newId(), at: ports.now(), kind, changes },
  };
}

/** What the user wrote is kept to the letter; the rules only tell which kind it is and how much it matters. */
async function writtenCandidate(text: string, kind: MemoryKind | undefined, at: number): Promise<Candidate> {
  const [read, ...more] = await candidatesIn(text, at);
  const known = read && more.length === 0 ? read : undefined;
  return {
    importance: 0.6,
    ...known,
    text,
    quote: text,
    kind: kind ?? known?.kind ?? 'fact',
    confidence: 1,
    basis: 'written',
  };
}

/** What waited for the user's yes has it now. */
function active(memory: Memory): ActiveMemory {
  const basis = memory.status === 'quarantined' ? 'confirmed' : memory.basis;
  return { ...bare(memory), basis, status: 'active' };
}

/** The memory without what belongs to its status. */
function bare(memory: Memory) {
  const { status: _, ...rest } = memory;
  const { archivedAt, supersededBy, supersededAt, reason, conflictsWith, outcome, closedAt, ...kept } =
    rest as typeof rest & Record<OfStatus, unknown>;
  return kept;
}

type OfStatus =
  | 'archivedAt'
  | 'supersededBy'
  | 'supersededAt'
  | 'reason'
  | 'conflictsWith'
  | 'outcome'
  | 'closedAt';

async function expectMemory(id: MemoryId, ports: Ports): Promise<Memory> {
  const memory = await ports.store.memory(id);
  if (!memory) throw new RefusedError('This memory was forgotten in the meantime.');
  return memory;
}

async function expectMemories(ids: readonly MemoryId[], ports: Ports): Promise<Memory[]> {
  const memories = await ports.store.memories(ids);
  if (memories.length === 0) throw new RefusedError('These memories were forgotten in the meantime.');
  return memories;
}

async function expectUnchangedSince(entry: AuditEntry, { store }: Ports): Promise<void> {
  for (const { before, after } of entry.changes) {
    const now = await store.memory((after ?? before)?.id ?? '');
    const isAsLeft = after ? now?.status === after.status && now.updatedAt === after.updatedAt : !now;
    if (!isAsLeft) throw new RefusedError('The memory changed since; undo the later change first.');
  }
}
