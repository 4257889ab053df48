import { el, iconButton } from './dom';
import { editBox } from './edit-box';
import type { BlockStyle } from './markdown';
import type { AnswerState, Turn } from './model';
import { type AnswerNodes, sentAlong, type TurnActions, type TurnStyle } from './thread-view';
import { virtualRows } from './virtual-rows';

/** One flat list, without a message id anywhere. */
export function perplexityTurns(): TurnStyle {
  return { ...virtualRows(), blocks, user: userTurn, answer: answerTurn };
}

const blocks: BlockStyle = {
  code: (code, language) =>
    el(
      'pre',
      { class: 'p-pre not-prose' },
      el(
        'figure',
        { class: 'p-figure' },
        el(
          'figcaption',
          { class: 'p-pre-head' },
          el('span', {}, language),
          el('button', { type: 'button', 'aria-label': 'Copy code' }, 'Copy'),
        ),
        el('div', { class: 'p-pre-body' }, el('code', {}, code)),
      ),
    ),
};

function userTurn(turn: Turn, index: number, { edit }: TurnActions): HTMLElement {
  const message = el('div', { class: 'p-user flex flex-col' });
  const read = () =>
    message.replaceChildren(
      turn.text
        ? el(
            'div',
            { class: 'p-bubble min-w-[48px] select-none p-3 bg-subtle rounded-2xl' },
            el(
              'span',
              { class: 'select-text' },
              el('span', { class: 'p-pre-wrap block whitespace-pre-line' }, turn.text),
            ),
          )
        : '',
      el(
        'div',
        { class: 'p-bar mt-1 flex opacity-0 group-hover/user-bubble:opacity-100' },
        el('span', { class: 'text-xs select-none' }, '09:41'),
        iconButton('edit', 'Edit query', { onclick: change }),
        iconButton('copy', 'Copy query'),
      ),
    );
  const change = () =>
    message.replaceChildren(
      editBox({
        text: turn.text,
        save: 'Done',
        cancel: 'Cancel',
        onSave: (text) => edit(turn, text),
        onCancel: read,
      }),
    );
  read();
  return el(
    'div',
    { class: 'p-turn' },
    el(
      'div',
      // Counts exchanges, not turns.
      { 'data-workflow-entry': Math.floor(index / 2) },
      el('div', { class: 'p-stack group group/user-bubble flex' }, sentAlong(turn), message),
    ),
  );
}

function answerTurn(turn: Turn, _: number, { regenerate }: TurnActions): AnswerNodes {
  const steps = el('div', { class: 'p-thought' });
  const prose = el('div', { class: 'p-prose prose leading-relaxed', 'data-renderer': 'lm' });
  const reading = el('div', {});
  const text = el('div', { class: 'flex flex-col group/final-text' }, steps, prose);
  const foot = el('div', {});
  return {
    node: el('div', { class: 'p-turn p-stack' }, text, reading, foot),
    prose,
    mark(state: AnswerState) {
      const isSearching = state === 'waiting' || state === 'working';
      const label = state === 'done' ? 'Finished searching' : 'Searching';
      steps.replaceChildren(
        el('div', { class: 'group/step-header' }, el('div', { class: 'p-quiet select-none' }, label)),
      );
      reading.replaceChildren(isSearching ? el('div', { class: 'p-quiet prose' }, 'Reading 4 pages') : '');
      text.toggleAttribute('data-workflow-final-text', state === 'done');
      if (state !== 'done') return foot.replaceChildren();
      prose.querySelector('p')?.append(...citation());
      foot.replaceChildren(
        el(
          'div',
          { class: 'p-bar', 'data-workflow-text-footer': true },
          iconButton('copy', 'Share'),
          iconButton('again', 'Rewrite', { onclick: () => regenerate(turn) }),
          el('button', { type: 'button', class: 'p-quiet' }, '12 sources'),
        ),
        el(
          'div',
          {},
          el('div', {}, 'Follow-ups'),
          el('button', { type: 'button', class: 'p-quiet' }, 'What else should I know?'),
        ),
      );
    },
  };
}

/** A pill behind the first paragraph, which is none of the answer's words. */
function citation(): HTMLElement[] {
  return [
    el('span', { class: 'citation-nbsp' }, '\u00a0'),
    el(
      'span',
      { class: 'group/trigger' },
      el(
        'span',
        { class: 'p-chip citation inline-flex' },
        el('span', { class: 'select-none' }, 'seafarer', el('span', {}, '+2')),
      ),
    ),
  ];
}
