import type { Memory, MemoryKind } from '@/memory/types';

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
/** Being put into a prompt says less than being said again. */
export const usedStrength = 0.2;

export function strengthNow(memory: Memory, now: number): number {
  return memory.strength * fading(memory.kind, now - memory.strengthAt);
}

export function strengthen<Kept extends Memory>(memory: Kept, by: number, now: number): Kept {
  return { ...memory, strength: strengthNow(memory, now) + by, strengthAt: now };
}

/** 1 at age zero, one half after a half-life. */
export function fading(kind: MemoryKind, ageMs: number): number {
  return 0.5 ** (Math.max(0, ageMs) / halfLifeMs[kind]);
}
