import { type Child, el } from './dom';

interface EditBoxOptions {
  text: string;
  save: Child;
  cancel: Child;
  onSave(text: string): void;
  onCancel(): void;
}

/** The box in which a user turn is edited. Enter is a new line in it, as in any text field. */
export function editBox({ text, save, cancel, onSave, onCancel }: EditBoxOptions): HTMLElement {
  const box = el('textarea', { class: 'p-edit-text', rows: Math.min(8, text.split('\n').length + 1) });
  box.value = text;
  queueMicrotask(() => box.focus());
  return el(
    'div',
    { class: 'p-edit' },
    box,
    el(
      'div',
      { class: 'p-edit-buttons' },
      el('button', { type: 'button', class: 'p-button', onclick: onCancel }, cancel),
      el('button', { type: 'button', class: 'p-button p-main', onclick: () => onSave(box.value) }, save),
    ),
  );
}
