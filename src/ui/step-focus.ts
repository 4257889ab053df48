/** Marks what the Up and Down keys stop at, in the order of the page: the search box and every memory. */
export const focusStop = { 'data-focus-stop': '' } as const;

/** The nearest stop before or after an element and all in it. */
export function findStop(from: Element, step: 1 | -1): HTMLElement | undefined {
  const direction = step === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const stops = [...from.ownerDocument.querySelectorAll<HTMLElement>('[data-focus-stop]')].filter(
    (stop) => !from.contains(stop) && from.compareDocumentPosition(stop) & direction,
  );
  return stops.at(step === 1 ? 0 : -1);
}
