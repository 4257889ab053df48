import { strengthNow } from '@/memory/strength';
import type { Memory } from '@/memory/types';

type Fields = Record<string, unknown>;

/**
 * A memory without what one act made of it, whatever acts came since; undefined where one of those changed the
 * same. An act that was the last one is taken back to the letter.
 */
export function withoutAct(
  current: Memory,
  { before, after }: { before: Memory; after: Memory },
  at: number,
): Memory | undefined {
  const fields: Fields = { ...current };
  const old: Fields = { ...before };
  const made: Fields = { ...after };
  for (const field of Object.keys({ ...old, ...made })) {
    if (isSummed.has(field) || isSame(old[field], made[field])) continue;
    if (!isSame(fields[field], made[field])) return undefined;
    fields[field] = old[field];
  }
  const dismissedFor = listWithout(current.dismissedFor, before.dismissedFor, after.dismissedFor);
  const back: Fields = {
    ...fields,
    ...strengthWithout(current, before, after, at),
    sources: listWithout(current.sources, before.sources, after.sources),
    dismissedFor: dismissedFor.length > 0 ? dismissedFor : undefined,
    uses: current.uses - after.uses + before.uses,
    lastUsedAt: current.lastUsedAt === after.lastUsedAt ? before.lastUsedAt : current.lastUsedAt,
  };
  const present = Object.entries(back).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as unknown as Memory;
}

/** What grows and shrinks by many acts, so that one of them can be taken out of the middle. */
const isSummed: ReadonlySet<string> = new Set<keyof Memory>([
  'strength',
  'strengthAt',
  'uses',
  'lastUsedAt',
  'sources',
  'dismissedFor',
]);

/** Strengths fade alike, so that what the act added or took is still told by the two it stood between. */
function strengthWithout(current: Memory, before: Memory, after: Memory, at: number) {
  if (hasSameStrength(before, after)) return {};
  if (hasSameStrength(current, after)) return { strength: before.strength, strengthAt: before.strengthAt };
  const taken = strengthNow(before, at) - strengthNow(after, at);
  return { strength: Math.max(0, strengthNow(current, at) + taken), strengthAt: at };
}

function hasSameStrength(one: Memory, other: Memory): boolean {
  return one.strength === other.strength && one.strengthAt === other.strengthAt;
}

/** The list as it was, where nothing came since; else without what the act added and with what it dropped. */
function listWithout<Item extends { at: number }>(
  current: readonly Item[] = [],
  before: readonly Item[] = [],
  after: readonly Item[] = [],
): Item[] {
  if (isSame(current, after)) return [...before];
  const added = after.filter((item) => !holds(before, item));
  const kept = current.filter((item) => !holds(added, item));
  const dropped = before.filter((item) => !holds(after, item) && !holds(kept, item));
  return dropped.length > 0 ? [...kept, ...dropped].sort((one, other) => one.at - other.at) : kept;
}

function holds<Item>(items: readonly Item[], item: Item): boolean {
  return items.some((other) => isSame(other, item));
}

/** Of plain data, whose fields the store keeps in their order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
