import type { Memory, MemoryKind } from '@/memory/types';
import { useConnections } from '@/ui/connections';
import { useSearch } from '@/ui/popup/use-search';
import { useLive } from '@/ui/use-live';

export interface ShelfQuery {
  words: string;
  kind: MemoryKind | undefined;
  /** What waits for the user's answer is shown as cards, the rest as rows. */
  status: 'active' | 'archived' | 'waiting';
  /** Most memories to show. */
  limit: number;
}

/** A query whose answer is shown as rows. */
export type RowsQuery = ShelfQuery & { status: 'active' | 'archived' };

/** The memories that a query asks for: the newest first, or the best matches first once there are words. */
export function useShelf({ words: typed, kind, status, limit }: RowsQuery) {
  const { live } = useConnections();
  const words = typed.trim();
  // The engine's search knows active memories only; the archived ones are few and are looked through here.
  const sifting = words !== '' && status !== 'active';
  const most = sifting ? Number.POSITIVE_INFINITY : limit + 1;

  const listed = useLive(() => live.memories({ status, kind, limit: most }), [status, kind, most]);
  const { ids, problem } = useSearch(sifting ? '' : words, listed);
  const found = useLive(() => live.memoriesById(ids ?? []), [ids]);

  const isAsked = (memory: Memory) => memory.status === status && (!kind || memory.kind === kind);
  const all = sifting
    ? listed?.filter(({ text }) => hasWords(text, words))
    : words !== '' && ids
      ? found?.filter(isAsked)
      : listed;

  return { memories: all?.slice(0, limit), more: (all?.length ?? 0) > limit, problem };
}

export function hasWords(text: string, words: string): boolean {
  const lower = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
