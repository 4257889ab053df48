import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { text } from '@/ui/text';

const mostCharacters = 2_000;

interface MemoryEditorProps {
  words: string;
  onSave(words: string): void;
  onCancel(): void;
  /** Stands beside the buttons. */
  children: ComponentChildren;
}

/** Rewords a memory in place: Enter saves, Shift+Enter starts a new line, Esc leaves it as it was. */
export function MemoryEditor({ words, onSave, onCancel, children }: MemoryEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(words.length, words.length);
  }, []);

  const save = () => {
    const saved = field.current?.value.trim() ?? '';
    if (saved === '' || saved === words) onCancel();
    else onSave(saved);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) save();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <textarea
        class="memory-draft"
        ref={field}
        rows={2}
        maxLength={mostCharacters}
        aria-label={text('editLabel')}
        defaultValue={words}
        onKeyDown={onKeyDown}
      />
      <div class="memory-foot">
        {children}
        <button type="button" class="plain" title="Esc" onClick={onCancel}>
          {text('cancel')}
        </button>
        <button type="button" class="firm" title="Enter" onClick={save}>
          {text('save')}
        </button>
      </div>
    </>
  );
}
