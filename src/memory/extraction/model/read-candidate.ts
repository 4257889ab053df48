import { gate } from '@/memory/extraction/gate';
import type { Doubt } from '@/memory/extraction/model/own-prose';
import type { Candidate } from '@/memory/types';

/** A candidate that a model read, and why it may not be taken for true. */
export interface ReadCandidate {
  candidate: Candidate;
  doubt?: Doubt | undefined;
}

/** Those that the gate lets through for the turn as it stands. */
export function gated(read: readonly ReadCandidate[], turnText: string): ReadCandidate[] {
  const candidates = read.map(({ candidate }) => candidate);
  const passed = new Set(gate(candidates, turnText));
  return read.filter(({ candidate }) => passed.has(candidate));
}
