import type { PendingTurn, Ports } from '@/memory/ports';
import { saidStrength, strengthen } from '@/memory/strength';
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

export function reinforced(memory: ActiveMemory, source: Source, now: number): ActiveMemory {
  return { ...strengthen(memory, saidStrength, now), sources: withSource(memory.sources, source) };
}

/** What the user writes by hand stands to the letter, also where the same was read off a chat before. */
export function inUsersWords(candidate: Candidate, memory: ActiveMemory, now: number): ActiveMemory {
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
