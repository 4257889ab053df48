interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const pressable =
  'button, a[href], input, select, textarea, summary, [role="button"], [contenteditable="true"]';
/** No button is smaller than this, so that none slips between two points. */
const stepPx = 20;

/** Whether something that can be pressed lies under a box; what belongs to `own` does not count. */
export function isOverButton({ left, right, top, bottom }: Box, own: Element): boolean {
  for (const x of steps(left, right)) {
    for (const y of steps(top, bottom)) {
      const under = document.elementsFromPoint(x, y).find((element) => element !== own);
      if (under?.closest(pressable)) return true;
    }
  }
  return false;
}

function steps(from: number, to: number): number[] {
  const count = Math.max(1, Math.ceil((to - from) / stepPx));
  return Array.from({ length: count + 1 }, (_, step) => from + ((to - from) * step) / count);
}
