import { type Attributes, divButton, draw, el, type IconName } from './dom';
import { editBox } from './edit-box';
import type { AnswerState, Turn } from './model';
import { type AnswerNodes, sentAlong, type TurnActions, type TurnStyle } from './thread-view';
import { virtualRows } from './virtual-rows';

/** Rows without ids, each with its place as its key, of which only those near the window are in the page. */
export function deepseekTurns(isDisguised: boolean): TurnStyle {
  return {
    blocks: {
      paragraph: () => ({ class: 'ds-markdown-paragraph' }),
      code: codeBlock,
    },
    user: userRow,
    answer: answerRow,
    ...(isDisguised ? {} : virtualRows()),
  };
}

function userRow(turn: Turn, index: number, { edit }: TurnActions): HTMLElement {
  const message = el('div', { class: 'd29f3d7d ds-message _63c77b1 p-user' });
  const read = () => message.replaceChildren(...words(turn));
  const change = () =>
    message.replaceChildren(
      editBox({
        text: turn.text,
        save: 'Send',
        cancel: 'Cancel',
        field: { placeholder: 'Message DeepSeek' },
        button: { role: 'button' },
        onSave: (text) => edit(turn, text),
        onCancel: read,
      }),
    );
  read();
  return row(
    index,
    '_9663006 _2c189bc',
    sentAlong(turn),
    message,
    el(
      'div',
      { class: '_11d6b3a' },
      el(
        'div',
        { class: 'ds-flex _78e0558 p-bar p-bar-end' },
        icon('copy'),
        icon('edit', { 'aria-label': 'Edit', onclick: change }),
      ),
    ),
  );
}

/** Long prompts are folded; the whole text stays in the page. */
function words({ text }: Turn): Node[] {
  if (!text) return [];
  if (text.length <= 1500 && text.split('\n').length <= 15) {
    return [el('div', { class: 'fbb737a4 p-bubble p-pre-wrap' }, text)];
  }
  const folded = el('div', { class: 'p-pre-wrap p-folded' }, text);
  const more = divButton({ class: 'p-more' }, 'More');
  more.addEventListener('click', () => {
    more.textContent = folded.classList.toggle('p-folded') ? 'More' : 'Less';
  });
  return [el('div', { class: 'ds-collapsible-text p-bubble' }, folded, more)];
}

/** Reasoning, and what was looked up, stands above the answer, whose own element comes with its first words. */
function answerRow(turn: Turn, index: number, { regenerate }: TurnActions): AnswerNodes {
  const prose = el('div', { class: 'ds-markdown ds-assistant-message-main-content p-prose' });
  const label = el('span', { class: '_5255ff8' });
  const head = el('div', { class: '_5ab5d64 p-quiet p-row' }, label);
  head.prepend(el('div', { class: 'ds-icon' }, draw('again')));
  const message = el(
    'div',
    { class: 'ds-message _63c77b1 p-stack' },
    el(
      'div',
      { class: '_74c0879' },
      el('div', { class: '_245c867' }, head),
      el(
        'div',
        { class: 'ds-think-content p-thinking' },
        el(
          'div',
          { class: 'ds-markdown' },
          el('p', { class: 'ds-markdown-paragraph' }, 'They want to know.'),
        ),
      ),
    ),
  );
  const node = row(index, '_4f9bf79 d7dc56a8', message, el('div', { class: 'ds-theme' }));
  return {
    node,
    prose,
    mark(state: AnswerState) {
      label.textContent = state === 'waiting' ? 'Thinking…' : 'Thought for 2 seconds';
      if (state === 'working') prose.before(lookUp());
      if (state !== 'waiting') message.append(prose);
      if (state !== 'done') return;
      const buttons = [
        icon('copy'),
        icon('again', { 'aria-label': 'Regenerate', onclick: () => regenerate(turn) }),
      ];
      node.append(
        el('div', { class: 'ds-flex _0a3d93b' }, el('div', { class: 'ds-flex _965abe9 p-bar' }, ...buttons)),
      );
    },
  };
}

function lookUp(): HTMLElement {
  const icon = el('div', { class: 'ds-icon' }, draw('again'));
  return el('div', { class: '_1ed6c2f p-quiet p-row' }, icon, el('span', {}, 'Read 3 web pages'));
}

function row(index: number, marks: string, ...children: (HTMLElement | undefined)[]): HTMLElement {
  return el('div', { class: `${marks} p-turn`, 'data-virtual-list-item-key': index + 1 }, ...children);
}

function icon(name: IconName, attributes: Attributes = {}): HTMLElement {
  return divButton(
    { class: 'ds-icon-button ds-icon-button--m p-icon', ...attributes },
    el('div', { class: 'ds-icon' }, draw(name)),
  );
}

function codeBlock(code: string, language: string): HTMLElement {
  return el(
    'div',
    { class: 'md-code-block p-pre' },
    el(
      'div',
      { class: 'md-code-block-banner-wrap' },
      el(
        'div',
        { class: 'md-code-block-banner p-pre-head' },
        el('span', {}, language),
        el('button', { type: 'button', role: 'button', class: 'ds-atom-button' }, 'Copy'),
      ),
    ),
    el('pre', { class: 'p-pre-body' }, code),
  );
}
