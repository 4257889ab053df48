import type { Stand } from '@/ui/models/stand';
import type { StateLook } from '@/ui/models/state-line';

/** The sign before the words of a state. */
export function lookOf(stand: Stand): StateLook {
  switch (stand.is) {
    case 'absent':
      return { icon: 'elsewhere' };
    case 'failed':
      return { icon: 'warning', tone: 'bad' };
    case 'serving':
      return { icon: 'serving', tone: 'good' };
    case 'wanted':
      return { icon: 'reread' };
    case 'downloading':
      return { icon: 'download' };
    case 'paused':
    case 'checking':
    case 'ready':
      return { icon: stand.is };
  }
}

/** How far it has come with what it is at, 0 to 1; undefined where it is at nothing, or done with it. */
export function shareOf(stand: Stand): number | undefined {
  if (stand.is === 'wanted') return stand.done / Math.max(1, stand.total);
  return 'have' in stand && stand.have < stand.bytes ? stand.have / stand.bytes : undefined;
}

export function isMoving({ is }: Stand): boolean {
  return is === 'downloading' || is === 'wanted';
}
