import { AttachmentTray } from './attachments';
import { el, iconButton } from './dom';
import { createProseEditor } from './prose-editor';
import type { Composer, ComposerActions } from './run-site';
import { SlashMenu } from './slash-menu';

/**
 * The composer follows its editor one frame late, and what it sends is what it has followed: text written in
 * the same task as the click or the Enter is not in it yet. What a person typed before pressing Enter always is.
 */
export function chatgptComposer({ draft, send, stop }: ComposerActions): Composer {
  let followed = draft;
  let isAnswering = false;
  let isBehind = false;
  const edit = new EditClock();

  const tray = new AttachmentTray(() => drawButton());
  const menu = new SlashMenu(['Create image', 'Search the web', 'Study'], (command) =>
    editor.setText(`${command}: `),
  );
  const button = el('div', { 'data-testid': 'composer-speech-button-container' });
  const editor = createProseEditor({
    attributes: {
      id: 'prompt-textarea',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Chat with ChatGPT',
      'data-virtualkeyboard': 'true',
      class: 'p-editor',
    },
    placeholder: 'Ask anything',
    placeholderClass: 'placeholder p-placeholder',
    onChange(text) {
      menu.follow(text);
      isBehind = true;
      edit.begin();
      requestAnimationFrame(follow);
      // Frames stop in a hidden tab.
      setTimeout(follow, 100);
    },
    onKeyDown(event) {
      if (menu.takeKey(event, editor.text())) return true;
      if (event.key !== 'Enter' || event.shiftKey || event.altKey) return false;
      if (edit.isBefore(event)) follow();
      submit();
      return true;
    },
    onPaste: (data) => tray.takePaste(data, 10_000),
  });
  if (draft) editor.setText(draft);

  function follow(): void {
    if (!isBehind) return;
    isBehind = false;
    followed = editor.text();
    drawButton();
  }

  function submit(): void {
    const text = followed.trim();
    if (isAnswering || (!text && tray.isEmpty)) return;
    send({ text, attachments: tray.take() });
    followed = '';
    editor.setText('');
    drawButton();
  }

  function drawButton(): void {
    const kind = isAnswering ? 'stop' : followed.trim() || !tray.isEmpty ? 'send' : 'voice';
    if (button.dataset.kind === kind) return;
    button.dataset.kind = kind;
    button.replaceChildren(BUTTONS[kind]({ submit, stop }));
  }

  const form = el(
    'form',
    { class: 'p-form group/composer', 'data-type': 'unified-composer' },
    menu.node,
    el(
      'div',
      { class: 'p-surface', 'data-composer-surface': 'true' },
      tray.node,
      el(
        'div',
        { class: 'p-row' },
        iconButton('plus', 'Add files and more', { 'data-testid': 'composer-plus-btn' }),
        el(
          'div',
          { class: 'p-field' },
          el('textarea', {
            class: 'wcDTda_fallbackTextarea',
            name: 'prompt-textarea',
            placeholder: 'Ask anything',
            style: 'display: none',
          }),
          editor.node,
        ),
        el('div', { class: 'p-trailing', 'data-testid': 'composer-trailing-actions' }, button),
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

/** Tells an edit of the task in which a key arrives from an edit made before. */
class EditClock {
  readonly #channel = new MessageChannel();
  #startedAt = 0;
  #isSameTask = false;

  constructor() {
    this.#channel.port1.onmessage = () => {
      this.#isSameTask = false;
    };
  }

  begin(): void {
    this.#startedAt = performance.now();
    this.#isSameTask = true;
    this.#channel.port2.postMessage(null);
  }

  /** A real key carries the time at which it was pressed; it can overtake the message that ends the task. */
  isBefore(event: KeyboardEvent): boolean {
    return !this.#isSameTask || (event.isTrusted && event.timeStamp > this.#startedAt);
  }
}

interface ButtonActions {
  submit(): void;
  stop(): void;
}

const BUTTONS = {
  voice: () => iconButton('voice', 'Start Voice', { class: 'p-icon p-send' }),
  send: () =>
    iconButton('send', 'Send prompt', {
      id: 'composer-submit-button',
      'data-testid': 'send-button',
      class: 'p-icon p-send',
      type: 'submit',
    }),
  stop: ({ stop }: ButtonActions) =>
    iconButton('stop', 'Stop streaming', {
      id: 'composer-submit-button',
      'data-testid': 'stop-button',
      class: 'p-icon p-send',
      onclick: stop,
    }),
};
