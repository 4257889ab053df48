import { el, iconButton } from './dom';
import { editBox } from './edit-box';
import type { AnswerState, Turn } from './model';
import { type AnswerNodes, sentAlong, type TurnActions, type TurnStyle } from './thread-view';

export const huggingfaceTurns: TurnStyle = {
  blocks: {
    code: (code, language) =>
      el(
        'div',
        { class: 'group relative my-4 rounded-lg p-pre' },
        el('div', { class: 'pointer-events-none absolute p-pre-head' }, iconButton('copy', 'Copy')),
        el(
          'pre',
          { class: 'scrollbar-custom overflow-auto p-pre-body' },
          el('code', { class: `language-${language}` }, code),
        ),
      ),
  },
  user(turn, _, { edit }) {
    const row = el('div', { class: 'flex w-full flex-row flex-nowrap p-user' });
    const read = () => row.replaceChildren(words(turn));
    const change = () =>
      row.replaceChildren(
        el(
          'form',
          { class: 'flex w-full flex-col p-block' },
          editBox({
            text: turn.text,
            save: 'Send',
            cancel: 'Cancel',
            onSave: (text) => edit(turn, text),
            onCancel: read,
          }),
        ),
      );
    read();
    return el(
      'div',
      {
        class: 'group relative w-full items-start p-turn p-stack',
        'data-message-id': turn.id,
        'data-message-type': 'user',
        role: 'presentation',
      },
      el('div', { class: 'flex w-full flex-col gap-2' }, sentAlong(turn), row),
      el('div', { class: 'p-bar p-bar-end' }, iconButton('edit', 'Edit', { onclick: change })),
    );
  },
  answer: huggingfaceAnswer,
};

function words({ text }: Turn): HTMLElement {
  const words = el('p', { class: 'disabled w-full whitespace-break-spaces p-pre-wrap' }, text.trim());
  return el('div', { class: 'p-bubble' }, words);
}

/** Until its first words come the answer has an id that is none. */
function huggingfaceAnswer(turn: Turn, _: number, { regenerate }: TurnActions): AnswerNodes {
  const prose = el('div', { class: 'prose max-w-none dark:prose-invert p-prose' });
  const content = el('div', {}, prose);
  const bar = el('div', { class: 'absolute -bottom-3.5 right-1 flex p-bar' });
  const node = el(
    'div',
    {
      class: 'group relative flex w-fit max-w-full items-start leading-relaxed p-turn p-stack',
      'data-message-id': 'pending-placeholder',
      'data-message-role': 'assistant',
      role: 'presentation',
    },
    el('div', { class: 'relative flex min-w-[60px] flex-col gap-2' }, content),
    bar,
  );
  return {
    node,
    prose,
    mark(state: AnswerState) {
      if (state !== 'waiting') node.setAttribute('data-message-id', turn.id);
      if (state === 'working') content.prepend(toolCall());
      if (state !== 'done') return bar.replaceChildren();
      bar.replaceChildren(
        iconButton('copy', 'Copy to clipboard'),
        iconButton('again', 'Retry', { onclick: () => regenerate(turn) }),
      );
    },
  };
}

/** What a tool was asked and said, open: prose of its own that is no part of the answer. */
function toolCall(): HTMLElement {
  return el(
    'div',
    { class: 'group flex has-[+.prose]:mb-1.5 [.prose+&]:mt-3 p-work' },
    el(
      'div',
      {},
      el('button', { type: 'button', class: 'p-quiet' }, 'Calling tool search'),
      el('div', { class: 'prose prose-sm' }, el('p', {}, 'Three pages were found.')),
    ),
  );
}
