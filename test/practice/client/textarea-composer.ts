import { AttachmentTray } from './attachments';
import { boundField } from './bound-field';
import { el, iconButton } from './dom';
import type { Composer, ComposerActions } from './run-site';

/** A form around a text field controlled the way React controls one. */
export function textareaComposer({ draft, send, stop }: ComposerActions): Composer {
  let isAnswering = false;
  const tray = new AttachmentTray(() => draw());
  const button = el('div', { class: 'p-trailing' });
  const field = boundField({
    attributes: { class: 'p-editor p-textarea', rows: 1, placeholder: 'Message', name: 'message' },
    draft,
    ignoresAssignedValues: true,
    onChange: () => draw(),
    onEnter: () => submit(),
    onPaste: (data) => tray.takePaste(data, Number.POSITIVE_INFINITY),
  });

  function submit(): void {
    const text = field.text().trim();
    if (isAnswering || (!text && tray.isEmpty)) return;
    field.setText('');
    send({ text, attachments: tray.take() });
    draw();
  }

  function draw(): void {
    field.draw();
    const isEmpty = !field.text().trim() && tray.isEmpty;
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
      el('div', { class: 'p-row' }, el('div', { class: 'p-field' }, field.node), button),
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
