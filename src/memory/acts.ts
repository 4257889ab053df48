import { asActive, bare } from '@/memory/bare';
import { supersededBy, withSource } from '@/memory/consolidation/changes';
import { consolidateAll } from '@/memory/consolidation/consolidate-all';
import { confirmed, overOthers, withReleased } from '@/memory/consolidation/settled';
import { embedAll } from '@/memory/embed';
import { extractsWith } from '@/memory/episodes/extracts-with';
import { RefusedError } from '@/memory/errors';
import { candidatesIn } from '@/memory/extraction/candidates-in';
import type { Act, MemoryStore, Ports } from '@/memory/ports';
import { takenBack } from '@/memory/taken-back';
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
  type TurnId,
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
  const kept = before.status === 'conflict' ? asActive(after) : after;
  return changeAct('revise', await overOthers([{ before, after: kept }], ports), ports);
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
  const changes = (await expectMemories(ids, ports)).map((before) => ({
    before,
    after: isDisputed(before) ? confirmed(before, ports.now()) : active(before),
  }));
  return changeAct('restore', await withOneHolder(await overOthers(changes, ports), ports), ports);
}

export async function pinAct(ids: readonly MemoryId[], pinned: boolean, ports: Ports): Promise<Act> {
  const changes = (await expectMemories(ids, ports)).map((before) => ({
    before,
    after: { ...before, pinned },
  }));
  return changeAct('pin', changes, ports);
}

/** Takes the older values behind a memory along: they are only there as its history. */
export async function forgetAct(ids: readonly MemoryId[], ports: Ports): Promise<Act> {
  const asked = await expectMemories(ids, ports);
  const chains = await Promise.all(asked.map(({ id }) => ports.store.olderVersions(id)));
  const known = [...asked, ...chains.flat()];
  const extracts = await extractsWith(known, ports.store);
  const gone = new Map([...known, ...extracts].map((memory) => [memory.id, memory]));
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
  const changes = await withOneHolder(await takenBack(entry, ports), ports, entry);
  const undo = { ...(await changeAct('undo', changes, ports)), undoes: entry.id };
  // What is not to be learned from a turn is not to be read there by a model either.
  return entry.kind === 'learn' ? { ...undo, jobs: { done: turnsLeftBy(changes) } } : undo;
}

function turnsLeftBy(changes: readonly Change[]): TurnId[] {
  const sources = changes.flatMap(({ before, after }) => (after ? [] : (before?.sources ?? [])));
  return sources.flatMap((source) => (source.from === 'turn' ? source.turnId : []));
}

/** The act that removes the words of what was forgotten longer than `takeBackMs` ago from the audit too. */
export async function purgeAct({ store, now }: Ports): Promise<Act | undefined> {
  const entries = await store.forgottenBefore(now() - takeBackMs);
  const ids = entries.flatMap(({ changes }) => changes.flatMap(({ before }) => before?.id ?? []));
  return ids.length > 0 ? { purge: [...new Set(ids)] } : undefined;
}

/**
 * A memory that comes back holds its key again; whatever took the place meanwhile steps behind it. Where an act is taken
 * back, that is what came to hold the key after it.
 */
async function withOneHolder(changes: Change[], { store }: Ports, undone?: AuditEntry): Promise<Change[]> {
  const touched = new Set(changes.map(({ before, after }) => (after ?? before)?.id));
  const stepped: Change[] = [];
  for (const { before, after } of changes) {
    if (after?.status !== 'active' || !after.key) continue;
    if (before?.status === 'active' && before.key === after.key) continue;
    for (const holder of await store.holdersOf(after.space, after.key)) {
      if (holder.status !== 'active' || touched.has(holder.id)) continue;
      if (undone && !(await isHolderSince(undone, holder, store))) continue;
      touched.add(holder.id);
      stepped.push({ before: holder, after: supersededBy(after, holder) });
    }
  }
  return [...changes, ...stepped];
}

/** Whether an act after this one, and still standing, made the memory what it is. */
async function isHolderSince(
  { id: since }: AuditEntry,
  holder: Memory,
  store: MemoryStore,
): Promise<boolean> {
  const later = (await store.auditOf([holder.id])).filter(({ id }) => id > since);
  const undone = new Set(later.flatMap(({ id, undoneBy }) => (undoneBy ? [id, undoneBy] : [])));
  return later
    .filter(({ id }) => !undone.has(id))
    .flatMap(({ changes }) => changes)
    .some(
      ({ before, after }) =>
        after?.id === holder.id && (before?.status !== after.status || before.key !== after.key),
    );
}

/** The act that makes these changes, with the vectors of what can be found anew. */
export async function changeAct(kind: AuditKind, changes: Change[], ports: Ports): Promise<Act> {
  const all = await withReleased(changes, ports.store);
  const put = all.flatMap(({ after }) => after ?? []);
  const remove = all.flatMap(({ before, after }) => (before && !after ? before.id : []));
  return {
    put,
    remove,
    vectors: await embedAll(all.flatMap(findableAnew), ports),
    entry: { id: ports.newId(), at: ports.now(), kind, changes: all },
  };
}

/** A memory that was active before, in the same words, has its vector. */
function findableAnew({ before, after }: Change): Memory[] {
  const isKnown = before?.status === 'active' && before.text === after?.text;
  return after?.status === 'active' && !isKnown ? [after] : [];
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

/** Something else was said against it. */
function isDisputed({ status }: Memory): boolean {
  return status === 'conflict' || status === 'superseded';
}

/** What waited for the user's yes has it now. */
function active(memory: Memory): ActiveMemory {
  const basis = memory.status === 'quarantined' && memory.basis === 'inferred' ? 'confirmed' : memory.basis;
  return { ...bare(memory), basis, status: 'active' };
}

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
