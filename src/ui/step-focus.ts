/** Marks what the Up and Down keys stop at, in the order of the page: the search box and every memory. */
export const focusStop = { 'data-focus-stop': '' } as const;

/** Moves the focus to the stop before or after an element; false when there is none. */
export function stepFocus(from: Element, step: 1 | -1): boolean {
  const stops = [...from.ownerDocument.querySelectorAll<HTMLElement>('[data-focus-stop]')];
  const stop = stops[stops.findIndex((candidate) => candidate.contains(from)) + step];
  stop?.focus();
  return stop !== undefined;
}
