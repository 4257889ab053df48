/** Marks what the Up and Down keys stop at, in the order of the page: the search box and every memory. */
export const focusStop = { 'data-focus-stop': '' } as const;

/** Moves the focus to the nearest stop before or after an element and all in it; false when there is none. */
export function stepFocus(from: Element, step: 1 | -1): boolean {
  const direction = step === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const stops = [...from.ownerDocument.querySelectorAll<HTMLElement>('[data-focus-stop]')].filter(
    (stop) => !from.contains(stop) && from.compareDocumentPosition(stop) & direction,
  );
  const stop = stops.at(step === 1 ? 0 : -1);
  stop?.focus();
  return stop !== undefined;
}
