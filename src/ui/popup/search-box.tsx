import type { Ref } from 'preact';
import type { MemoryStatus } from '@/memory/types';
import { useConnections } from '@/ui/connections';
import { Icon } from '@/ui/icons';
import { findStop, focusStop } from '@/ui/step-focus';
import { countText, text } from '@/ui/text';
import { useLive } from '@/ui/use-live';

const mostCharacters = 1_000;

interface SearchBoxProps {
  words: string;
  /** Which memories it searches. */
  status: MemoryStatus;
  field: Ref<HTMLInputElement>;
  onWords(words: string): void;
}

export function SearchBox({ words, status, field, onWords }: SearchBoxProps) {
  const { live } = useConnections();
  const count = useLive(() => live.count(status), [status]);

  const onKeyDown = (event: KeyboardEvent & { currentTarget: Element }) => {
    if (event.key === 'ArrowDown') findStop(event.currentTarget, 1)?.focus();
    else if (event.key === 'Escape' && words !== '') onWords('');
    else return;
    event.preventDefault();
  };

  return (
    <search class="field">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        autocomplete="off"
        spellcheck={false}
        maxLength={mostCharacters}
        aria-label={text('search')}
        aria-keyshortcuts="/"
        placeholder={count ? countText('searchOne', 'searchMany', count) : text('search')}
        value={words}
        onInput={(event) => onWords(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        {...focusStop}
      />
      {words === '' ? (
        <kbd>/</kbd>
      ) : (
        <button
          type="button"
          class="icon-button"
          aria-label={text('searchClear')}
          title={text('searchClear')}
          onClick={() => onWords('')}
        >
          <Icon name="clear" />
        </button>
      )}
    </search>
  );
}
