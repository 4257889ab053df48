/** Hidden by an attribute: also true of pages without layout, and of an inert twin that style alone would show. */
const switchedOff = '[inert], [hidden], [aria-hidden="true"]';
const styledAway = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether a person could see and use the element, as far as style tells; how far it is scrolled is no matter. */
export function isVisible(element: Element): boolean {
  if (element.closest(switchedOff)) return false;
  const rendered = element.ownerDocument.defaultView !== null;
  if (rendered && typeof element.checkVisibility === 'function') {
    return element.checkVisibility({ visibilityProperty: true });
  }
  return !isStyledAway(element);
}

function isStyledAway(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (styledAway.test(at.getAttribute('style') ?? '')) return true;
  }
  return false;
}
