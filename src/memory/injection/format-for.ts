import { type BlockFormat, blockFormats, type Settings } from '@/memory/settings';
import type { SiteId } from '@/memory/types';

/** The format that a site's prompts get: its own, or the one for all. */
export function formatFor({ blockFormat, siteFormats }: Settings, site: SiteId): BlockFormat {
  return (Object.hasOwn(siteFormats, site) ? siteFormats[site] : undefined) ?? blockFormat;
}

/** A format as it was chosen at any time; unknown ones are the usual one. */
export function toBlockFormat(value: string): BlockFormat {
  return blockFormats.find((format) => format === value) ?? 'section';
}
