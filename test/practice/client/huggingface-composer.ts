import { AttachmentTray } from './attachments';
import { boundField } from './bound-field';
import { el, iconButton } from './dom';
import type { Composer, ComposerActions } from './run-site';

/**
 * A text field bound the way Svelte binds one: every `input` event is believed, and the page is drawn
 * right after. Nothing leaves without words. Another button stands in the place of the one that sends.
 */
export function huggingfaceComposer({ draft, send, stop }: ComposerActions): Composer {
  let isAnswering = false;
  const tray = new AttachmentTray(() => draw());
  const place = el('div', { class: 'p-trailing' });
  const field = boundField({
    attributes: {
      class: 'scrollbar-custom max-h-[4lh] w-full p-editor p-textarea',
      rows: 1,
      tabindex: 0,
      inputmode: 'text',
      placeholder: 'Ask anything',
    },
    draft,
    ignoresAssignedValues: false,
    onChange: () => queueMicrotask(draw),
    onEnter: () => submit(),
    onPaste: (data) => tray.takePaste(data, 3984),
  });

  function submit(): void {
    const text = field.text();
    if (isAnswering || !text.trim()) return;
    field.setText('');
    send({ text, attachments: tray.take() });
    draw();
  }

  function draw(): void {
    field.draw();
    place.replaceChildren(
      isAnswering
        ? el('button', { type: 'button', class: `${BUTTON} p-icon p-send`, onclick: stop }, '■')
        : iconButton('send', 'Send message', {
            class: `${BUTTON} p-icon p-send`,
            type: 'submit',
            name: 'submit',
            disabled: !field.text(),
          }),
    );
  }

  const form = el(
    'form',
    { class: 'relative flex w-full flex-col rounded-xl p-form', tabindex: -1, 'aria-label': 'file dropzone' },
    el(
      'div',
      { class: 'p-surface' },
      tray.node,
      el(
        'div',
        { class: 'p-row' },
        iconButton('plus', 'Add attachment', { class: 'btn rounded-full p-icon' }),
        el('div', { class: 'p-field' }, field.node),
        place,
      ),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  draw();
  return {
    node: form,
    draft: field.text,
    focus: () => field.node.focus(),
    destroy: () => field.node.remove(),
    setAnswering(answering) {
      isAnswering = answering;
      draw();
    },
  };
}

const BUTTON = 'btn absolute size-8 self-end rounded-full border';
