import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import { MemoryList } from '@/ui/memory-list';
import { EmptyShelf } from '@/ui/popup/empty-shelf';
import { SearchBox } from '@/ui/popup/search-box';
import { ShelfFilter } from '@/ui/popup/shelf-filter';
import { useJustLearned } from '@/ui/popup/use-just-learned';
import { type ShelfQuery, useShelf } from '@/ui/popup/use-shelf';
import { Problem } from '@/ui/problem';
import { countText, text } from '@/ui/text';

const pageSize = 50;
const everything: ShelfQuery = { words: '', kind: undefined, status: 'active', limit: pageSize };

/** All memories: what was just learned, then the others, or what a search or a filter leaves of them. */
export function Shelf({ searchField }: { searchField: Ref<HTMLInputElement> }) {
  const [query, setQuery] = useState(everything);
  const { words, kind, status } = query;
  const { memories, more, problem } = useShelf(query);
  const justLearned = useJustLearned();

  const change = (changes: Partial<ShelfQuery>) => setQuery({ ...query, limit: pageSize, ...changes });

  const searching = words.trim() !== '';
  const whole = !searching && !kind && status === 'active';
  const learned = (whole && justLearned) || [];
  const others = memories?.filter(({ id }) => !learned.some((memory) => memory.id === id)) ?? [];

  return (
    <>
      <div class="shelf-query">
        <SearchBox words={words} status={status} field={searchField} onWords={(words) => change({ words })} />
        <ShelfFilter query={query} onQuery={change} />
        <Problem words={problem} />
      </div>

      <p class="unseen" role="status">
        {searching && memories ? foundText(memories.length) : ''}
      </p>
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
      {memories && justLearned && learned.length + others.length === 0 && (
        <EmptyShelf query={query} onQuery={change} />
      )}
      {more && (
        <button
          type="button"
          class="plain shelf-more"
          onClick={() => change({ limit: query.limit + pageSize })}
        >
          {text('showMore')}
        </button>
      )}
    </>
  );
}

function foundText(count: number): string {
  return count === 0 ? text('foundNone') : countText('foundOne', 'foundMany', count);
}
