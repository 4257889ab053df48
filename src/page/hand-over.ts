import { pause } from '@/lib/pause';
import { squashSpace } from '@/lib/squash-space';
import { isEnabled, pressEnter } from '@/page/send-gesture';
import { readComposer } from '@/sites/composer-text';
import type { Site } from '@/sites/site';

/** *sent*: the page took the prompt. *kept*: it did not, or it is no longer the prompt that the user sent. */
export type Outcome = 'sent' | 'kept';

/** What the user sent, from where, and how. */
export interface HeldSend {
  draft: string;
  href: string;
  by: 'key' | 'click';
}

const longestFrameMs = 50;
const mostTakingMs = 500;
const leavingMs = 1_500;
const stepMs = 25;

/**
 * Gives a send that was held back to the page, in one way and once. There is no second try: a page may have taken the
 * first and show it late, and a prompt that goes out twice is worse than one that the user sends again.
 */
export async function handOver(site: Site, held: HeldSend): Promise<Outcome> {
  await nextFrame();
  const button = await enabledButton(site);
  const composer = site.composer(document);
  const prompt = promptOf(site);
  // Another chat may have come into view while its button was waited for, with a draft of its own.
  if (!composer || location.href !== held.href || !prompt.startsWith(squashSpace(held.draft))) return 'kept';

  const before = stateOf(site, prompt, button);
  if (held.by === 'key' && site.keyMayBreakLine) return pressEnter(composer, site) ? 'sent' : 'kept';
  if (button) button.click();
  else if (pressEnter(composer, site)) return 'sent';
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
  button: HTMLElement | undefined;
  isAnswering: boolean;
  turns: number;
  href: string;
}

function stateOf(site: Site, prompt: string, button: HTMLElement | undefined): Before {
  return {
    prompt,
    button,
    isAnswering: site.isAnswering(document),
    turns: site.turns(document).length,
    href: location.href,
  };
}

/** Any sign that the page has begun with the prompt. */
async function hasLeft(site: Site, before: Before): Promise<boolean> {
  for (let waitedMs = 0; waitedMs <= leavingMs; waitedMs += stepMs) {
    // More words behind it are the user's, who types on.
    if (!promptOf(site).startsWith(before.prompt) || location.href !== before.href) return true;
    if (!before.isAnswering && site.isAnswering(document)) return true;
    if (before.button && !(before.button.isConnected && isEnabled(before.button))) return true;
    if (site.turns(document).length > before.turns) return true;
    await pause(stepMs);
  }
  return false;
}

function promptOf(site: Site): string {
  const composer = site.composer(document);
  return composer ? squashSpace(readComposer(composer)) : '';
}
