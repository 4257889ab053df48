import { originPattern } from '@/lib/origin-pattern';
import type { OwnSite } from '@/memory/settings';
import { sites } from '@/sites/index';
import type { Site } from '@/sites/site';

/** Everybody runs it at an address of their own. */
export function isSelfHosted({ matches }: Site): boolean {
  return matches.length === 0;
}

/** What the user allows who switches on a site that has addresses of its own. */
export function ownSitesOf({ id, matches }: Site): OwnSite[] {
  const origins = new Set(matches.map((pattern) => new URL(pattern).origin));
  return [...origins].map((origin) => ({ origin, site: id }));
}

/** Match patterns of the pages that the site reads there; none where there is no such site any more. */
export function matchesOf({ origin, site: id }: OwnSite): string[] {
  const site = sites.find((known) => known.id === id);
  if (!site) return [];
  if (isSelfHosted(site)) return [originPattern(origin)];
  return site.matches.filter((pattern) => new URL(pattern).origin === origin);
}

/** Whether the site may be read at this address; most may without being asked for. */
export function isSwitchedOn(site: Site, url: URL, own: readonly OwnSite[]): boolean {
  if (!site.experimental && !isSelfHosted(site)) return true;
  return own.some((entry) => entry.site === site.id && entry.origin === url.origin);
}
