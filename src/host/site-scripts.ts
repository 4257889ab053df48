import { browser } from 'wxt/browser';
import { originPattern } from '@/lib/origin-pattern';
import type { OwnSite } from '@/memory/settings';
import { writeOwnSites } from '@/messaging/own-sites';
import { matchesOf } from '@/sites/own-sites';

const file = '/content-scripts/chat.js';

/**
 * Makes the browser's registered content scripts those of the sites that the user switched on and the browser allows.
 * A tab that shows such a site already gets its script now.
 */
export async function keepSiteScripts(own: readonly OwnSite[]): Promise<void> {
  // First: a script that starts asks there which site reads its page.
  await writeOwnSites(own);
  const wanted = (await allowed(own)).map(scriptFor).filter(({ matches }) => matches.length > 0);
  const registered = await registeredIds();
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const ids = [...registered].filter((id) => !wantedIds.has(id));
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });

  const fresh = wanted.filter(({ id }) => !registered.has(id));
  if (fresh.length === 0) return;
  await browser.scripting.registerContentScripts(fresh);
  await Promise.all(fresh.map(({ matches }) => startInTabs(matches)));
}

/**
 * What is left of the list where the browser took back what it had allowed; undefined where nothing is lost. An entry
 * without a script was never allowed: its question may just be open.
 */
export async function dropLost(own: readonly OwnSite[]): Promise<OwnSite[] | undefined> {
  const stays = new Set(await allowed(own));
  const registered = await registeredIds();
  const left = own.filter((entry) => stays.has(entry) || !registered.has(scriptFor(entry).id));
  if (left.length === own.length) return undefined;
  await keepSiteScripts(left);
  return left;
}

function scriptFor(entry: OwnSite) {
  return {
    // Another site at the same origin is another script, so that open tabs start anew with it.
    id: `${entry.site} ${entry.origin}`,
    matches: matchesOf(entry),
    js: [file],
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
}

async function allowed(own: readonly OwnSite[]): Promise<OwnSite[]> {
  const answers = await Promise.all(
    own.map(({ origin }) => browser.permissions.contains({ origins: [originPattern(origin)] })),
  );
  return own.filter((_, index) => answers[index]);
}

async function registeredIds(): Promise<Set<string>> {
  return new Set((await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id));
}

/** A tab that cannot take it, such as an error page, gets it with its next load. */
async function startInTabs(matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  const ids = tabs.flatMap(({ id }) => id ?? []);
  await Promise.allSettled(
    ids.map((tabId) => browser.scripting.executeScript({ target: { tabId }, files: [file] })),
  );
}
