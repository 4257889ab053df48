/** Year and month: `2026-08`. */
export type Month = `20${number}-${number}`;

/** One way to find something, with the last month in which it is known to have worked. */
export interface Selector {
  css: string;
  seen: Month;
}

/** Newest first. The first one that finds something wins, so a guess that is too loose does harm: leave it out. */
export type Selectors = readonly Selector[];

/** An element, and which selector of its list found it. */
export interface Match<Found extends Element = Element> {
  element: Found;
  by: Selector;
}

/** The first element in the order of the list, not of the document, that is accepted. */
export function findMatch<Found extends Element = Element>(
  root: ParentNode,
  selectors: Selectors,
  accept: (element: Found) => boolean = () => true,
): Match<Found> | undefined {
  for (const by of selectors) {
    for (const element of root.querySelectorAll<Found>(by.css)) if (accept(element)) return { element, by };
  }
  return undefined;
}

export function findFirst<Found extends Element = Element>(
  root: ParentNode,
  selectors: Selectors,
  accept?: (element: Found) => boolean,
): Found | undefined {
  return findMatch(root, selectors, accept)?.element;
}

export function findAround(element: Element, selectors: Selectors): Element | undefined {
  for (const { css } of selectors) {
    const found = element.closest(css);
    if (found) return found;
  }
  return undefined;
}

export function matchesAny(element: Element, selectors: Selectors): boolean {
  return selectors.some(({ css }) => element.matches(css));
}

/** One CSS selector for the whole list; undefined for an empty list, which matches nothing. */
export function joined(selectors: Selectors): string | undefined {
  return selectors.length === 0 ? undefined : selectors.map(({ css }) => css).join(', ');
}
