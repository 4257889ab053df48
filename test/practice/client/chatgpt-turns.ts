import { el, iconButton } from './dom';
import { editBox } from './edit-box';
import type { AnswerState, Turn } from './model';
import { type AnswerNodes, sentAlong, spokenLabel, type TurnActions, type TurnStyle } from './thread-view';

export const chatgptTurns: TurnStyle = {
  blocks: {
    paragraph: (index) => ({ 'data-start': `${index}`, 'data-end': `${index + 1}` }),
    code: (code, language) =>
      el(
        'pre',
        { class: 'p-pre overflow-visible!' },
        el(
          'div',
          { class: 'p-pre-head' },
          language,
          el('button', { type: 'button', 'aria-label': 'Copy' }, 'Copy code'),
        ),
        el(
          'div',
          { class: 'p-pre-body' },
          el('code', { class: `whitespace-pre! language-${language}` }, code),
        ),
      ),
  },
  user(turn, index, { edit }) {
    const message = el('div', {
      class: 'p-user text-message',
      'data-message-author-role': 'user',
      'data-message-id': turn.id,
      dir: 'auto',
    });
    const read = () => message.replaceChildren(...bubble(turn));
    const change = () =>
      message.replaceChildren(
        editBox({
          text: turn.text,
          save: 'Send',
          cancel: 'Cancel',
          onSave: (text) => edit(turn, text),
          onCancel: read,
        }),
      );
    read();
    return section(
      turn,
      index,
      turn.id,
      spokenLabel('h4', 'sr-only select-none', 'You said:'),
      sentAlong(turn),
      message,
      el(
        'div',
        { class: 'p-bar p-bar-end', role: 'group', 'aria-label': 'Your message actions' },
        iconButton('copy', 'Copy message', { 'data-testid': 'copy-turn-action-button' }),
        iconButton('edit', 'Edit message', { onclick: change }),
      ),
    );
  },
  answer: chatgptAnswer,
  arrange(list) {
    for (const block of list.querySelectorAll('[data-is-last-node]'))
      block.removeAttribute('data-is-last-node');
    for (const block of list.querySelectorAll('.markdown > :last-child'))
      block.setAttribute('data-is-last-node', '');
  },
};

function chatgptAnswer(turn: Turn, index: number, { regenerate }: TurnActions): AnswerNodes {
  const prose = el('div', { class: 'markdown prose p-prose w-full wrap-break-word markdown-new-styling' });
  const thought = el('div', { class: 'p-thought' });
  const bar = el('div', { class: 'p-bar', role: 'group', 'aria-label': 'Response actions' });
  const node = section(
    turn,
    index,
    `request-WEB:${turn.id}-0`,
    spokenLabel('h4', 'sr-only select-none', 'ChatGPT said:'),
    thought,
    el(
      'div',
      {
        class: 'text-message',
        'data-message-author-role': 'assistant',
        'data-message-id': turn.id,
        'data-message-model-slug': 'gpt-5',
        dir: 'auto',
      },
      prose,
    ),
    bar,
  );
  return {
    node,
    prose,
    mark(state: AnswerState) {
      const label = state === 'waiting' ? 'Thinking' : 'Thought for 2s';
      thought.replaceChildren(el('button', { type: 'button', class: 'p-quiet' }, label));
      prose.classList.toggle('streaming-animation', state !== 'done');
      if (state !== 'done') return bar.replaceChildren();
      bar.replaceChildren(
        iconButton('copy', 'Copy response', { 'data-testid': 'copy-turn-action-button' }),
        iconButton('again', 'Regenerate response', { onclick: () => regenerate(turn) }),
      );
    },
  };
}

function section(
  turn: Turn,
  index: number,
  turnId: string,
  ...children: (HTMLElement | undefined)[]
): HTMLElement {
  const [label, ...rest] = children;
  return el(
    'div',
    { class: 'p-turn', 'data-turn-id-container': turnId, 'data-is-intersecting': 'true' },
    el(
      'section',
      {
        'data-testid': `conversation-turn-${index + 1}`,
        'data-turn': turn.role,
        'data-turn-id': turnId,
        dir: 'auto',
      },
      label,
      el(
        'div',
        { class: 'text-base my-auto mx-auto' },
        el('div', { class: 'p-stack group/turn-messages' }, ...rest),
      ),
    ),
  );
}

/** Long prompts are folded; the whole text stays in the page. */
function bubble(turn: Turn): Node[] {
  if (!turn.text) return [];
  const isLong = turn.text.length > 1500 || turn.text.split('\n').length > 15;
  const text = el('div', { class: `p-pre-wrap whitespace-pre-wrap ${isLong ? 'p-folded' : ''}` }, turn.text);
  const more = el('button', { type: 'button', class: 'p-quiet' }, 'Show more');
  more.addEventListener('click', () => {
    more.textContent = text.classList.toggle('p-folded') ? 'Show more' : 'Show less';
  });
  return [el('div', { class: 'p-bubble user-message-bubble-color' }, text, isLong && more)];
}
