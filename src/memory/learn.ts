import { consolidate } from '@/memory/consolidate';
import { type Passage, passagesOf, passageVectors } from '@/memory/embed';
import { candidatesIn } from '@/memory/extraction/candidates-in';
import { jobFor } from '@/memory/extraction/model/job-for';
import type { Act, MemoryStore, PendingTurn, Ports } from '@/memory/ports';
import { saidStrength, strengthen } from '@/memory/strength';
import { mayLearnFrom, saidAt } from '@/memory/trust';
import type {
  ActiveMemory,
  Candidate,
  Change,
  Memory,
  MemoryId,
  Source,
  SpaceId,
  VectorRecord,
} from '@/memory/types';

/** How many memories next to a candidate are looked at for the same meaning. */
const neighbourCount = 8;

/** The act that makes one pending turn a learned one, memories and all. It changes nothing by itself. */
export async function learnFrom(pending: PendingTurn, ports: Ports): Promise<Act> {
  const { turn, conversation } = pending;
  const learned = { turnIds: [turn.id], at: ports.now() };
  if (!mayLearnFrom(turn)) return { learned };

  const candidates = await candidatesIn(turn.text, saidAt(turn));
  const sourced = candidates.map((candidate) => ({ candidate, source: sourceOf(candidate, pending) }));
  const isTimeKnown = saidAt(turn) !== undefined;
  const job = ports.extractor() && jobFor(turn, ports.now());
  const jobs = job ? { jobs: { added: [job] } } : {};
  return {
    learned,
    ...jobs,
    ...(await consolidateAll(sourced, conversation.space, 'learn', isTimeKnown, ports)),
  };
}

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

/** The memories an act changes, as they were before it and as they are after it. */
export class Draft {
  readonly vectors: VectorRecord[] = [];
  private readonly changes = new Map<MemoryId, Change>();

  put(after: Memory, before?: Memory): void {
    const known = this.changes.get(after.id);
    this.changes.set(after.id, { before: known ? known.before : before, after });
  }

  embed(memoryId: MemoryId, vector: Float32Array | undefined, { embedder }: Ports): void {
    if (vector) this.vectors.push({ memoryId, model: embedder.model, vector });
  }

  latest(memory: Memory): Memory {
    return this.changes.get(memory.id)?.after ?? memory;
  }

  get memories(): Memory[] {
    return [...this.changes.values()].flatMap(({ after }) => after ?? []);
  }

  act(kind: 'learn' | 'add', { newId, now }: Ports): Omit<Act, 'learned'> {
    if (this.changes.size === 0) return {};
    const changes = [...this.changes.values()];
    return {
      put: this.memories,
      vectors: this.vectors,
      entry: { id: newId(), at: now(), kind, changes },
    };
  }
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

export function newMemory(
  candidate: Candidate,
  source: Source,
  space: SpaceId,
  at: number,
  { newId }: Ports,
): ActiveMemory {
  const { quote: _, ...said } = candidate;
  return {
    ...said,
    id: newId(),
    status: 'active',
    space,
    strength: saidStrength,
    strengthAt: at,
    uses: 0,
    pinned: false,
    sources: [source],
    createdAt: at,
    updatedAt: at,
  };
}

export function reinforced(memory: ActiveMemory, source: Source, now: number): ActiveMemory {
  return { ...strengthen(memory, saidStrength, now), sources: withSource(memory.sources, source) };
}

/** What the user writes by hand stands to the letter, also where the same was read off a chat before. */
function inUsersWords(candidate: Candidate, memory: ActiveMemory, now: number): ActiveMemory {
  if (candidate.basis !== 'written' || candidate.text === memory.text) return memory;
  return { ...memory, text: candidate.text, basis: 'written', updatedAt: now };
}

/** The first source and the latest tell the story; what is said in every chat would grow without end. */
export function withSource(sources: readonly Source[], source: Source): Source[] {
  return [...sources.slice(0, 1), ...sources.slice(1).slice(-mostLatestSources), source];
}

const mostLatestSources = 8;

export function supersededBy(newer: Memory, { status: _, ...older }: ActiveMemory): Memory {
  return {
    ...older,
    status: 'superseded',
    supersededBy: newer.id,
    supersededAt: newer.createdAt,
    validTo: newer.validFrom ?? newer.createdAt,
  };
}

export function sourceOf({ quote }: Candidate, { turn, conversation }: PendingTurn): Source {
  return {
    from: 'turn',
    site: conversation.site,
    conversationId: conversation.id,
    turnId: turn.id,
    quote,
    at: turn.capturedAt,
  };
}

/** One turn that says the same twice says it once. */
export function isKnownSource(source: Source, memory: Memory): boolean {
  if (source.from !== 'turn') return false;
  return memory.sources.some((known) => known.from === 'turn' && known.turnId === source.turnId);
}
