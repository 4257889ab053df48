import type { Attachment } from './model';

/** What a test sees as `window.practice`, in the page's own world. Emptied by a reload. */
export interface PracticeControls {
  site: string;
  /** Every prompt the pretend server received, in order, exactly as sent. */
  received: string[];
  /** What was attached to each of them, at the same index. */
  attachments: Attachment[][];
  /** Shows the rest of the answer at once and ends it. */
  finishStreaming(): void;
}

declare global {
  interface Window {
    practice: PracticeControls;
  }
}

/** The switches of this tab; README.md in the parent folder says what each does. */
export interface Switches {
  missing: readonly string[];
  redrawsPerSecond: number;
  answerSize: number;
  /** Milliseconds between two pieces of an answer. */
  speed: number;
}

/**
 * Reads `?practice-…` from the address, keeps it for the tab and takes it out of the address again, so that
 * what is tested sees the addresses the real site has.
 */
export function readSwitches(): Switches {
  const url = new URL(location.href);
  const kept = new URLSearchParams(sessionStorage.getItem(KEY) ?? '');
  for (const [name, value] of [...url.searchParams]) {
    if (!name.startsWith('practice-')) continue;
    kept.set(name, value);
    url.searchParams.delete(name);
  }
  sessionStorage.setItem(KEY, `${kept}`);
  // `?incognito` without a value must not become `?incognito=`.
  url.search = url.search.replace(/=(?=&|$)/g, '');
  if (url.href !== location.href) history.replaceState(null, '', url);
  return {
    missing: (kept.get('practice-missing') ?? '').split(',').filter(Boolean),
    redrawsPerSecond: Number(kept.get('practice-redraw') ?? 0),
    answerSize: Number(kept.get('practice-answer-size') ?? 0),
    speed: Number(kept.get('practice-speed') ?? 15),
  };
}

/** Takes away every mark by which a program could know the element; people notice nothing. */
export function disguise(root: Element): void {
  for (const node of [root, ...root.querySelectorAll('*')]) {
    if (node instanceof SVGElement) continue;
    for (const { name } of [...node.attributes]) {
      if (!KEPT.has(name)) node.removeAttribute(name);
    }
    for (const name of [...node.classList]) if (!name.startsWith('p-')) node.classList.remove(name);
  }
}

const KEY = 'practice:switches';
const KEPT = new Set([
  'class',
  'style',
  'type',
  'href',
  'src',
  'contenteditable',
  'disabled',
  'placeholder',
  'rows',
]);
