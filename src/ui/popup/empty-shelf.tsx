import type { ShelfQuery } from '@/ui/popup/use-shelf';
import { type TextKey, text } from '@/ui/text';

interface EmptyShelfProps {
  query: ShelfQuery;
  onQuery(change: Partial<ShelfQuery>): void;
}

interface EmptyWords {
  title: TextKey;
  hint: TextKey;
  act?: { name: TextKey; change: Partial<ShelfQuery> };
}

/** Says what will appear in an empty list, and the one thing to do now. */
export function EmptyShelf({ query, onQuery }: EmptyShelfProps) {
  const { title, hint, act } = wordsFor(query);
  return (
    <div class="empty">
      <p class="empty-title">{text(title)}</p>
      <p>{text(hint)}</p>
      {act && (
        <button type="button" class="plain" onClick={() => onQuery(act.change)}>
          {text(act.name)}
        </button>
      )}
    </div>
  );
}

function wordsFor({ words, kind, status }: ShelfQuery): EmptyWords {
  if (words.trim() !== '') {
    const act = { name: 'emptySearchAct', change: { words: '' } } as const;
    return { title: 'emptySearch', hint: 'emptySearchHint', act };
  }
  if (kind) {
    const act = { name: 'emptyKindAct', change: { kind: undefined } } as const;
    return { title: 'emptyKind', hint: 'emptyKindHint', act };
  }
  if (status === 'archived') {
    const act = { name: 'emptyArchivedAct', change: { status: 'active' } } as const;
    return { title: 'emptyArchived', hint: 'emptyArchivedHint', act };
  }
  if (status === 'waiting') {
    const act = { name: 'emptyArchivedAct', change: { status: 'active' } } as const;
    return { title: 'emptyWaiting', hint: 'emptyWaitingHint', act };
  }
  return { title: 'emptyAll', hint: 'emptyAllHint' };
}
