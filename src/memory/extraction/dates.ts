import { casual, type ParsedComponents } from 'chrono-node';

export interface DatedText {
  text: string;
  /** Epoch milliseconds of the time the text names, if it names one. */
  at?: number;
}

const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const weekdays = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
/** Times that mean something else tomorrow. A date with its year is left as it is. */
const relative = new RegExp(
  `(?:(?<=\\s)(?:in|on|at) )?(?<![\\p{L}\\p{N}])(?:(?:last|this|next|past|coming) (?:year|month|week|weekend|${weekdays}|${months})|yesterday|today|tomorrow|(?:an?|a few|a couple of|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,3}) (?:years?|months?|weeks?|days?) ago|in (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,3}) (?:years?|months?|weeks?|days?)|(?<=\\bin )(?:${months}))(?![\\p{L}\\p{N}]|,? \\d|'s)`,
  'iu',
);
const isPast =
  /\b(?:moved|got|bought|sold|started|quit|stopped|left|joined|graduated|broke|had|was|were|been|became|retired|finished|lost|met|went|adopted|married)\b/i;

/** "The Day After Tomorrow" is no date. */
const inTitle = /^(?:Last|This|Next|Past|Yesterday|Today|Tomorrow)/;

/** Whether a text names a time that means something else on another day. */
export function namesRelativeTime(text: string): boolean {
  return relative.test(text);
}

/** Puts the calendar in the place of times counted from `at` ("last month" becomes "in October 2026"). */
export function withCalendarDates(text: string, at: number): DatedText {
  const match = relative.exec(text);
  if (!match || (match.index > 0 && inTitle.test(match[0]))) return { text };
  const words = match[0].replace(
    /^(?:in|on|at) (?!an?\b|one|two|three|four|five|six|seven|eight|nine|ten|\d)/i,
    '',
  );
  const parsed = casual.parse(words, new Date(at))[0];
  if (!parsed) return { text };
  const date = parsed.start;
  const year = yearOf(date, text, at);
  const time = new Date(year, (date.get('month') ?? 1) - 1, date.get('day') ?? 1).getTime();
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  const calendar = calendarWords(words, date, year);
  // "By the end of next year" has its preposition already.
  const named = afterPreposition.test(before) ? calendar.replace(/^(?:in|on|around) /, '') : calendar;
  return { text: `${before}${named}${after}`, at: time };
}

const afterPreposition =
  /\b(?:of|by|until|till|since|from|for|before|after|during|between|and|to|late|early|mid) $/i;

/** A month without a year lies behind a statement about the past, ahead of one about the future. */
function yearOf(date: ParsedComponents, text: string, at: number): number {
  const year = date.get('year') ?? new Date(at).getFullYear();
  if (date.isCertain('year') || !date.isCertain('month')) return year;
  const passed = date.date().getTime() <= at;
  if (isPast.test(text)) return passed ? year : year - 1;
  return passed ? year + 1 : year;
}

/** As exact as the words were: the year, the month or the day. */
function calendarWords(words: string, date: ParsedComponents, year: number): string {
  if (/year/i.test(words)) return `in ${year}`;
  const month = new Date(year, (date.get('month') ?? 1) - 1).toLocaleString('en', { month: 'long' });
  if (new RegExp(`month|${months}`, 'i').test(words)) return `in ${month} ${year}`;
  const day = `${date.get('day')} ${month} ${year}`;
  return /week(?!end)/i.test(words) ? `around ${day}` : `on ${day}`;
}
