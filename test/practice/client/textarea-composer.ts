import { AttachmentTray } from './attachments';
import { isComposing } from './composing';
import { el, iconButton } from './dom';
import type { Composer, ComposerActions } from './run-site';

/**
 * A text field controlled the way React controls one: the state changes on `input` events, a value assigned
 * on the element itself counts as already known, and every redraw writes the state back into the field.
 */
export function textareaComposer({ draft, send, stop }: ComposerActions): Composer {
  let state = draft;
  let isAnswering = false;
  const field = el('textarea', {
    class: 'p-editor p-textarea',
    rows: 1,
    placeholder: 'Message',
    name: 'message',
  });
  const known = trackValue(field);
  const tray = new AttachmentTray(() => draw());
  const button = el('div', { class: 'p-trailing' });

  field.addEventListener('input', () => {
    if (!known.changed()) return;
    state = field.value;
    draw();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    submit();
  });
  field.addEventListener('paste', (event) => {
    if (tray.takePaste(event.clipboardData, Number.POSITIVE_INFINITY)) event.preventDefault();
  });

  function submit(): void {
    const text = state.trim();
    if (isAnswering || (!text && tray.isEmpty)) return;
    state = '';
    send({ text, attachments: tray.take() });
    draw();
  }

  function draw(): void {
    if (field.value !== state) field.value = state;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
    const isEmpty = !state.trim() && tray.isEmpty;
    button.replaceChildren(
      isAnswering
        ? iconButton('stop', 'Stop', { class: 'p-icon p-send', onclick: stop })
        : iconButton('send', 'Send', { class: 'p-icon p-send', type: 'submit', disabled: isEmpty }),
    );
  }

  const form = el(
    'form',
    { class: 'p-form' },
    el(
      'div',
      { class: 'p-surface' },
      tray.node,
      el('div', { class: 'p-row' }, el('div', { class: 'p-field' }, field), button),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  draw();
  return {
    node: form,
    draft: () => state,
    focus: () => field.focus(),
    destroy: () => field.remove(),
    setAnswering(answering) {
      isAnswering = answering;
      draw();
    },
  };
}

/** Shadows `value` on the element, so that only changes made past it (by typing) count as changes. */
function trackValue(field: HTMLTextAreaElement): { changed(): boolean } {
  const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
  if (!native?.get || !native.set) throw new Error('HTMLTextAreaElement has no accessor for value.');
  const { get, set } = native;
  let tracked = '';
  Object.defineProperty(field, 'value', {
    configurable: true,
    get: () => get.call(field) as string,
    set(value: string) {
      tracked = value;
      set.call(field, value);
    },
  });
  return {
    changed() {
      const next = get.call(field) as string;
      const isChanged = next !== tracked;
      tracked = next;
      return isChanged;
    },
  };
}
