import { AttachmentTray } from './attachments';
import { el, iconButton } from './dom';
import { createProseEditor } from './prose-editor';
import type { Composer, ComposerActions } from './run-site';

/** Sends what is in the editor and empties it in the same keydown, before any listener further out runs. */
export function claudeComposer({ draft, send, stop }: ComposerActions): Composer {
  let isAnswering = false;
  const tray = new AttachmentTray(() => drawButton(), { 'data-testid': 'file-thumbnail' });
  const action = el('div', { class: 'p-trailing', 'data-cds': 'ChatComposerPrimaryAction' });
  const editor = createProseEditor({
    attributes: {
      'data-testid': 'chat-input',
      'aria-label': 'Write your prompt to Claude',
      'aria-multiline': 'true',
      role: 'textbox',
      enterkeyhint: 'enter',
      class: 'tiptap p-editor',
    },
    placeholder: 'How can I help you today?',
    placeholderClass: 'is-empty is-editor-empty p-placeholder',
    onChange: () => drawButton(),
    onKeyDown(event) {
      if (event.key !== 'Enter' || event.shiftKey || event.altKey) return false;
      submit();
      return true;
    },
    onPaste: (data) => tray.takePaste(data, 3001),
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
    action.replaceChildren(...BUTTONS[kind]({ submit, stop }));
  }

  const composer = el(
    'div',
    { class: 'p-surface', 'data-cds': 'ChatComposer' },
    tray.node,
    el('div', { class: 'p-field', 'data-cds': 'ChatComposerEditor' }, editor.node),
    el(
      'div',
      { class: 'p-row p-actions', 'data-cds': 'ChatComposerActions' },
      iconButton('plus', 'Add files', { 'data-testid': 'chat-input-attach' }),
      el(
        'button',
        {
          type: 'button',
          class: 'p-quiet p-model',
          'data-testid': 'model-selector-dropdown',
          'aria-haspopup': 'menu',
        },
        'Sonnet',
      ),
      action,
    ),
  );
  drawButton();
  return {
    node: composer,
    draft: editor.text,
    focus: editor.focus,
    destroy: editor.destroy,
    setAnswering(answering) {
      isAnswering = answering;
      if (answering) composer.setAttribute('data-busy', 'true');
      else composer.removeAttribute('data-busy');
      drawButton();
    },
  };
}

interface ButtonActions {
  submit(): void;
  stop(): void;
}

const SEND = { 'data-testid': 'chat-input-send', class: 'p-icon p-send' };

const BUTTONS = {
  empty: () => [
    iconButton('voice', 'Use voice mode'),
    el('div', { inert: true }, iconButton('send', 'Send message', { ...SEND, disabled: true })),
  ],
  send: ({ submit }: ButtonActions) => [iconButton('send', 'Send message', { ...SEND, onclick: submit })],
  stop: ({ stop }: ButtonActions) => [
    iconButton('stop', 'Stop response', {
      'data-testid': 'chat-input-stop',
      class: 'p-icon p-send',
      onclick: stop,
    }),
  ],
};
