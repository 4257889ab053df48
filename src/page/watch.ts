/** Attributes by which sites say that a turn got its id or that the composer changed its state. */
const marks = [
  'aria-busy',
  'aria-disabled',
  'aria-label',
  'contenteditable',
  'data-busy',
  'data-chatgpt-selection-message-id',
  'data-index',
  'data-is-streaming',
  'data-message-complete',
  'data-message-id',
  'data-perf-row-streaming',
  'data-testid',
  'disabled',
  'id',
  'inert',
];

const shortestPauseMs = 200;
/** The pause is this many times as long as the reading before it took, so that reading costs a tenth at most. */
const pausePerReading = 10;

/**
 * Looks at the page now. Returns after how many ms it wants to look again even if nothing changes; undefined:
 * only after a change. `isLast`: the page is going away.
 */
export type Look = (isLast: boolean) => number | undefined;

export interface Watch {
  now(): void;
  /** As soon as the pause after the last look is over. */
  soon(): void;
}

/**
 * Calls `look` after changes of the page, trailing and throttled: a page that never stops changing is still looked
 * at. Between a change and the look at it nothing is observed, which keeps the cost off busy pages.
 * @param ends attributes by which the site says that an answer is being written, or has ended
 */
export function watchPage(look: Look, signal: AbortSignal, ends: readonly string[] = []): Watch {
  const observer = new MutationObserver(onChange);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let lastAt = Number.NEGATIVE_INFINITY;
  let pauseMs = shortestPauseMs;

  function observe(): void {
    observer.observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: [...marks, ...ends],
    });
  }

  function onChange(): void {
    const restMs = lastAt + pauseMs - performance.now();
    // Timers of a hidden tab run once a second or a minute; the changes themselves still arrive at once.
    if (document.hidden && restMs <= 0) run();
    else {
      if (!document.hidden) observer.disconnect();
      schedule(Math.max(shortestPauseMs, restMs));
    }
  }

  function schedule(delayMs: number): void {
    const at = performance.now() + delayMs;
    if (signal.aborted || at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(run, delayMs);
  }

  function run(isLast = false): void {
    if (signal.aborted) return;
    clearTimeout(timer);
    dueAt = Number.POSITIVE_INFINITY;
    observer.disconnect();
    const startedAt = performance.now();
    const againMs = look(isLast);
    lastAt = performance.now();
    pauseMs = Math.max(shortestPauseMs, pausePerReading * (lastAt - startedAt));
    if (signal.aborted) return;
    observe();
    if (againMs !== undefined) schedule(Math.max(pauseMs, againMs));
  }

  document.addEventListener('visibilitychange', () => run(), { signal });
  window.addEventListener('pagehide', () => run(true), { signal });
  window.addEventListener('pageshow', () => schedule(shortestPauseMs), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  observe();
  schedule(shortestPauseMs);
  return {
    now: () => run(),
    soon: () => schedule(Math.max(0, lastAt + pauseMs - performance.now())),
  };
}
