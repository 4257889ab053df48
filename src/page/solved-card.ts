import type { Solved } from '@/memory/recall/types';
import { element } from '@/page/element';
import { isOverButton } from '@/page/solved-room';
import { solvedStyle } from '@/page/solved-style';
import type { SolvedTexts } from '@/page/solved-texts';

export interface SolvedCard {
  draw(solved: Solved | undefined): void;
  /** Puts the focus on its link. */
  focus(): void;
  /** Makes it one line where it would lie over a button of the site. */
  fit(side: 'above' | 'below'): void;
}

/**
 * The earlier answer to the question in the composer, as a card at the top of the offer's shadow root. It comes by
 * itself, so it takes neither focus nor keys.
 */
export function solvedCard(root: ShadowRoot, texts: SolvedTexts, onDismiss: () => void): SolvedCard {
  const style = document.createElement('style');
  style.textContent = solvedStyle;
  const card = element('section', 'solved');
  card.setAttribute('aria-label', texts.label);
  // It is there before its words are: only what changes in a live region is read out.
  const words = element('div', 'solved-words');
  words.setAttribute('role', 'status');
  words.setAttribute('aria-live', 'polite');
  const open = document.createElement('a');
  open.className = 'solved-act';
  open.textContent = texts.open;
  open.target = '_blank';
  open.rel = 'noopener noreferrer';
  const dismiss = document.createElement('button');
  dismiss.type = 'button';
  dismiss.className = 'solved-act';
  dismiss.textContent = texts.dismiss;
  dismiss.addEventListener('click', onDismiss);
  const acts = element('div', 'solved-acts');
  acts.append(dismiss, open);
  card.append(words, acts);
  card.hidden = true;
  // The root's own listener closes the panel.
  card.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDismiss();
  });
  root.append(style, card);
  let drawn: Solved | undefined;
  /** Its size when all of it is shown. */
  let whole = { width: 0, height: 0 };

  return {
    draw(solved) {
      if (isSame(solved, drawn)) return;
      drawn = solved;
      card.hidden = !solved;
      card.classList.remove('folded');
      words.replaceChildren();
      open.removeAttribute('href');
      if (!solved) return;
      if (/^https?:\/\//i.test(solved.url)) open.href = solved.url;
      words.append(
        element('p', 'solved-when', texts.asked(solved)),
        element('p', 'solved-gist', solved.gist),
      );
    },
    focus: () => open.focus(),
    fit(side) {
      if (card.hidden) return;
      const { left, right, top, bottom, height } = card.getBoundingClientRect();
      if (!card.classList.contains('folded')) whole = { width: right - left, height };
      const start = side === 'above' ? bottom - whole.height : top;
      const box = { left: right - whole.width, right, top: start, bottom: start + whole.height };
      card.classList.toggle('folded', isOverButton(box, root.host));
    },
  };
}

function isSame(one: Solved | undefined, other: Solved | undefined): boolean {
  return one?.question === other?.question && one?.url === other?.url && one?.gist === other?.gist;
}
