import type { Ref } from 'preact';
import { Icon } from '@/ui/icons';
import { findStop, focusStop } from '@/ui/step-focus';
import { countText, text } from '@/ui/text';

const mostCharacters = 1_000;

interface SearchBoxProps {
  words: string;
  /** How many memories it searches; undefined while that is not known. */
  count: number | undefined;
  field: Ref<HTMLInputElement>;
  onWords(words: string): void;
}

export function SearchBox({ words, count, field, onWords }: SearchBoxProps) {
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
