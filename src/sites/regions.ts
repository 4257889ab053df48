const besideMain = [
  'nav, aside, dialog, search',
  '[role="navigation"], [role="complementary"], [role="dialog"], [role="alertdialog"], [role="search"]',
].join(', ');

/** In a region that never holds the chat itself: what looks like a turn or a composer there is a look-alike. */
export function isAside(element: Element): boolean {
  return element.closest(besideMain) !== null;
}
