import { language } from '@/ui/text';

/** "August 2026", of a month as `2026-08`. */
export function monthText(month: string): string {
  const format = new Intl.DateTimeFormat(language(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
