import { type Attributes, type Child, el } from './dom';

interface EditBoxOptions {
  text: string;
  save: Child;
  cancel: Child;
  /** The site's own marks. */
  field?: Attributes;
  button?: Attributes;
  onSave(text: string): void;
  onCancel(): void;
}

/** The box in which a user turn is edited. Enter is a new line in it, as in any text field. */
export function editBox({
  text,
  save,
  cancel,
  field,
  button,
  onSave,
  onCancel,
}: EditBoxOptions): HTMLElement {
  const rows = Math.min(8, text.split('\n').length + 1);
  const box = el('textarea', { class: 'p-edit-text', rows, ...field });
  box.value = text;
  queueMicrotask(() => box.focus());
  return el(
    'div',
    { class: 'p-edit' },
    box,
    el(
      'div',
      { class: 'p-edit-buttons' },
      el('button', { type: 'button', class: 'p-button', onclick: onCancel, ...button }, cancel),
      el(
        'button',
        { type: 'button', class: 'p-button p-main', onclick: () => onSave(box.value), ...button },
        save,
      ),
    ),
  );
}
