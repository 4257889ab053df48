interface AnswerProps {
  words: string;
  /** The key that gives this answer, as it stands on the keyboard. */
  hint: string;
  /** All keys that give it, as `aria-keyshortcuts` names them. */
  keys: string;
  onClick(): void;
}

export function Answer({ words, hint, keys, onClick }: AnswerProps) {
  // The next card takes the place of this one: the second click of a double click would answer that.
  const onFirstClick = ({ detail }: MouseEvent) => {
    if (detail < 2) onClick();
  };

  return (
    <button type="button" class="plain answer" aria-keyshortcuts={keys} onClick={onFirstClick}>
      {words}
      <span class="key" aria-hidden="true">
        {hint}
      </span>
    </button>
  );
}
