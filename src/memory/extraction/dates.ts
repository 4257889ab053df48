import { casual, type ParsedComponents } from 'chrono-node';
import { calendarWords, type Exactness } from '@/memory/extraction/calendar-words';
import { relativeTimeIn } from '@/memory/extraction/relative-times';

export interface DatedText {
  text: string;
  /** Epoch milliseconds of the time the text names, if it names one: when it begins, and when it is over. */
  at?: number;
  until?: number;
}

const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const weekdays = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
/** Times that mean something else tomorrow. A date with its year is left as it is. */
const relative = new RegExp(
  `(?:(?<=\\s)(?:in|on|at) )?(?<![\\p{L}\\p{N}])(?:(?:last|this|next|past|coming) (?:year|month|week|weekend|${weekdays}|${months})|yesterday|(?<!weeks? |months? |years? )today|tomorrow|(?:an?|a few|a couple of|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,3}) (?:years?|months?|weeks?|days?) ago|in (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,3}) (?:years?|months?|weeks?|days?)|(?<=\\bin )(?:${months}))(?![\\p{L}\\p{N}]|,? \\d|'s)`,
  'iu',
);
const isPast =
  /\b(?:moved|got|bought|sold|started|quit|stopped|left|joined|graduated|broke|had|was|were|been|became|retired|finished|lost|met|went|adopted|married)\b/i;

/** "The Day After Tomorrow" is no date. */
const inTitle = /^(?:Last|This|Next|Past|Yesterday|Today|Tomorrow)/;

/** Whether a text names a time that means something else on another day. */
export function namesRelativeTime(text: string): boolean {
  return timeIn(text) !== undefined;
}

/** Puts the calendar in the place of times counted from `at` ("last month" becomes "in October 2026"). */
export function withCalendarDates(text: string, at: number): DatedText {
  const time = timeIn(text);
  const date = time && casual.parse(time.english, new Date(at))[0]?.start;
  if (!time || !date) return { text };
  const { index, words, english, language } = time;
  const exactness = exactnessOf(english);
  const year = yearOf(date, text, at);
  const month = exactness === 'year' ? 1 : (date.get('month') ?? 1);
  const day = exactness === 'day' || exactness === 'week' ? (date.get('day') ?? 1) : 1;
  const said = text.slice(0, index);
  const calendar = calendarWords({ year, month, day }, exactness, { said, language });
  return {
    text: `${said}${calendar}${text.slice(index + words.length)}`,
    at: new Date(year, month - 1, day).getTime(),
    until: endOf({ year, month, day }, exactness),
  };
}

function timeIn(text: string) {
  const match = relative.exec(text);
  if (!match) return relativeTimeIn(text);
  if (match.index > 0 && inTitle.test(match[0])) return undefined;
  const [words] = match;
  const english = words.replace(
    /^(?:in|on|at) (?!an?\b|one|two|three|four|five|six|seven|eight|nine|ten|\d)/i,
    '',
  );
  return { index: match.index, words, english, language: 'en' as const };
}

/** As exact as the words were. */
function exactnessOf(english: string): Exactness {
  if (/year/i.test(english)) return 'year';
  if (new RegExp(`month|${months}`, 'i').test(english)) return 'month';
  return /week(?!end)/i.test(english) ? 'week' : 'day';
}

/** When the named day, week, month or year is over, in the local time zone. */
function endOf(
  { year, month, day }: { year: number; month: number; day: number },
  exactness: Exactness,
): number {
  if (exactness === 'year') return new Date(year + 1, 0, 1).getTime();
  if (exactness === 'month') return new Date(year, month, 1).getTime();
  return new Date(year, month - 1, day + (exactness === 'week' ? 7 : 1)).getTime();
}

/** A month without a year lies behind a statement about the past, ahead of one about the future. */
function yearOf(date: ParsedComponents, text: string, at: number): number {
  const year = date.get('year') ?? new Date(at).getFullYear();
  if (date.isCertain('year') || !date.isCertain('month')) return year;
  const passed = date.date().getTime() <= at;
  if (isPast.test(text)) return passed ? year : year - 1;
  return passed ? year + 1 : year;
}
