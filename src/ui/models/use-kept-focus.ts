import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Marks what gets the focus when the element that had it goes away; the first one in the page's order is taken. */
export const takesFocus = { 'data-takes-focus': '' } as const;

/**
 * Keeps the focus inside an element whose content changes under it: a button that is replaced by others hands it to
 * the first that takes it, or to the element itself. The element must be focusable.
 */
export function useKeptFocus(element: RefObject<HTMLElement | null>): void {
  // While rendering, the page still is as it was.
  const had = element.current?.contains(document.activeElement) ?? false;

  useLayoutEffect(() => {
    const now = element.current;
    if (!had || !now || now.contains(document.activeElement)) return;
    const heir = now.querySelector<HTMLElement>('[data-takes-focus]') ?? now;
    heir.focus();
  });
}
