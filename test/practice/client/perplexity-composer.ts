import { AttachmentTray } from './attachments';
import { el, iconButton } from './dom';
import { createLexicalEditor } from './lexical-editor';
import type { Composer, ComposerActions } from './run-site';

export function perplexityComposer({ draft, send, stop }: ComposerActions): Composer {
  let isAnswering = false;
  const tray = new AttachmentTray(() => drawButton());
  const action = el('div', { class: 'p-trailing' });
  const editor = createLexicalEditor({
    attributes: { id: 'ask-input', role: 'textbox', class: 'p-editor', spellcheck: 'true' },
    placeholder: 'Ask anything',
    onChange: () => drawButton(),
    onKeyDown(event) {
      if (event.shiftKey) return false;
      event.preventDefault();
      submit();
      return true;
    },
    onPaste: (data) => tray.takePaste(data, Number.POSITIVE_INFINITY),
  });
  if (draft) editor.setText(draft);

  function submit(): void {
    const text = editor.text().trim();
    if (isAnswering || (!text && tray.isEmpty)) return;
    editor.setText('');
    send({ text, attachments: tray.take() });
  }

  function drawButton(): void {
    const isEmpty = !editor.text().trim() && tray.isEmpty;
    action.replaceChildren(
      isAnswering
        ? iconButton('stop', 'Stop response (Esc)', { class: 'p-icon p-send', onclick: stop })
        : iconButton('send', 'Submit', { class: 'p-icon p-send', disabled: isEmpty, onclick: submit }),
    );
  }

  const node = el(
    'div',
    { class: 'p-surface rounded-2xl', 'data-ask-input-container': 'true' },
    tray.node,
    el('div', { class: 'p-field' }, editor.node),
    el(
      'div',
      { class: 'p-row p-actions' },
      iconButton('plus', 'Add files or tools'),
      el('button', { type: 'button', class: 'p-quiet p-model', 'aria-label': 'Choose a model' }, 'Model'),
      iconButton('voice', 'Dictation'),
      action,
    ),
  );
  drawButton();
  return {
    node,
    draft: editor.text,
    focus: editor.focus,
    destroy: editor.destroy,
    setAnswering(answering) {
      isAnswering = answering;
      drawButton();
    },
  };
}
