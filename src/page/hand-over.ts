import { pause } from '@/lib/pause';
import { squashSpace } from '@/lib/squash-space';
import { isEnabled, pressEnter } from '@/page/send-gesture';
import { readComposer } from '@/sites/composer-text';
import type { Site } from '@/sites/site';

/** *sent*: the page took the prompt. *kept*: it did not, and the prompt stands in the composer. */
export type Outcome = 'sent' | 'kept';

const longestFrameMs = 50;
const mostTakingMs = 500;
const leavingMs = 1_500;
const stepMs = 25;

/**
 * Sends what stands in the composer, once: by the site's button, and by the key only if the button left every
 * character where it was. Whatever happens, nothing is sent that was not in the composer.
 */
export async function handOver(site: Site): Promise<Outcome> {
  await nextFrame();
  const button = await enabledButton(site);
  const prompt = promptOf(site);
  const composer = site.composer(document);
  if (!composer || prompt === '') return 'sent';
  const before = { prompt, isAnswering: site.isAnswering(document), href: location.href };

  if (button) button.click();
  else pressEnter(composer, site);
  if (await hasLeft(site, before)) return 'sent';

  const again = site.composer(document);
  if (!again || promptOf(site) !== prompt) return 'kept';
  if (button) pressEnter(again, site);
  else site.sendButton(document)?.click();
  return (await hasLeft(site, before)) ? 'sent' : 'kept';
}

/** Pages take a change over with the next frame; a tab that is not shown has none. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longestFrameMs);
  });
}

/** Editors tell the page of a change at once, the page enables its button a little later. */
async function enabledButton(site: Site): Promise<HTMLElement | undefined> {
  for (let waitedMs = 0; waitedMs <= mostTakingMs; waitedMs += stepMs) {
    const button = site.sendButton(document);
    if (button && isEnabled(button)) return button;
    await pause(stepMs);
  }
  return undefined;
}

interface Before {
  prompt: string;
  isAnswering: boolean;
  href: string;
}

/** Any sign that the page has begun with the prompt; then it must not be sent again. */
async function hasLeft(site: Site, before: Before): Promise<boolean> {
  for (let waitedMs = 0; waitedMs <= leavingMs; waitedMs += stepMs) {
    // More words behind it are the user's, who types on.
    if (!promptOf(site).startsWith(before.prompt) || location.href !== before.href) return true;
    if (!before.isAnswering && site.isAnswering(document)) return true;
    await pause(stepMs);
  }
  return false;
}

function promptOf(site: Site): string {
  const composer = site.composer(document);
  return composer ? squashSpace(readComposer(composer)) : '';
}
