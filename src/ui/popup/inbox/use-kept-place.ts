import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Marks what the focus passes to when what had it goes away, in the order of the page. */
export const place = { 'data-place': '' } as const;

/** When a place that has the focus goes away, the one that takes its place gets it, or else the last one. */
export function useKeptPlace(list: RefObject<HTMLElement | null>): void {
  // While rendering, the page still is as it was.
  const had = placesIn(list.current).findIndex((one) => one.contains(document.activeElement));

  useLayoutEffect(() => {
    if (had < 0 || list.current?.contains(document.activeElement)) return;
    const now = placesIn(list.current);
    now.at(Math.min(had, now.length - 1))?.focus();
  });
}

function placesIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-place]') ?? [])];
}
