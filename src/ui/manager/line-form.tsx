import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface LineFormProps {
  label: string;
  hint: string;
  value: string;
  placeholder?: string;
  /** Stands on the button. */
  act: string;
  isBusy?: boolean;
  onValue(value: string): void;
  onSubmit(): void;
  /** Below the field: a question, a problem. */
  children?: ComponentChildren;
}

/** One line to fill in, what it is for, and one button. */
export function LineForm(props: LineFormProps) {
  const { label, hint, value, placeholder, act, isBusy = false, onValue, onSubmit, children } = props;
  const id = useId();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isBusy) onSubmit();
  };
  return (
    <form class="line-form" onSubmit={submit}>
      <label for={id}>{label}</label>
      <p class="meta" id={`${id}-hint`}>
        {hint}
      </p>
      <div class="line">
        <div class="field">
          <input
            id={id}
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            maxLength={500}
            placeholder={placeholder}
            aria-describedby={`${id}-hint`}
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="plain" aria-disabled={isBusy}>
          {act}
        </button>
      </div>
      {children}
    </form>
  );
}
