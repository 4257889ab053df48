import { el, iconButton } from './dom';
import { editBox } from './edit-box';
import type { BlockStyle } from './markdown';
import type { AnswerState, Turn } from './model';
import { type AnswerNodes, sentAlong, type TurnActions, type TurnStyle } from './thread-view';
import { virtualRows } from './virtual-rows';

export function grokTurns(): TurnStyle {
  return { ...virtualRows(), blocks, user: userTurn, answer: answerTurn };
}

const blocks: BlockStyle = {
  paragraph: () => ({ dir: 'auto', style: 'white-space: pre-wrap' }),
  code: (code, language) =>
    el(
      'div',
      { class: 'p-pre' },
      el(
        'div',
        { class: 'p-pre-head' },
        el('span', {}, language),
        el('button', { type: 'button', 'aria-label': 'Copy' }, 'Copy'),
      ),
      el('pre', { class: 'p-pre-body' }, el('code', { class: `language-${language}` }, code)),
    ),
};

function userTurn(turn: Turn, _: number, { edit }: TurnActions): HTMLElement {
  const bubble = el('div', {
    'data-testid': 'user-message',
    role: 'article',
    class: 'message-bubble p-user',
  });
  const read = () =>
    bubble.replaceChildren(
      el(
        'div',
        { class: 'response-content-markdown markdown' },
        turn.text
          ? el('p', { dir: 'auto', class: 'p-bubble', style: 'white-space: pre-wrap' }, turn.text)
          : '',
      ),
    );
  const change = () =>
    bubble.replaceChildren(
      editBox({
        text: turn.text,
        save: 'Save',
        cancel: 'Cancel',
        onSave: (text) => edit(turn, text),
        onCancel: read,
      }),
    );
  read();
  return row(
    turn,
    sentAlong(turn),
    bubble,
    el(
      'div',
      { class: 'p-bar p-bar-end action-buttons' },
      iconButton('edit', 'Edit', { onclick: change }),
      iconButton('copy', 'Copy'),
    ),
  );
}

function answerTurn(turn: Turn, _: number, { regenerate }: TurnActions): AnswerNodes {
  const thoughts = el('div', { class: 'p-thought thinking-container' });
  const prose = el('div', { class: 'p-prose response-content-markdown markdown' });
  const foot = el('div', {});
  const message = el(
    'div',
    { 'data-testid': 'assistant-message', role: 'article', class: 'message-bubble' },
    thoughts,
    prose,
    foot,
  );
  return {
    node: row(turn, message),
    prose,
    mark(state: AnswerState) {
      const isBusy = state === 'waiting' || state === 'working';
      thoughts.replaceChildren(
        el('button', { type: 'button', class: 'p-quiet' }, isBusy ? 'Searching the web' : 'Worked for 9s'),
        isBusy
          ? el('div', { class: 'p-quiet response-content-markdown' }, el('p', {}, 'The user asks this'))
          : '',
      );
      if (state !== 'done') return foot.replaceChildren();
      foot.replaceChildren(
        el(
          'div',
          { class: 'p-bar action-buttons last-response' },
          iconButton('again', 'Regenerate', { onclick: () => regenerate(turn) }),
          iconButton('copy', 'Copy'),
          el('div', {}, '2s'),
          el('div', {}, el('span', {}, 'Fast')),
        ),
        el('div', {}, el('button', { type: 'button', class: 'p-quiet' }, 'What else should I know?')),
      );
    },
  };
}

function row(turn: Turn, ...children: (HTMLElement | undefined)[]): HTMLElement {
  return el(
    'div',
    { class: 'p-turn', 'data-plane-row': `gateway:${turn.id}` },
    el('div', { class: 'p-stack relative group', id: `response-${turn.id}` }, ...children),
  );
}
