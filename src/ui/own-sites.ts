import { browser } from 'wxt/browser';
import { originPattern } from '@/lib/origin-pattern';
import type { OwnSite, Settings } from '@/memory/settings';
import type { send } from '@/messaging/messenger';

/**
 * Asks the browser to allow the origins, and has their sites read there. Only within a click, with nothing awaited
 * before. False where the answer was no; then nothing has changed.
 */
export async function switchOn(
  entries: readonly OwnSite[],
  { ownSites, pausedSites }: Settings,
  tell: typeof send,
): Promise<boolean> {
  const origins = entries.map(({ origin }) => originPattern(origin));
  const asked = browser.permissions.request({ origins });
  const others = ownSites.filter((own) => !entries.some(({ origin }) => origin === own.origin));
  // Not after the answer: the browser's question may close the popup that asked. What is not allowed is not read.
  const told = tell('changeSettings', {
    ownSites: [...others, ...entries],
    pausedSites: pausedSites.filter((paused) => !entries.some(({ site }) => site === paused)),
  });
  const [isAllowed] = await Promise.all([asked, told]);
  if (!isAllowed) await tell('changeSettings', { ownSites, pausedSites });
  return isAllowed;
}

/** Has them read no more, and gives back what the browser allowed unless something else needs it. */
export async function switchOff(
  entries: readonly OwnSite[],
  { ownSites, extractor }: Settings,
  tell: typeof send,
): Promise<void> {
  const left = ownSites.filter((own) => !entries.some(({ origin }) => origin === own.origin));
  await tell('changeSettings', { ownSites: left });
  const needed = left.map(({ origin }) => originPattern(origin));
  if (extractor.by === 'server') needed.push(originPattern(extractor.url));
  const origins = entries.map(({ origin }) => originPattern(origin)).filter((own) => !needed.includes(own));
  // This machine is allowed since the installation, and stays so.
  if (origins.length > 0) await browser.permissions.remove({ origins }).catch(() => false);
}
