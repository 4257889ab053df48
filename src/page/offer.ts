import type { Recall, Solved } from '@/memory/recall/types';
import type { MemoryId } from '@/memory/types';
import type { Thumb } from '@/page/choice';
import type { ShownCommand } from '@/page/command';
import type { CommandActs } from '@/page/command-card';
import { isCovered, placeBeside } from '@/page/offer-place';
import { offerView, shownAtMost } from '@/page/offer-view';
import type { Offered } from '@/page/recall';
import { schemeAround } from '@/page/scheme';
import type { OfferTexts } from '@/page/texts';
import type { Site } from '@/sites/site';

export interface Offer {
  /**
   * Shows what may be added to the draft, what answered it before and what it asks of the memory itself, or takes the
   * offer off the page.
   */
  show(offered: Offered | undefined, solved?: Solved, command?: ShownCommand): void;
}

interface OfferParts {
  site: Site;
  texts: OfferTexts;
  onAdd(recall: Recall): void;
  onTick(id: MemoryId, isTicked: boolean): void;
  onRate(id: MemoryId, thumb: Thumb): void;
  /** The user wants none of it; what they saw and had no opinion of. */
  onDismiss(shown: MemoryId[]): void;
  onDismissSolved(): void;
  command: CommandActs;
  signal: AbortSignal;
}

/** Composers move without any event when a site animates its layout. */
const followMs = 400;

/**
 * The pill beside the composer. It stands on the document's root, outside everything the site draws and hydrates,
 * and only while there is something to offer.
 */
export function offerBeside(parts: OfferParts): Offer {
  const { site, texts, signal } = parts;
  let offered: Offered | undefined;
  let solved: Solved | undefined;
  let command: ShownCommand | undefined;
  let isOpen = false;
  let shown: AbortController | undefined;
  let drawn = '';
  let frame = 0;

  const view = offerView(texts, {
    onToggle: () => setOpen(!isOpen),
    onAdd: () => {
      if (offered?.chosen) parts.onAdd(offered.chosen);
      backToComposer();
    },
    onTick: parts.onTick,
    onRate: parts.onRate,
    onDismiss: () => {
      parts.onDismiss(seen());
      backToComposer();
    },
    onEscape: () => {
      setOpen(false);
      backToComposer();
    },
    onDismissSolved: () => {
      parts.onDismissSolved();
      backToComposer();
    },
    command: {
      ...parts.command,
      onClose: () => {
        parts.command.onClose();
        backToComposer();
      },
    },
  });
  signal.addEventListener('abort', remove);

  function seen(): MemoryId[] {
    const ids = offered?.recall.memories.slice(0, shownAtMost).map(({ id }) => id) ?? [];
    return ids.filter((id) => !offered?.rated.has(id));
  }

  function show(next: Offered | undefined, nextSolved?: Solved, nextCommand?: ShownCommand): void {
    offered = signal.aborted ? undefined : next;
    solved = signal.aborted ? undefined : nextSolved;
    command = signal.aborted ? undefined : nextCommand;
    if (!hasAny()) {
      remove();
      return;
    }
    draw();
    if (!shown) appear();
    place();
  }

  function hasAny(): boolean {
    return Boolean(offered || solved || command);
  }

  function draw(): void {
    view.card.draw(solved);
    view.command.draw(command);
    view.pill.hidden = !offered;
    isOpen &&= offered !== undefined;
    if (!offered) return;
    const { memories, injection } = offered.recall;
    // Drawn again only for other words, or a button would be lost under the pointer.
    const next = JSON.stringify([isOpen, injection, memories.map(({ id, text }) => [id, text])]);
    if (next !== drawn) view.draw(offered.recall, isOpen);
    drawn = next;
    view.mark(offered);
  }

  function setOpen(open: boolean): void {
    isOpen = open;
    draw();
    place();
  }

  function appear(): void {
    shown = new AbortController();
    const options = { capture: true, passive: true, signal: shown.signal };
    window.addEventListener('scroll', placeSoon, options);
    window.addEventListener('resize', placeSoon, options);
    window.addEventListener('pointerdown', closeOutside, options);
    window.addEventListener('keydown', onKey, { capture: true, signal: shown.signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', placeSoon, options);
    const resizes = new ResizeObserver(placeSoon);
    const box = site.composerBox(document);
    if (box) resizes.observe(box);
    const timer = setInterval(placeSoon, followMs);
    shown.signal.addEventListener('abort', () => {
      resizes.disconnect();
      clearInterval(timer);
      cancelAnimationFrame(frame);
      frame = 0;
    });
  }

  function remove(): void {
    offered = undefined;
    solved = undefined;
    command = undefined;
    view.command.draw(undefined);
    isOpen = false;
    drawn = '';
    shown?.abort();
    shown = undefined;
    view.host.remove();
  }

  function placeSoon(): void {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      place();
    });
  }

  function place(): void {
    const composer = site.composer(document);
    const box = site.composerBox(document) ?? composer;
    const { host } = view;
    if (!hasAny() || !composer || !box) {
      host.remove();
      return;
    }
    if (!host.isConnected) document.documentElement.append(host);
    host.hidden = isCovered(box, composer);
    const isRightToLeft = getComputedStyle(document.documentElement).direction === 'rtl';
    const visible = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const at = placeBeside(box.getBoundingClientRect(), visible, isRightToLeft);
    const { style } = host;
    style.setProperty(at.side === 'above' ? 'bottom' : 'top', `${at.edge}px`);
    style.setProperty(at.side === 'above' ? 'top' : 'bottom', 'auto');
    style.setProperty(isRightToLeft ? 'left' : 'right', `${at.end}px`);
    style.setProperty(isRightToLeft ? 'right' : 'left', 'auto');
    style.setProperty('--room', `${at.room}px`);
    style.setProperty('--height', `${at.height}px`);
    host.dataset.side = at.side;
    host.dataset.scheme = schemeAround(box.parentElement ?? box);
    view.card.fit(at.side);
  }

  function closeOutside(event: Event): void {
    if (isOpen && !event.composedPath().includes(view.host)) setOpen(false);
  }

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || view.host.hidden) return;
    const isInside = event.composedPath().includes(view.host);
    if (event.key === 'Escape' && (solved || command) && !isOpen && !isInside) {
      // The cards came by themselves: the key still goes to the site.
      if (command) parts.command.onClose();
      else parts.onDismissSolved();
      return;
    }
    if (isShortcut(event) && command && !isOpen) view.command.focus();
    else if (isShortcut(event) && !offered) view.card.focus();
    else if (isShortcut(event)) {
      setOpen(!isOpen);
      if (isOpen) view.pill.focus();
      else backToComposer();
    } else if (event.key === 'Escape' && isOpen && !isInside) {
      setOpen(false);
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function backToComposer(): void {
    site.composer(document)?.focus();
  }

  return { show };
}

/** Alt+M is free in Chrome, Firefox and on the chat sites; with Option a Mac writes µ for it. */
function isShortcut({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey && !ctrlKey && !metaKey && !shiftKey && (key.toLowerCase() === 'm' || key === 'µ');
}
