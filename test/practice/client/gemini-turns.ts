import { el, iconButton } from './dom';
import { editBox } from './edit-box';
import type { AnswerState, Turn } from './model';
import { type AnswerNodes, sentAlong, spokenLabel, type TurnActions, type TurnStyle } from './thread-view';

/** A question and its answer share one container, which carries the question's id. */
export function geminiTurns(isDisguised: boolean): TurnStyle {
  const tag = (name: string) => (isDisguised ? 'div' : name);
  return {
    blocks: {
      paragraph: (index) => ({ 'data-path-to-node': `${index}` }),
      code: (code, language) => codeBlock(tag, code, language),
    },
    user: (turn, _, actions) => userQuery(tag, turn, actions),
    answer: (turn, _, actions) => modelResponse(tag, turn, actions),
    place(list, node, turn) {
      if (turn.role === 'user')
        list.append(el('div', { class: 'conversation-container p-turn', id: turn.id }, node));
      else list.lastElementChild?.append(node);
    },
  };
}

type Tag = (name: string) => string;

function userQuery(tag: Tag, turn: Turn, { edit }: TurnActions): HTMLElement {
  const content = el('div', { class: 'query-content p-user', id: `user-query-content-${turn.id}` });
  const read = () => {
    const lines = turn.text
      .split('\n')
      .map((line) => el('p', { class: 'query-text-line' }, line || el('br')));
    content.replaceChildren(
      el(
        'span',
        { class: 'user-query-bubble-with-background p-bubble' },
        el(
          'div',
          { class: 'query-text gds-body-l', role: 'heading', 'aria-level': '2', dir: 'ltr' },
          spokenLabel('span', 'cdk-visually-hidden screen-reader-user-query-label', 'You said'),
          ...(turn.text ? lines : []),
        ),
      ),
    );
    content.hidden = !turn.text;
  };
  const change = () =>
    content.replaceChildren(
      editBox({
        text: turn.text,
        save: 'Update',
        cancel: 'Cancel',
        onSave: (text) => edit(turn, text),
        onCancel: read,
      }),
    );
  read();
  return el(
    tag('user-query'),
    { class: 'p-block' },
    el(
      tag('user-query-content'),
      { class: 'user-query-container p-stack' },
      el('div', { class: 'file-preview-container' }, sentAlong(turn)),
      content,
      el(
        'div',
        { class: 'p-bar p-bar-end luminous-actions-container' },
        wrapped(tag, 'prompt-copy-button', iconButton('copy', 'Copy prompt')),
        wrapped(tag, 'prompt-edit-button', iconButton('edit', 'Edit', { onclick: change })),
      ),
    ),
  );
}

function modelResponse(tag: Tag, turn: Turn, { regenerate }: TurnActions): AnswerNodes {
  const prose = el('div', {
    class: 'markdown markdown-main-panel p-prose',
    'aria-live': 'polite',
    'aria-busy': 'true',
    dir: 'ltr',
    id: `model-response-message-contentr_${turn.id}`,
  });
  const thoughts = el(tag('model-thoughts'), { class: 'p-block p-thought' });
  const footer = el('div', { class: 'response-container-footer' });
  const node = el(
    tag('model-response'),
    { class: 'p-block' },
    el(
      'div',
      { class: 'response-container-content has-thoughts p-stack' },
      thoughts,
      spokenLabel('h2', 'cdk-visually-hidden screen-reader-model-response-label', 'Gemini said'),
      el(tag('message-content'), { class: 'p-block', id: `message-content-id-r_${turn.id}` }, prose),
      footer,
    ),
  );
  return {
    node,
    prose,
    mark(state: AnswerState) {
      prose.setAttribute('aria-busy', `${state !== 'done'}`);
      const label = state === 'waiting' ? 'Thinking' : 'Show thinking';
      thoughts.replaceChildren(el('button', { type: 'button', class: 'p-quiet' }, label));
      if (state !== 'done') return footer.replaceChildren();
      footer.replaceChildren(
        el(
          tag('message-actions'),
          { class: 'p-bar' },
          wrapped(tag, 'copy-button', iconButton('copy', 'Copy')),
          wrapped(tag, 'regenerate-button', iconButton('again', 'Redo', { onclick: () => regenerate(turn) })),
        ),
      );
    },
  };
}

function codeBlock(tag: Tag, code: string, language: string): HTMLElement {
  return el(
    tag('code-block'),
    { class: 'p-pre p-block' },
    el(
      'div',
      { class: 'code-block-decoration p-pre-head' },
      el('span', {}, language),
      el('button', {}, 'Copy code'),
    ),
    el(
      'div',
      { class: 'p-pre-body' },
      el(
        'pre',
        {},
        el('code', { class: 'code-container', role: 'text', 'data-test-id': 'code-content' }, code),
      ),
    ),
  );
}

function wrapped(tag: Tag, testId: string, button: HTMLElement): HTMLElement {
  return el(tag('gem-icon-button'), { 'data-test-id': testId, class: 'gem-button' }, button);
}
