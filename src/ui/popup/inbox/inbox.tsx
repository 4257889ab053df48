import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useConnections } from '@/ui/connections';
import { ConflictCard } from '@/ui/popup/inbox/conflict-card';
import { MemoryCard } from '@/ui/popup/inbox/memory-card';
import { place, useKeptPlace } from '@/ui/popup/inbox/use-kept-place';
import type { Waiting } from '@/ui/popup/inbox/use-waiting';
import { countText, text } from '@/ui/text';
import { useLive } from '@/ui/use-live';
import '@/ui/popup/inbox/inbox.css';

interface InboxProps {
  /** What of it is to be shown here. */
  shown: readonly Waiting[];
  /** Most cards to show. */
  most: number;
  /** How many wait in all. */
  left: number;
  onMore(): void;
  /** Stands in the place of the cards where there are none. */
  instead: VNode | undefined;
}

/**
 * What waits for the user's answer, as cards. When one is answered the next takes its place, and the focus stays there.
 */
export function Inbox({ shown, most, left, onMore, instead }: InboxProps) {
  const { live } = useConnections();
  const part = useRef<HTMLElement>(null);
  useKeptPlace(part);

  const cards = shown.slice(0, most);
  const more = shown.length - cards.length;
  const sources = cards.flat().flatMap((memory) => memory.sources);
  const ids = sources.flatMap((source) => (source.from === 'turn' ? source.conversationId : []));
  const conversations = useLive(() => live.conversations(ids), [ids.join()]);

  return (
    <section class="inbox" ref={part} aria-label={text('toConfirm')}>
      <Left count={left} />
      {cards.length > 0 && (
        <>
          <h2>{text('toConfirm')}</h2>
          <ul aria-label={text('toConfirm')}>
            {cards.map(([memory, newer]) =>
              newer ? (
                <ConflictCard key={memory.id} older={memory} newer={newer} conversations={conversations} />
              ) : (
                <MemoryCard key={memory.id} memory={memory} conversations={conversations} />
              ),
            )}
          </ul>
        </>
      )}
      {more > 0 && (
        <button type="button" class="plain shelf-more" onClick={onMore} {...place}>
          {countText('oneMore', 'manyMore', more)}
        </button>
      )}
      {cards.length === 0 && instead && (
        <div class="inbox-done" tabIndex={-1} {...place}>
          {instead}
        </div>
      )}
    </section>
  );
}

/** Says how many are left whenever one was answered; the bar at the end of the page says what became of it. */
function Left({ count }: { count: number }) {
  const [said, setSaid] = useState('');
  const before = useRef(count);

  useEffect(() => {
    setSaid(count < before.current ? leftText(count) : '');
    before.current = count;
  }, [count]);

  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}

function leftText(count: number): string {
  return count === 0 ? text('leftNone') : countText('leftOne', 'leftMany', count);
}
