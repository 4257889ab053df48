import type { FeedbackSort, Memory, MemoryKind } from '@/memory/types';

const dayMs = 86_400_000;

/**
 * After this long without being said again or used, half of a memory's strength is left. Who somebody is outlasts
 * what they did: rules and facts fade over years, an episode over a season.
 */
export const halfLifeMs: Record<MemoryKind, number> = {
  fact: 720 * dayMs,
  preference: 540 * dayMs,
  procedure: 720 * dayMs,
  goal: 180 * dayMs,
  episode: 90 * dayMs,
};

/** What a memory starts with, and what saying it again adds. */
export const saidStrength = 1;
/**
 * What else adds to a memory's strength or takes from it. Being put into a prompt says less than being said again; a
 * thumb says more than a memory that was left out of one prompt, which may have been about something else.
 */
export const strengthOf: Readonly<Record<'used' | FeedbackSort, number>> = {
  used: 0.2,
  up: 0.3,
  'edited-out': -0.2,
  dismissed: -0.1,
  down: -0.5,
};

/** Feedback takes no memory below this: what the user thinks of it now and then is not to forget it. */
export const leastStrength = 0.05;

export function strengthNow(memory: Memory, now: number): number {
  return memory.strength * fading(memory.kind, now - memory.strengthAt);
}

export function strengthen<Kept extends Memory>(memory: Kept, by: number, now: number): Kept {
  return { ...memory, strength: strengthNow(memory, now) + by, strengthAt: now };
}

/** Less strength, though not below the least; what time has taken further stays where it is. */
export function weaken<Kept extends Memory>(memory: Kept, by: number, now: number): Kept {
  const strength = strengthNow(memory, now);
  const least = Math.min(strength, leastStrength);
  return { ...memory, strength: Math.max(least, strength - by), strengthAt: now };
}

/** 1 at age zero, one half after a half-life. */
export function fading(kind: MemoryKind, ageMs: number): number {
  return 0.5 ** (Math.max(0, ageMs) / halfLifeMs[kind]);
}
