import type { Memory } from '@/memory/types';

/** Below what is said of oneself: an extract is there to be asked for. */
export const extractImportance = 0.3;

/** Whether an episode is the extract of an exchange, rather than an event that matters by itself. */
export function isExtract({
  kind,
  basis,
  importance,
}: Pick<Memory, 'kind' | 'basis' | 'importance'>): boolean {
  return kind === 'episode' && basis !== 'written' && importance <= extractImportance;
}
