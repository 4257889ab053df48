import type { SiteMap } from '@/sites/map';
import type { Month } from '@/sites/selectors';

/** The last month in which somebody saw any selector of the map work. */
export function newestMonth(map: SiteMap): Month {
  return monthsIn(map).reduce((newest, month) => (month > newest ? month : newest), '2000-01' as Month);
}

function monthsIn(part: unknown): Month[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === 'seen' ? [value as Month] : monthsIn(value),
  );
}
