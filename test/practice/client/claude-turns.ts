import { el, iconButton } from './dom';
import { editBox } from './edit-box';
import type { AnswerState, Turn } from './model';
import { type AnswerNodes, sentAlong, spokenLabel, type TurnActions, type TurnStyle } from './thread-view';

export const claudeTurns: TurnStyle = {
  blocks: {
    paragraph: () => ({ class: 'font-claude-response-body break-words' }),
    code: (code, language) =>
      el(
        'div',
        { role: 'group', 'aria-label': `${language} code`, class: 'p-pre' },
        el(
          'div',
          { class: 'p-pre-head' },
          language,
          el('button', { type: 'button', 'aria-label': 'Copy to clipboard' }, 'Copy'),
        ),
        el(
          'div',
          { class: 'p-pre-body' },
          el('pre', { class: 'code-block__code' }, el('code', { class: `language-${language}` }, code)),
        ),
      ),
  },
  user(turn, index, { edit }) {
    const bubble = el('div', {
      class: 'p-bubble font-user-message',
      'data-testid': 'user-message',
      'data-cds': 'UserMessage',
    });
    const read = () => {
      bubble.classList.remove('p-editing');
      bubble.replaceChildren(
        ...turn.text.split('\n\n').map((text) => el('p', { class: 'p-pre-wrap whitespace-pre-wrap' }, text)),
      );
    };
    const change = () => {
      bubble.classList.add('p-editing');
      bubble.replaceChildren(
        editBox({
          text: turn.text,
          save: el('span', { class: 'bg-fill-primary' }, 'Save'),
          cancel: 'Cancel',
          onSave: (text) => edit(turn, text),
          onCancel: read,
        }),
      );
    };
    read();
    return row(
      index,
      'human',
      spokenLabel('h2', 'sr-only select-none', `You said: ${turn.text.slice(0, 60)}`),
      sentAlong(turn, { 'data-cds': 'MessageAttachments' }),
      turn.text ? bubble : undefined,
      el(
        'div',
        { class: 'p-bar p-bar-end', role: 'group', 'aria-label': 'Message actions' },
        el('span', { class: 'p-time text-xs' }, 'Just now'),
        iconButton('edit', 'Edit', { onclick: change }),
        iconButton('copy', 'Copy', { 'data-testid': 'action-bar-copy' }),
      ),
    );
  },
  answer: claudeAnswer,
  arrange(list) {
    const rows = [...list.querySelectorAll('[data-index]')];
    rows.forEach((node, index) => {
      node.setAttribute('data-perf-row-from-tail', `${rows.length - 1 - index}`);
      node.toggleAttribute('data-last-message', index === rows.length - 1);
    });
  },
};

function claudeAnswer(turn: Turn, index: number, { regenerate }: TurnActions): AnswerNodes {
  const prose = el('div', { class: 'p-prose', 'data-cds': 'Prose', 'data-perf-reply-text': true });
  const pill = el('div', { class: 'p-thought', 'data-testid': 'tool-status-pill' });
  const bar = el('div', { class: 'p-bar', role: 'group', 'aria-label': 'Message actions' });
  const live = spokenLabel('div', 'sr-only', '');
  live.setAttribute('role', 'status');
  const message = el(
    'div',
    {
      'data-testid': 'assistant-message',
      'data-cds': 'AssistantMessage',
      'data-turn-key': turn.id,
      'data-is-streaming': 'true',
      class: 'p-stack',
    },
    spokenLabel('h2', 'sr-only select-none', 'Claude responded:'),
    pill,
    prose,
    bar,
  );
  const node = row(index, 'assistant', message, live);
  return {
    node,
    prose,
    mark(state: AnswerState) {
      const isStreaming = `${state !== 'done'}`;
      message.setAttribute('data-is-streaming', isStreaming);
      node.setAttribute('data-perf-row-streaming', isStreaming);
      const label = state === 'waiting' ? 'Thinking' : 'Thought for 2s';
      pill.replaceChildren(
        el('button', { type: 'button', class: 'p-quiet', 'aria-expanded': 'false' }, label),
      );
      live.textContent = state === 'done' ? 'Claude finished the response' : '';
      if (state !== 'done') return bar.replaceChildren();
      bar.replaceChildren(
        iconButton('copy', 'Copy', { 'data-testid': 'action-bar-copy' }),
        iconButton('again', 'Retry', { 'data-testid': 'action-bar-retry', onclick: () => regenerate(turn) }),
      );
    },
  };
}

function row(
  index: number,
  role: 'human' | 'assistant',
  ...children: (HTMLElement | undefined)[]
): HTMLElement {
  return el(
    'div',
    { 'data-testid': 'transcript-row', 'data-index': index, 'data-perf-row': role, class: 'p-turn' },
    role === 'human' ? el('div', { class: 'p-stack p-user' }, ...children) : el('div', {}, ...children),
  );
}
