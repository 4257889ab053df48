import Quill, { Delta } from 'quill/core';
import Clipboard from 'quill/modules/clipboard';
import { AttachmentTray } from './attachments';
import { el, iconButton } from './dom';
import type { Composer, ComposerActions } from './run-site';

/** Pastes as plain text. Quill's own way would parse HTML, which the page's Trusted Types policy forbids. */
class PlainClipboard extends Clipboard {
  override convert({ text }: { html?: string; text?: string }): Delta {
    return new Delta().insert(text ?? '');
  }
}
Quill.register('modules/clipboard', PlainClipboard, true);

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createHTML(html: string): string | null }): unknown;
}

// Quill empties its container through innerHTML once; nothing but that empty string gets through.
const trustedTypes: TrustedTypesFactory | undefined = Reflect.get(globalThis, 'trustedTypes');
trustedTypes?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) });

export function geminiComposer({ draft, send, stop }: ComposerActions): Composer {
  let isAnswering = false;
  const tray = new AttachmentTray(() => drawButton());
  const field = el('rich-textarea', { class: 'text-input-field_textarea p-block' });
  const button = el('div', { class: 'send-button-container' });
  const quill = new Quill(field, {
    placeholder: 'Ask Gemini',
    modules: {
      keyboard: {
        bindings: {
          send: {
            key: 'Enter',
            handler: () => {
              submit();
              return false;
            },
          },
        },
      },
    },
  });
  const editor = quill.root;
  editor.classList.add('p-editor');
  for (const [name, value] of Object.entries(EDITOR_ATTRIBUTES)) editor.setAttribute(name, value);
  field.append(el('div', { class: 'ql-clipboard', contenteditable: 'true', tabindex: '-1' }));
  const onPaste = (event: ClipboardEvent) => {
    if (!tray.takePaste(event.clipboardData, Number.POSITIVE_INFINITY)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  field.addEventListener('paste', onPaste, { capture: true });
  quill.on('text-change', () => drawButton());
  if (draft) quill.setText(draft);

  /** Quill's text always ends with a line break of its own. */
  function text(): string {
    return quill.getText().slice(0, -1);
  }

  function submit(): void {
    const prompt = text().trim();
    if (isAnswering || (!prompt && tray.isEmpty)) return;
    quill.setText('');
    send({ text: prompt, attachments: tray.take() });
  }

  function drawButton(): void {
    const isEmpty = !text().trim() && tray.isEmpty;
    const kind = isAnswering ? 'stop' : isEmpty ? 'disabled' : 'submit';
    if (button.dataset.kind === kind) return;
    button.dataset.kind = kind;
    button.classList.toggle('disabled', kind === 'disabled');
    button.classList.toggle('visible', kind !== 'disabled');
    const [icon, label] =
      kind === 'stop' ? (['stop', 'Stop response'] as const) : (['send', 'Send message'] as const);
    button.replaceChildren(
      el(
        'gem-icon-button',
        { class: `send-button gem-button ${kind}`, 'aria-disabled': `${kind === 'disabled'}` },
        iconButton(icon, label, { class: 'p-icon p-send', onclick: kind === 'stop' ? stop : submit }),
      ),
    );
  }

  const node = el(
    'fieldset',
    { class: 'p-fieldset' },
    el(
      'input-area-v2',
      { class: 'p-block' },
      el(
        'div',
        { class: 'p-surface', 'data-node-type': 'input-area' },
        tray.node,
        el('div', { class: 'text-input-field' }, el('div', { 'data-test-id': 'textarea-inner' }, field)),
        el(
          'div',
          { class: 'p-row p-actions' },
          iconButton('plus', 'Add files'),
          el(
            'div',
            { class: 'trailing-actions-wrapper p-trailing' },
            el(
              'div',
              { class: 'model-picker-container' },
              el(
                'button',
                { type: 'button', class: 'p-quiet', 'data-test-id': 'bard-mode-menu-button' },
                'Fast',
              ),
            ),
            el(
              'div',
              { class: 'input-buttons-wrapper-bottom p-trailing' },
              el('div', { class: 'mic-button-container' }, iconButton('voice', 'Microphone')),
              button,
            ),
          ),
        ),
      ),
    ),
  );
  drawButton();
  return {
    node,
    draft: text,
    focus: () => quill.focus(),
    destroy: () => quill.disable(),
    setAnswering(answering) {
      isAnswering = answering;
      drawButton();
    },
  };
}

const EDITOR_ATTRIBUTES = {
  role: 'textbox',
  'aria-label': 'Enter a prompt for Gemini',
  'aria-multiline': 'true',
  'data-gramm': 'false',
};
