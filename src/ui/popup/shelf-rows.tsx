import { MemoryList } from '@/ui/memory-list';
import { EmptyShelf } from '@/ui/popup/empty-shelf';
import { Found } from '@/ui/popup/found';
import { useJustLearned } from '@/ui/popup/use-just-learned';
import { type RowsQuery, type ShelfQuery, useShelf } from '@/ui/popup/use-shelf';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';

interface ShelfRowsProps {
  query: RowsQuery;
  /** Whether nothing else stands on the shelf. */
  isLone: boolean;
  onQuery(change: Partial<ShelfQuery>): void;
  onMore(): void;
}

/** Memories as rows: what was just learned, then the others, or what a search or a filter leaves of them. */
export function ShelfRows({ query, isLone, onQuery, onMore }: ShelfRowsProps) {
  const { words, kind, status } = query;
  const { memories, more, problem } = useShelf(query);
  const justLearned = useJustLearned();

  const isWhole = words.trim() === '' && !kind && status === 'active';
  const learned = (isWhole && justLearned) || [];
  const others = memories?.filter(({ id }) => !learned.some((memory) => memory.id === id)) ?? [];
  const isEmpty = memories && justLearned && learned.length + others.length === 0;

  return (
    <>
      <Problem words={problem} />
      <Found words={words} count={memories?.length} />
      {learned.length > 0 && (
        <section class="shelf-part">
          <h2>{text('justLearned')}</h2>
          <MemoryList label={text('justLearned')} memories={learned} />
        </section>
      )}
      {others.length > 0 && (
        <section class="shelf-part">
          {learned.length > 0 && <h2>{text('earlier')}</h2>}
          <MemoryList label={text(learned.length > 0 ? 'earlier' : 'memories')} memories={others} />
        </section>
      )}
      {isEmpty && isLone && <EmptyShelf query={query} onQuery={onQuery} />}
      {more && (
        <button type="button" class="plain shelf-more" onClick={onMore}>
          {text('showMore')}
        </button>
      )}
    </>
  );
}
