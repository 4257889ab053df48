import type { ComponentChildren, Ref } from 'preact';
import { actKey } from '@/ui/act-key';
import { place } from '@/ui/popup/inbox/use-kept-place';
import { Problem } from '@/ui/problem';
import { findStop, focusStop } from '@/ui/step-focus';

interface CardProps {
  /** Ids of the elements with the words that are asked about, and of the one that says why. */
  words: string;
  why: string;
  /** What each key does while the focus is in the card; Enter only where it is on the card itself. */
  keys: Record<string, () => void>;
  problem: string | undefined;
  element?: Ref<HTMLElement>;
  children: ComponentChildren;
}

/** One thing that the user is asked, answered by a key or a button. */
export function Card({ words, why, keys, problem, element, children }: CardProps) {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const key = actKey(event);
    const card = event.currentTarget;
    // On a button or a link, Enter is theirs.
    const isTheirs = key === 'enter' && event.target !== card;
    if (key === 'arrowdown') findStop(card, 1)?.focus();
    else if (key === 'arrowup') findStop(card, -1)?.focus();
    else if (key && Object.hasOwn(keys, key) && !isTheirs) keys[key]?.();
    else return;
    event.preventDefault();
  };

  return (
    <li class="inbox-card">
      <article
        ref={element}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys that answer it need a place to be pressed at.
        tabIndex={0}
        aria-labelledby={words}
        aria-describedby={why}
        onKeyDown={onKeyDown}
        {...focusStop}
        {...place}
      >
        {children}
        <Problem words={problem} />
      </article>
    </li>
  );
}
