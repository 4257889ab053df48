import { keptByDefault } from '@/memory/categories';
import { toBlockFormat } from '@/memory/injection/format-for';
import { defaultSettings, type Settings } from '@/memory/settings';

/** Settings as they were stored at any time, with what has come since. */
export function settingsFrom(stored: Partial<Settings> | undefined): Settings {
  const settings = { ...defaultSettings, ...stored };
  const siteFormats = Object.entries(settings.siteFormats).map(
    ([site, format]) => [site, toBlockFormat(format)] as const,
  );
  return {
    ...settings,
    blockFormat: toBlockFormat(settings.blockFormat),
    siteFormats: Object.fromEntries(siteFormats),
    keptCategories: { ...keptByDefault, ...settings.keptCategories },
  };
}
