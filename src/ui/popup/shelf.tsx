import type { Ref } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useConnections } from '@/ui/connections';
import { EmptyShelf } from '@/ui/popup/empty-shelf';
import { Found } from '@/ui/popup/found';
import { Inbox } from '@/ui/popup/inbox/inbox';
import { siftWaiting, useWaiting } from '@/ui/popup/inbox/use-waiting';
import { SearchBox } from '@/ui/popup/search-box';
import { ShelfFilter } from '@/ui/popup/shelf-filter';
import { ShelfRows } from '@/ui/popup/shelf-rows';
import type { ShelfQuery } from '@/ui/popup/use-shelf';
import { text } from '@/ui/text';
import { useLive } from '@/ui/use-live';

const pageSize = 50;
const mostCards = 5;
const everything: ShelfQuery = { words: '', kind: undefined, status: 'active', limit: pageSize };

/** All memories: first what waits for an answer, then the others, or what a search or a filter leaves of them. */
export function Shelf({ searchField }: { searchField: Ref<HTMLInputElement> }) {
  const { live } = useConnections();
  const [query, setQuery] = useState(everything);
  const { words, kind, status, limit } = query;
  const waiting = useWaiting();
  const hasWaited = useRef(false);
  hasWaited.current ||= (waiting?.length ?? 0) > 0;
  const rows = useLive(() => live.count(status === 'archived' ? status : 'active'), [status]);

  const change = (changes: Partial<ShelfQuery>) => setQuery({ ...query, limit: pageSize, ...changes });
  const showMore = () => change({ limit: limit + pageSize });

  const isOfWaiting = status === 'waiting';
  const isWhole = status === 'active' && !kind && words.trim() === '';
  const shown = waiting && (isOfWaiting ? siftWaiting(waiting, words.trim(), kind) : isWhole ? waiting : []);

  return (
    <>
      <div class="shelf-query">
        <SearchBox
          words={words}
          count={isOfWaiting ? waiting?.length : rows}
          field={searchField}
          onWords={(words) => change({ words })}
        />
        <ShelfFilter query={query} waiting={waiting?.length ?? 0} onQuery={change} />
      </div>

      {waiting && shown && (
        <Inbox
          shown={shown}
          most={isOfWaiting ? limit : mostCards}
          left={waiting.length}
          onMore={isOfWaiting ? showMore : () => change({ status: 'waiting' })}
          instead={
            isOfWaiting ? (
              <EmptyShelf query={query} onQuery={change} />
            ) : isWhole && hasWaited.current ? (
              <p class="meta">{text('leftNone')}</p>
            ) : undefined
          }
        />
      )}
      {isOfWaiting && <Found words={words} count={shown?.length} />}
      {waiting && status !== 'waiting' && (
        <ShelfRows
          query={{ ...query, status }}
          isLone={shown?.length === 0}
          onQuery={change}
          onMore={showMore}
        />
      )}
    </>
  );
}
