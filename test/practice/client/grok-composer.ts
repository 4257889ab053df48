import { AttachmentTray } from './attachments';
import { el, iconButton } from './dom';
import type { Composer, ComposerActions } from './run-site';
import { createTiptapEditor } from './tiptap-editor';

/** Submit is there only while there is something to send. */
export function grokComposer({ draft, send, stop }: ComposerActions): Composer {
  let isAnswering = false;
  const tray = new AttachmentTray(() => drawButton());
  const action = el('div', { class: 'p-trailing' });
  const editor = createTiptapEditor({
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Ask Grok anything',
      class: 'tiptap p-editor',
    },
    placeholder: 'What is on your mind?',
    onChange: () => drawButton(),
    onKeyDown(event) {
      if (event.key !== 'Enter' || event.shiftKey || event.altKey) return false;
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
    const kind = isAnswering ? 'stop' : isEmpty ? 'empty' : 'send';
    if (action.dataset.kind === kind) return;
    action.dataset.kind = kind;
    action.replaceChildren(button(kind));
  }

  function button(kind: 'stop' | 'empty' | 'send'): HTMLElement {
    if (kind === 'stop') return iconButton('stop', 'Stop model response', { class: SEND, onclick: stop });
    if (kind === 'empty') return iconButton('voice', 'Enter voice mode');
    return iconButton('send', 'Submit', { class: SEND, type: 'submit', 'data-testid': 'chat-submit' });
  }

  const form = el(
    'form',
    { class: 'p-form' },
    el(
      'div',
      { class: 'p-surface query-bar' },
      tray.node,
      el('div', { class: 'p-field query-bar-editor', 'data-testid': 'chat-input' }, editor.node),
      el(
        'div',
        { class: 'p-row p-actions' },
        iconButton('plus', 'Attach'),
        el(
          'button',
          {
            type: 'button',
            class: 'p-quiet p-model',
            id: 'model-select-trigger',
            'aria-label': 'Model select',
          },
          el('span', {}, 'Expert'),
        ),
        iconButton('voice', 'Start dictation (Ctrl+D)'),
        action,
      ),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  drawButton();
  return {
    node: form,
    draft: editor.text,
    focus: editor.focus,
    destroy: editor.destroy,
    setAnswering(answering) {
      isAnswering = answering;
      drawButton();
    },
  };
}

const SEND = 'p-icon p-send';
