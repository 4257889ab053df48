import { el, iconButton } from './dom';
import { editBox } from './edit-box';
import type { AnswerState, Turn } from './model';
import { type AnswerNodes, sentAlong, spokenLabel, type TurnActions, type TurnStyle } from './thread-view';

export const textareaTurns: TurnStyle = {
  blocks: {
    code: (code, language) =>
      el('pre', { class: 'p-pre p-pre-body' }, el('code', { class: `language-${language}` }, code)),
  },
  user(turn, _, { edit }) {
    const message = el('div', { class: 'p-user' });
    const read = () =>
      message.replaceChildren(turn.text ? el('div', { class: 'p-bubble p-pre-wrap' }, turn.text) : '');
    const change = () =>
      message.replaceChildren(
        editBox({
          text: turn.text,
          save: 'Save',
          cancel: 'Cancel',
          onSave: (text) => edit(turn, text),
          onCancel: read,
        }),
      );
    read();
    return el(
      'article',
      { 'data-role': 'user', 'data-message-id': turn.id, class: 'p-turn p-stack' },
      spokenLabel('h2', 'sr-only', 'You said:'),
      sentAlong(turn),
      message,
      el('div', { class: 'p-bar p-bar-end' }, iconButton('edit', 'Edit message', { onclick: change })),
    );
  },
  answer: textareaAnswer,
};

function textareaAnswer(turn: Turn, _: number, { regenerate }: TurnActions): AnswerNodes {
  const prose = el('div', { class: 'p-prose' });
  const bar = el('div', { class: 'p-bar' });
  const node = el(
    'article',
    { 'data-role': 'assistant', 'data-message-id': turn.id, class: 'p-turn p-stack' },
    spokenLabel('h2', 'sr-only', 'Answer:'),
    prose,
    bar,
  );
  return {
    node,
    prose,
    mark(state: AnswerState) {
      node.setAttribute('aria-busy', `${state !== 'done'}`);
      if (state !== 'done') return bar.replaceChildren();
      bar.replaceChildren(iconButton('again', 'Regenerate', { onclick: () => regenerate(turn) }));
    },
  };
}
