import type { TurnStyle } from './thread-view';

/**
 * A list that has only the rows near the window in the page, as virtualised lists do: the others leave it and come
 * back as the same elements. The list itself is moved to where its first row belongs.
 */
export function virtualRows(): Required<Pick<TurnStyle, 'clear' | 'place' | 'arrange'>> {
  let rows: HTMLElement[] = [];
  const heights: number[] = [];
  let list: HTMLElement | undefined;
  let isDue = false;

  function show(): void {
    const scroller = list?.closest('.p-scroll');
    if (!list?.parentElement || !scroller) return;
    const from = scroller.scrollTop - BEYOND;
    const to = scroller.scrollTop + scroller.clientHeight + BEYOND;
    let top = 0;
    let shownFrom: number | undefined;
    rows.forEach((row, index) => {
      const height = heights[index] ?? UNSEEN;
      if (top + height < from || top > to) row.remove();
      else {
        shownFrom ??= top;
        if (!row.isConnected) insert(row, index);
      }
      top += height;
    });
    list.style.transform = `translateY(${shownFrom ?? 0}px)`;
    list.parentElement.style.height = `${top}px`;
  }

  function insert(row: HTMLElement, index: number): void {
    const next = rows.slice(index + 1).find((other) => other.isConnected);
    list?.insertBefore(row, next ?? null);
  }

  /** What is laid out by then is measured with the next frame, and shown by its measure. */
  function follow(): void {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      const isNews = rows.map(measure).includes(true);
      show();
      if (isNews) follow();
    });
  }

  function measure(row: HTMLElement, index: number): boolean {
    const before = heights[index];
    if (row.isConnected) heights[index] = row.offsetHeight;
    return heights[index] !== before;
  }

  return {
    clear() {
      rows = [];
    },
    place: (_, node) => void rows.push(node),
    arrange(shownIn) {
      if (!list) shownIn.closest('.p-scroll')?.addEventListener('scroll', follow);
      list = shownIn;
      show();
      follow();
    },
  };
}

/** A row that was never laid out, and how far beyond the window rows are kept, px. */
const UNSEEN = 120;
const BEYOND = 600;
