import type { Solved } from '@/memory/recall/types';
import { findSite } from '@/sites/index';

export interface SolvedTexts {
  label: string;
  open: string;
  dismiss: string;
  /** "You asked this on 3 May on Claude". */
  asked(solved: Solved): string;
}

const dayMs = 86_400_000;

/** `read` answers a text of `_locales` with its `$1` and `$2`. */
export function solvedTexts(
  read: (key: string, ...fillings: string[]) => string,
  now: () => number = () => Date.now(),
): SolvedTexts {
  const language = read('dateLocale') || 'en';
  // After an update of the extension nothing can be read any more: texts are read now, and filled here.
  const [lately, onDay] = [read('solvedLately', '$1', '$2'), read('solvedOn', '$1', '$2')];
  return {
    label: read('solvedLabel'),
    open: read('solvedOpen'),
    dismiss: read('solvedDismiss'),
    asked({ at, site, url }) {
      const { words, isRelative } = dayOf(at, now(), language);
      return fill(isRelative ? lately : onDay, [words, siteName(site, url)]);
    },
  };
}

function fill(text: string, fillings: readonly string[]): string {
  return text.replace(/\$([12])/g, (_, number: string) => fillings[Number(number) - 1] ?? '');
}

function siteName(id: string, url: string): string {
  return (URL.canParse(url) ? findSite(new URL(url))?.name : undefined) ?? id;
}

/** Relative within the last week, else a date; the year where it is another one. */
function dayOf(at: number, now: number, language: string): { words: string; isRelative: boolean } {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(at)) / dayMs);
  if (daysAgo >= 0 && daysAgo < 7) {
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-daysAgo, 'day');
    return { words, isRelative: true };
  }
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const words = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at);
  return { words, isRelative: false };
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
