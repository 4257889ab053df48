/** Where the offer stands: its bottom edge above the box, or its top edge below it; measures in CSS pixels. */
export interface Place {
  side: 'above' | 'below';
  /** Distance of the edge that faces the box from the top (below) or bottom (above) of the window. */
  edge: number;
  /** Distance of the end edge from the right of the window, or from the left where the page reads right to left. */
  end: number;
  /** Most width and height for the panel. */
  room: number;
  height: number;
}

interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const gap = 8;
const inset = 12;
const margin = 8;
const pillHeight = 28;

/** Just outside the box, along its end edge, a little inwards where corners are round. */
export function placeBeside(
  box: Box,
  view: { width: number; height: number },
  isRightToLeft: boolean,
): Place {
  const above = box.top - gap - margin;
  const below = view.height - box.bottom - gap - margin;
  const side = above >= pillHeight || above >= below ? 'above' : 'below';
  const start = isRightToLeft ? view.width - box.right : box.left;
  const end = isRightToLeft ? box.left : view.width - box.right;
  const edge = side === 'above' ? view.height - box.top + gap : box.bottom + gap;
  const most = view.height - pillHeight - 2 * margin;
  return {
    side,
    edge: Math.round(Math.min(Math.max(edge, margin), most + margin)),
    end: Math.round(Math.max(end + inset, margin)),
    room: Math.round(view.width - Math.max(start, margin) - Math.max(end + inset, margin)),
    height: Math.round(Math.max(120, (side === 'above' ? above : below) - pillHeight - gap)),
  };
}

/** Whether something else (a dialog of the site) lies over the box, or the site has put it out of use. */
export function isCovered(box: Element, composer: Element): boolean {
  if (composer.closest('[inert], [aria-hidden="true"]')) return true;
  const { left, right, top, bottom } = composer.getBoundingClientRect();
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return over !== null && !box.contains(over) && !over.contains(box);
}
