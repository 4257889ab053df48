import { takesFocus } from '@/ui/models/use-kept-focus';

interface InlineQuestionProps {
  words: string;
  yes: string;
  no: string;
  /** Whether yes destroys something. */
  isHarmful?: boolean;
  onYes(): void;
  onNo(): void;
}

/** Asks in place, right where the act is: Esc is no. A key that is still held down from before is not an answer. */
export function InlineQuestion({ words, yes, no, isHarmful = false, onYes, onNo }: InlineQuestionProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onNo();
    else if (!event.repeat || event.key === 'Tab') return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name the question twice.
    <div class="question" role="group" aria-label={words} onKeyDown={onKeyDown}>
      <p>{words}</p>
      <div class="question-acts">
        <button
          type="button"
          class="firm"
          data-tone={isHarmful ? 'bad' : undefined}
          onClick={onYes}
          {...takesFocus}
        >
          {yes}
        </button>
        <button type="button" class="plain" onClick={onNo}>
          {no}
        </button>
      </div>
    </div>
  );
}
