import { asActive } from '@/memory/bare';
import { saidAgain, supersededBy } from '@/memory/consolidation/changes';
import { isRival, isUnsure } from '@/memory/consolidation/rivals';
import { isEarlier, saidFrom, saidTo, writtenFrom } from '@/memory/consolidation/said-when';
import { saysTheSame } from '@/memory/consolidation/says-the-same';
import type { World } from '@/memory/consolidation/world';
import type { ActiveMemory, Memory } from '@/memory/types';

/** Tells the world what was said last of all that it knows. */
export function tell(said: ActiveMemory, world: World): void {
  const standing = world.memories.filter(isStanding);
  const same = standing.find((memory) => saysTheSame(said, memory) && goesOn(memory, world));
  if (same) sayAgain(same, said, world);
  else {
    world.put(said);
    const rivals = standing.filter((memory) => isRival(said, memory) && !areBothByHand(memory, said));
    // Whom the newest of them had a conflict with is looked at after it.
    for (const { id } of rivals.sort((one, other) => saidFrom(other) - saidFrom(one))) {
      const older = world.get(id);
      if (older && isStanding(older)) meet(said, older, world);
    }
  }
}

function isStanding({ status }: Memory): boolean {
  return status === 'active' || status === 'conflict';
}

/** Nothing was said against it since that could overrule it. */
function goesOn(memory: Memory, world: World): boolean {
  const other = memory.status === 'conflict' && world.get(memory.conflictsWith);
  return !other || isProtected(memory, other) || isEarlier(other, memory);
}

function sayAgain(memory: Memory, said: ActiveMemory, world: World): void {
  const again = saidAgain(memory, said);
  world.put(again);
  const other = again.status === 'conflict' ? world.get(again.conflictsWith) : undefined;
  // The user wrote it, and says so again: that settles it.
  if (!other || again.basis !== 'written') return;
  world.put(asActive(again));
  world.put(supersededBy(again, other));
}

function meet(said: ActiveMemory, older: Memory, world: World): void {
  const third = older.status === 'conflict' ? world.get(older.conflictsWith) : undefined;
  const isOpen = isUnsure(said, older, saidFrom(said) - saidTo(older));
  const now = world.get(said.id);
  if (isOpen && now?.status === 'conflict') {
    if (!isProtected(older, said)) supersede(older, said, world);
  } else if (isOpen && third && isProtected(third, said)) {
    // Of what was read off chats only the latest stands against what the user wrote.
    supersede(older, said, world);
    contest(said, third, world);
  } else if (isOpen) {
    if (third) world.put(supersededBy(isEarlier(third, older) ? older : said, third));
    contest(said, older, world);
  } else supersede(older, said, world);
}

/** Whom the older one had a conflict with stands again, unless it was said before it. */
function supersede(older: Memory, said: Memory, world: World): void {
  const third = older.status === 'conflict' ? world.get(older.conflictsWith) : undefined;
  world.put(supersededBy(said, older));
  if (!third) return;
  const isBehind = isEarlier(third, older) && !isProtected(third, older);
  world.put(isBehind ? supersededBy(older, third) : asActive(third));
}

/** The two wait for the user. */
function contest(one: Memory, other: Memory, world: World): void {
  world.put({ ...asActive(one), status: 'conflict', conflictsWith: other.id });
  world.put({ ...asActive(other), status: 'conflict', conflictsWith: one.id });
}

/** What the user wrote is not overruled by what was read off a chat since. */
function isProtected(older: Memory, newer: Memory): boolean {
  return newer.basis === 'inferred' && older.basis === 'written' && writtenFrom(older) <= saidFrom(newer);
}

/** The user said at one moment that both hold. */
function areBothByHand(one: Memory, other: Memory): boolean {
  return (
    [one, other].every(({ sources }) => sources.at(-1)?.from === 'hand') && saidTo(one) === saidTo(other)
  );
}
