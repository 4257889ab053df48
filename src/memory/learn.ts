import { consolidate } from '@/memory/consolidate';
import { candidatesIn } from '@/memory/extraction/candidates-in';
import type { Act, PendingTurn, Ports } from '@/memory/ports';
import { saidStrength, strengthen } from '@/memory/strength';
import { mayLearnFrom } from '@/memory/trust';
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

  const candidates = await candidatesIn(turn.text, turn.capturedAt);
  const sourced = candidates.map((candidate) => ({ candidate, source: sourceOf(candidate, pending) }));
  return { learned, ...(await consolidateAll(sourced, conversation.space, 'learn', ports)) };
}

/** Consolidates candidates in order, each against the memories and against what those before it made of them. */
export async function consolidateAll(
  sourced: readonly { candidate: Candidate; source: Source }[],
  space: SpaceId,
  kind: 'learn' | 'add',
  ports: Ports,
): Promise<Omit<Act, 'learned'>> {
  if (sourced.length === 0) return {};
  const embedded = await ports.embedder.embed(sourced.map(({ candidate }) => candidate.text));
  const draft = new Draft();

  for (const [index, { candidate, source }] of sourced.entries()) {
    const vector = embedded[index];
    if (!vector)
      throw new Error(`The embedder answered ${embedded.length} vectors for ${sourced.length} texts`);
    const neighbours = await neighboursOf(candidate, vector, space, draft, ports);
    const decision = consolidate(candidate, neighbours);

    if (decision.do === 'reinforce') {
      const { memory } = decision;
      if (!isKnownSource(source, memory)) draft.put(reinforced(memory, source, ports.now()), memory);
      continue;
    }
    const memory = newMemory(candidate, source, space, ports);
    draft.put(memory);
    draft.vectors.push({ memoryId: memory.id, model: ports.embedder.model, vector });
    if (decision.do === 'supersede') draft.put(supersededBy(memory, decision.memory), decision.memory);
  }
  return draft.act(kind, ports);
}

/** The memories an act changes, as they were before it and as they are after it. */
class Draft {
  readonly vectors: VectorRecord[] = [];
  private readonly changes = new Map<MemoryId, Change>();

  put(after: Memory, before?: Memory): void {
    this.changes.set(after.id, { before: this.changes.get(after.id)?.before ?? before, after });
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

async function neighboursOf(
  candidate: Candidate,
  vector: Float32Array,
  space: SpaceId,
  draft: Draft,
  { store, vectors, words }: Ports,
): Promise<ActiveMemory[]> {
  const near = [...vectors.search(vector, neighbourCount), ...words.search(candidate.text, neighbourCount)];
  const found = await store.memories([...new Set(near.map(({ id }) => id))]);
  const holder = candidate.key && (await store.memoryByKey(space, candidate.key));
  const known = [...(holder ? [holder] : []), ...found].map((memory) => draft.latest(memory));
  return [...draft.memories, ...known].filter(
    (memory): memory is ActiveMemory => memory.status === 'active' && memory.space === space,
  );
}

function newMemory(
  candidate: Candidate,
  source: Source,
  space: SpaceId,
  { newId, now }: Ports,
): ActiveMemory {
  const { quote: _, ...said } = candidate;
  const at = now();
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

function reinforced(memory: ActiveMemory, source: Source, now: number): ActiveMemory {
  return { ...strengthen(memory, saidStrength, now), sources: [...memory.sources, source] };
}

function supersededBy(newer: Memory, { status: _, ...older }: ActiveMemory): Memory {
  return {
    ...older,
    status: 'superseded',
    supersededBy: newer.id,
    supersededAt: newer.createdAt,
    validTo: newer.validFrom ?? newer.createdAt,
  };
}

function sourceOf({ quote }: Candidate, { turn, conversation }: PendingTurn): Source {
  return {
    from: 'turn',
    site: conversation.site,
    conversationId: conversation.id,
    turnId: turn.id,
    quote,
    at: turn.capturedAt,
  };
}

/** A turn that is learned from a second time after a crash must not count twice. */
function isKnownSource(source: Source, memory: Memory): boolean {
  if (source.from !== 'turn') return false;
  return memory.sources.some((known) => known.from === 'turn' && known.turnId === source.turnId);
}
