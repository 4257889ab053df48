import { asActive } from '@/memory/bare';
import { strengthenedAt, supersededBy } from '@/memory/consolidation/changes';
import { areRivals } from '@/memory/consolidation/rivals';
import { inTime, saidFrom, saidTo } from '@/memory/consolidation/said-when';
import { saysTheSame } from '@/memory/consolidation/says-the-same';
import { tell } from '@/memory/consolidation/tell';
import { World } from '@/memory/consolidation/world';
import { saidStrength } from '@/memory/strength';
import type { ActiveMemory, Change, Memory, MemoryId, Source } from '@/memory/types';

/**
 * Tells all that a late statement has to do with anew, in the order in which it was said. Each memory keeps its id
 * where it was said last; what comes apart gets a new one.
 */
export function replay(said: ActiveMemory, related: readonly Memory[], newId: () => MemoryId): Change[] {
  const known = linkedTo(said, related);
  const world = new World([]);
  const events = [...known, said].flatMap((memory) => eventsOf(memory, newId));
  for (const { statement } of events.sort(
    (one, other) => saidFrom(one.statement) - saidFrom(other.statement),
  ))
    tell(statement, world);

  const originOf = new Map(events.map(({ source, origin }) => [source, origin]));
  const told = world.memories;
  const names = namesFor(told, said, originOf);
  const nameOf = (id: MemoryId) => names.get(id) ?? id;
  const before = new Map(known.map((memory) => [memory.id, memory]));
  const changes = told.flatMap((memory) => {
    const id = nameOf(memory.id);
    const was = before.get(id);
    const after = withLinks({ ...memory, ...keptOf(memory, was, said, originOf), id } as Memory, nameOf);
    return was && isSame(was, after) ? [] : [{ before: was, after }];
  });
  return [...changes, ...mergedIn(changes, known, told, nameOf)];
}

/** What is one with another memory, as it turns out, stays behind it. */
function mergedIn(
  changes: readonly Change[],
  known: readonly Memory[],
  told: readonly Memory[],
  nameOf: (id: MemoryId) => MemoryId,
): Change[] {
  const named = new Set(told.map(({ id }) => nameOf(id)));
  return known.flatMap((before) => {
    const whole = told.find(({ sources }) => sources.some((source) => before.sources.includes(source)));
    if (named.has(before.id) || !whole) return [];
    const after = changes.find((change) => change.after?.id === nameOf(whole.id))?.after ?? whole;
    return [{ before, after: supersededBy(after, before) }];
  });
}

interface Event {
  statement: ActiveMemory;
  source: Source;
  origin: Memory;
}

/** Each time it was said, as a statement of its own. */
function eventsOf(origin: Memory, newId: () => MemoryId): Event[] {
  const sources = inTime(origin.sources);
  const isByHand = sources.some(({ from }) => from === 'hand');
  const { validFrom, validTo: _, ...whole } = asActive(origin);
  return sources.map((source, index) => {
    const { at } = source;
    // When it was first said is no more than that; when it is true from may have been said as well.
    const held = index === 0 && validFrom !== undefined && validFrom !== at ? { validFrom } : {};
    const basis =
      origin.basis !== 'written' || !isByHand || source.from === 'hand' ? origin.basis : 'inferred';
    const statement = {
      ...whole,
      ...held,
      id: newId(),
      basis,
      sources: [source],
      createdAt: at,
      updatedAt: at,
    };
    return { statement, source, origin };
  });
}

/** Those that say the same, or something else in its place, and those that have to do with these. */
function linkedTo(said: ActiveMemory, related: readonly Memory[]): Memory[] {
  const linked: Memory[] = [said];
  const rest = new Set(related.filter((memory) => !isMerged(memory, related)));
  for (const one of linked) {
    for (const other of rest) {
      if (!saysTheSame(one, other) && !areRivals(one, other)) continue;
      linked.push(other);
      rest.delete(other);
    }
  }
  return linked.slice(1);
}

/** Its sources are those of what it is one with. */
function isMerged(memory: Memory, related: readonly Memory[]): boolean {
  if (memory.status !== 'superseded') return false;
  const whole = related.find(({ id }) => id === memory.supersededBy);
  return whole !== undefined && saysTheSame(memory, whole);
}

/** The id of a memory goes to what holds its last source, the newest first. */
function namesFor(
  told: readonly Memory[],
  said: Memory,
  originOf: ReadonlyMap<Source, Memory>,
): Map<MemoryId, MemoryId> {
  const names = new Map<MemoryId, MemoryId>();
  const taken = new Set<MemoryId>();
  const newestFirst = [...told].sort((one, other) => saidFrom(other) - saidFrom(one));
  for (const memory of newestFirst) {
    const origins = memory.sources.map((source) => originOf.get(source)).reverse();
    const free = origins.find((origin) => origin && origin !== said && !taken.has(origin.id));
    if (!free) continue;
    taken.add(free.id);
    names.set(memory.id, free.id);
  }
  return names;
}

/** What befell a memory beside being said stays with its id. */
function keptOf(
  memory: Memory,
  was: Memory | undefined,
  said: ActiveMemory,
  originOf: ReadonlyMap<Source, Memory>,
): Partial<Memory> {
  const isSaidAgain = memory.sources.some((source) => originOf.get(source) === said);
  if (!was && isSaidAgain) return {};
  if (!was) return { pinned: false, uses: 0, strength: saidStrength, strengthAt: saidTo(memory) };
  const { strength, strengthAt, uses, lastUsedAt, pinned, dismissedFor } = was;
  const strong = isSaidAgain ? strengthenedAt(was, saidFrom(said)) : { strength, strengthAt };
  const used = lastUsedAt === undefined ? {} : { lastUsedAt };
  const dismissed = dismissedFor === undefined ? {} : { dismissedFor };
  const updatedAt = was.text === memory.text ? Math.max(was.updatedAt, saidFrom(memory)) : memory.updatedAt;
  return { ...strong, uses, pinned, ...used, ...dismissed, updatedAt };
}

function withLinks(memory: Memory, nameOf: (id: MemoryId) => MemoryId): Memory {
  if (memory.status === 'superseded') return { ...memory, supersededBy: nameOf(memory.supersededBy) };
  if (memory.status === 'conflict') return { ...memory, conflictsWith: nameOf(memory.conflictsWith) };
  return memory;
}

function isSame(one: Memory, other: Memory): boolean {
  const plain = (memory: Memory) =>
    JSON.stringify(
      Object.entries(memory)
        .filter(([, value]) => value !== undefined)
        .sort(),
    );
  return plain(one) === plain(other);
}
