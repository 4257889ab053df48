import type { MemoryKind } from '@/memory/types';
import type { TextKey } from '@/ui/text';

export const kindNames = {
  fact: 'kindFact',
  preference: 'kindPreference',
  procedure: 'kindProcedure',
  goal: 'kindGoal',
  episode: 'kindEpisode',
} as const satisfies Record<MemoryKind, TextKey>;
