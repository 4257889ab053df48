import { AttachmentTray } from './attachments';
import { boundField } from './bound-field';
import { divButton, draw as drawIcon, el } from './dom';
import type { Composer, ComposerActions } from './run-site';

/** Its buttons are divs, and one and the same sends and stops: only the icon in it changes. */
export function deepseekComposer({ draft, send, stop }: ComposerActions): Composer {
  let isAnswering = false;
  const tray = new AttachmentTray(() => draw());
  const icon = el('div', { class: 'ds-icon' });
  const button = divButton(
    {
      class: `${BUTTON} p-icon p-send`,
      onclick: () => (isAnswering ? stop() : submit()),
    },
    icon,
  );
  const field = boundField({
    attributes: {
      class: '_27c9245 ds-scroll-area d96f2d2a p-editor p-textarea',
      name: 'search',
      placeholder: 'Message DeepSeek',
      rows: 2,
      autocomplete: 'off',
    },
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
    const isIdle = !isAnswering && !field.text().trim() && tray.isEmpty;
    button.setAttribute('aria-disabled', `${isIdle}`);
    button.classList.toggle('ds-button--disabled', isIdle);
    icon.replaceChildren(drawIcon(isAnswering ? 'square' : 'send'));
  }

  const composer = el(
    'div',
    { class: '_77cefa5 _3d616d3' },
    el(
      'div',
      { class: '_020ab5b p-surface' },
      el('div', { class: '_24fad49' }, tray.node, field.node, el('div', { class: 'b13855df' })),
      el(
        'div',
        { class: 'ec4f5d61 p-row p-actions' },
        el('div', { class: '_58b31c9 p-row' }, toggle('DeepThink'), toggle('Search')),
        el('div', { class: 'bf38813a' }, el('div', { style: 'width: fit-content' }, button)),
      ),
    ),
  );
  draw();
  return {
    node: composer,
    draft: field.text,
    focus: () => field.node.focus(),
    destroy: () => field.node.remove(),
    setAnswering(answering) {
      isAnswering = answering;
      draw();
    },
  };
}

const BUTTON = 'ds-button ds-button--primary ds-button--filled ds-button--circle';
const TOGGLE = 'ds-atom-button ds-toggle-button';

function toggle(name: string): HTMLElement {
  const node = divButton({ class: `${TOGGLE} p-toggle`, 'aria-pressed': 'false' }, el('span', {}, name));
  node.addEventListener('click', () => {
    const isOn = node.classList.toggle('ds-toggle-button--selected');
    node.setAttribute('aria-pressed', `${isOn}`);
  });
  return node;
}
