import type { Memory, Source } from '@/memory/types';

export type Said = Pick<Memory, 'sources'>;

/** When it was said first, epoch milliseconds. */
export function saidFrom({ sources }: Said): number {
  return Math.min(...sources.map(({ at }) => at));
}

/** When it was said last. */
export function saidTo({ sources }: Said): number {
  return Math.max(...sources.map(({ at }) => at));
}

/** When the user wrote it by hand; to be asked of what was written. */
export function writtenFrom({ sources }: Said): number {
  const byHand = sources.filter(({ from }) => from === 'hand').map(({ at }) => at);
  return byHand.length > 0 ? Math.min(...byHand) : saidFrom({ sources });
}

export function isEarlier(one: Said, other: Said): boolean {
  return saidFrom(one) < saidFrom(other);
}

export function inTime(sources: readonly Source[]): Source[] {
  return [...sources].sort((one, other) => one.at - other.at);
}
