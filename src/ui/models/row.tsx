import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useKeptFocus } from '@/ui/models/use-kept-focus';
import { text } from '@/ui/text';

interface RowProps {
  name: string;
  /** What there is to know of it, whatever its state. */
  about: readonly string[];
  suggested?: boolean;
  /** Gets the id of the name, which tells whose act it is. */
  acts: (nameId: string) => ComponentChildren;
  children?: ComponentChildren;
}

/** One thing that can be chosen, with what can be done about it at its end. */
export function Row({ name, about, suggested = false, acts, children }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  const nameId = useId();
  useKeptFocus(row);
  useHandOver(row);

  return (
    <li class="model" ref={row} tabIndex={-1} aria-labelledby={nameId}>
      <div class="model-head">
        <h3 id={nameId}>{name}</h3>
        {suggested && <span class="tag">{text('modelSuggested')}</span>}
        <p class="meta">{about.join(' · ')}</p>
      </div>
      <div class="model-acts">{acts(nameId)}</div>
      {children}
    </li>
  );
}

/** A row that leaves the page while it has the focus hands it to its neighbour. */
function useHandOver(row: RefObject<HTMLLIElement | null>): void {
  useLayoutEffect(() => {
    const element = row.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const neighbour = element.previousElementSibling ?? element.nextElementSibling;
      if (neighbour instanceof HTMLElement) neighbour.focus();
    };
  }, []);
}
