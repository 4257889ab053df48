import {
  inUsersWords,
  isKnownSource,
  newMemory,
  reinforced,
  supersededBy,
} from '@/memory/consolidation/changes';
import { consolidate } from '@/memory/consolidation/consolidate';
import { Draft } from '@/memory/consolidation/draft';
import { type Passage, passagesOf, passageVectors } from '@/memory/embed';
import type { Act, MemoryStore, Ports } from '@/memory/ports';
import type { ActiveMemory, Candidate, Source, SpaceId } from '@/memory/types';

/** How many memories next to a candidate are looked at for the same meaning. */
const neighbourCount = 8;

/** A candidate, where it was read, and when what it says was said; now unless told. */
export interface Sourced {
  candidate: Candidate;
  source: Source;
  at?: number;
  pinned?: boolean;
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

  for (const [index, { candidate, source, at = ports.now(), pinned = false }] of sourced.entries()) {
    const vector = embedded?.[index];
    const neighbours = await neighboursOf(candidate, vector, space, draft, ports);
    const decision = consolidate(candidate, neighbours, isTimeKnown);
    if (decision.do === 'skip') continue;

    if (decision.do === 'reinforce') {
      const { memory } = decision;
      if (!isKnownSource(source, memory)) {
        draft.put(inUsersWords(candidate, reinforced(memory, source, at), at), memory);
        if (candidate.basis === 'written') draft.embed(memory.id, vector, ports);
      }
      continue;
    }
    const memory = { ...newMemory(candidate, source, space, at, ports), pinned };
    draft.put(memory);
    draft.embed(memory.id, vector, ports);
    if (decision.do === 'supersede') {
      for (const older of decision.memories) draft.put(supersededBy(memory, older), older);
    }
  }
  return draft.act(kind, ports);
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

export async function neighboursOf(
  candidate: Candidate,
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
  return [...all.values()].filter(
    (memory): memory is ActiveMemory => memory.status === 'active' && memory.space === space,
  );
}
