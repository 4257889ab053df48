import { bare } from '@/memory/bare';
import { inTime, saidFrom, saidTo } from '@/memory/consolidation/said-when';
import type { PendingTurn, Ports } from '@/memory/ports';
import { fading, saidStrength, strengthen, strengthNow } from '@/memory/strength';
import type { ActiveMemory, Candidate, Memory, Source, SpaceId } from '@/memory/types';

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

/** A memory that was said again just now. */
export function reinforced(memory: ActiveMemory, source: Source, now: number): ActiveMemory {
  return { ...strengthen(memory, saidStrength, now), sources: withSource(memory.sources, source) };
}

/** A memory that was said once more. What the user writes by hand stands to the letter. */
export function saidAgain(memory: Memory, said: ActiveMemory): Memory {
  const at = saidFrom(said);
  const again = {
    ...memory,
    ...strengthenedAt(memory, at),
    sources: capped([...memory.sources, ...said.sources]),
  };
  const { text, basis } = said;
  if (basis !== 'written') return again;
  return text === memory.text ? { ...again, basis } : { ...again, text, basis, updatedAt: at };
}

/** The same whichever was said first: both fade to the later time, and add up there. */
export function strengthenedAt(memory: Memory, at: number): Pick<Memory, 'strength' | 'strengthAt'> {
  const strengthAt = Math.max(at, memory.strengthAt);
  const added = saidStrength * fading(memory.kind, strengthAt - at);
  return { strength: strengthNow(memory, strengthAt) + added, strengthAt };
}

/** The first source and the latest tell the story; what is said in every chat would grow without end. */
export function withSource(sources: readonly Source[], source: Source): Source[] {
  return capped([...sources, source]);
}

function capped(sources: readonly Source[]): Source[] {
  const [first, ...later] = inTime(sources);
  return first ? [first, ...later.slice(-mostLatestSources)] : [];
}

const mostLatestSources = 9;

/** What took another one's place: the older one is kept behind it, with the time in which it held. */
export function supersededBy(newer: Memory, older: Memory): Memory {
  return {
    ...bare(older),
    status: 'superseded',
    supersededBy: newer.id,
    supersededAt: newer.createdAt,
    validFrom: older.validFrom ?? saidFrom(older),
    validTo: newer.validFrom ?? heldUntil(newer, older),
  };
}

/** Until the newer one was said, after the older one was. */
function heldUntil(newer: Memory, older: Memory): number {
  const since = newer.sources.map(({ at }) => at).filter((at) => at >= saidTo(older));
  return since.length > 0 ? Math.min(...since) : newer.createdAt;
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
