import { composerOf } from '@/page/composer-events';
import { isMenuOpen } from '@/page/open-menu';
import type { Site } from '@/sites/site';

/** The composer whose prompt this key sends; undefined for every other key. */
export function composerSentByKey(event: KeyboardEvent, site: Site): HTMLElement | undefined {
  if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.defaultPrevented) return undefined;
  // 229 is what an input method reports for the Enter that only chooses a word.
  if (event.isComposing || event.keyCode === 229) return undefined;
  const isModified = event.ctrlKey || event.metaKey;
  if (isModified ? !site.sendsWithModifier : site.needsModifier) return undefined;
  const composer = composerOf(event, site);
  if (!composer || isMenuOpen(composer, site.composerBox(document))) return undefined;
  return isTouchOnly() ? undefined : composer;
}

/** The composer whose prompt this click sends. */
export function composerSentByClick(event: MouseEvent, site: Site): HTMLElement | undefined {
  const button = site.sendButton(document);
  if (!button || !isEnabled(button) || !event.composedPath().includes(button)) return undefined;
  return site.composer(document);
}

/** Whether a prompt could be sent now; a site without its button may still take the key. */
export function canSend(site: Site): boolean {
  const button = site.sendButton(document);
  return button ? isEnabled(button) : !site.isAnswering(document);
}

export function isEnabled(button: HTMLElement): boolean {
  return !button.matches(':disabled') && !button.closest('[aria-disabled="true"], [inert]');
}

/**
 * The key as the site itself would get it; sites that look at the modifier take it as a send in any case. True when
 * the page took it: left alone, a made-up key does nothing.
 */
export function pressEnter(composer: HTMLElement, site: Site): boolean {
  const key = {
    key: 'Enter',
    code: 'Enter',
    keyCode: 13,
    which: 13,
    bubbles: true,
    cancelable: true,
    composed: true,
    metaKey: site.sendsWithModifier ?? false,
  };
  const isTaken = !composer.dispatchEvent(new KeyboardEvent('keydown', key));
  composer.dispatchEvent(new KeyboardEvent('keyup', key));
  return isTaken;
}

/** On a touch screen alone Enter makes a line on most sites, and the button sends. */
function isTouchOnly(): boolean {
  return matchMedia('(pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches;
}
