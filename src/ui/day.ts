import { language } from '@/ui/text';

const dayMs = 86_400_000;

export interface Day {
  words: string;
  /** "yesterday" and the like, which take no preposition; otherwise a date such as "3 May" or "3 May 2024". */
  relative: boolean;
}

/** Names the calendar day of a time as a person would: relative within the last week, else by its date. */
export function dayOf(at: number, now: number): Day {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(at)) / dayMs);
  if (daysAgo >= 0 && daysAgo < 7) {
    const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(-daysAgo, 'day');
    return { words, relative: true };
  }
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const format = new Intl.DateTimeFormat(language(), {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
  return { words: format.format(at), relative: false };
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
