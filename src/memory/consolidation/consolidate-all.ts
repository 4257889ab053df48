import { isKnownSource, newMemory } from '@/memory/consolidation/changes';
import { closeGoals } from '@/memory/consolidation/close-goals';
import { consolidate } from '@/memory/consolidation/consolidate';
import { Draft } from '@/memory/consolidation/draft';
import { areRivals } from '@/memory/consolidation/rivals';
import { saidFrom, saidTo } from '@/memory/consolidation/said-when';
import { saysTheSame } from '@/memory/consolidation/says-the-same';
import { embedAll, type Passage, passagesOf, passageVectors } from '@/memory/embed';
import { isActive } from '@/memory/is-active';
import type { Act, MemoryStore, Ports } from '@/memory/ports';
import type { ActiveMemory, Candidate, Memory, MemoryStatus, Source, SpaceId } from '@/memory/types';

/** How many memories next to a candidate are looked at for the same meaning. */
const neighbourCount = 8;

/** A candidate, where it was read, and when what it says was said; now unless told. */
export interface Sourced {
  candidate: Candidate;
  source: Source;
  at?: number;
  pinned?: boolean;
  /** It may end a goal, and becomes no memory of its own. */
  endsOnly?: boolean;
}

/** Consolidates candidates in order, each against the memories and against what those before it made of them. */
export async function consolidateAll(
  sourced: readonly Sourced[],
  space: SpaceId,
  kind: 'learn' | 'add',
  isTimeKnown: boolean,
  ports: Ports,
): Promise<Omit<Act, 'learned'>> {
  if (sourced.length === 0) return {};
  const embedded = await passageVectors(await passagesIn(sourced, ports.store), ports);
  const draft = new Draft();

  for (const [index, one] of sourced.entries()) {
    const { candidate, source, at = ports.now(), pinned = false, endsOnly = false } = one;
    const vector = embedded?.[index];
    const said = { ...newMemory(candidate, source, space, at, ports), pinned };
    if (await isKnown(said, draft, ports)) continue;
    const outcome = isTimeKnown ? await closeGoals(said, draft, ports) : undefined;
    // That something was given up is told by the goal; of what was reached the words are worth keeping too.
    if (endsOnly || outcome === 'dropped' || (outcome && candidate.kind === 'goal')) continue;
    const related = await relatedTo(said, vector, draft, ports);
    // What was said at an unknown time cannot be told to be newer than what it disagrees with.
    if (!isTimeKnown && related.some((memory) => memory.status !== 'superseded' && areRivals(said, memory)))
      continue;

    for (const { before, after } of consolidate(said, related, ports.newId)) {
      if (!after) continue;
      draft.put(after, before);
      if (after.text === said.text && before?.text !== said.text) draft.embed(after.id, vector, ports);
    }
  }
  if (embedded) draft.vectors.push(...(await embedAll(draft.foundAnew, ports)));
  return draft.act(kind, ports);
}

/** One turn that says the same twice, or is learned from twice, says it once, whatever became of it since. */
async function isKnown(said: ActiveMemory, draft: Draft, { store }: Ports): Promise<boolean> {
  const [source] = said.sources;
  if (source?.from !== 'turn') return false;
  const ofTurn = [...(await store.memoriesOfTurn(source.turnId)), ...draft.memories];
  return ofTurn.some((memory) => isKnownSource(source, memory) && saysTheSame(said, memory));
}

function passagesIn(sourced: readonly Sourced[], store: MemoryStore): Promise<Passage[]> {
  const unborn = sourced.map(({ candidate: { kind, text }, source }, index) => ({
    id: String(index),
    kind,
    text,
    sources: [source],
  }));
  return passagesOf(unborn, store);
}

/** What a statement may have to do with: memories near to it, what waits to be settled, and what is behind these. */
async function relatedTo(
  said: ActiveMemory,
  vector: Float32Array | undefined,
  draft: Draft,
  ports: Ports,
): Promise<Memory[]> {
  const neighbours = await neighboursOf(said, vector, said.space, draft, ports);
  const unsettled = (await ports.store.memoriesByStatus('conflict')).map((memory) => draft.latest(memory));
  const near = [...neighbours, ...unsettled, ...draft.memories];
  // Only what was said before something that is known finds its place behind it.
  const at = saidFrom(said);
  const later = near.filter((memory) => saidTo(memory) > at);
  const behind = await Promise.all(later.map(({ id }) => ports.store.olderVersions(id)));
  const all = [...near, ...behind.flat().map((memory) => draft.latest(memory))];
  return [...new Map(all.map((memory) => [memory.id, memory])).values()].filter(
    ({ space, status }) => space === said.space && held.has(status),
  );
}

const held: ReadonlySet<MemoryStatus> = new Set(['active', 'conflict', 'superseded']);

/** The active memories nearest to a candidate, and the holders of its key. */
export async function neighboursOf(
  candidate: Pick<Candidate, 'text' | 'key'>,
  vector: Float32Array | undefined,
  space: SpaceId,
  draft: Draft,
  { store, vectors, words }: Ports,
): Promise<ActiveMemory[]> {
  const alike = vector ? vectors.search(vector, neighbourCount) : [];
  const near = [...alike, ...words.search(candidate.text, neighbourCount)];
  const found = await store.memories([...new Set(near.map(({ id }) => id))]);
  const holders = candidate.key ? await store.holdersOf(space, candidate.key) : [];
  const known = [...holders, ...found].map((memory) => draft.latest(memory));
  const all = new Map([...draft.memories, ...known].map((memory) => [memory.id, memory]));
  return [...all.values()].filter(isActive).filter((memory) => memory.space === space);
}
