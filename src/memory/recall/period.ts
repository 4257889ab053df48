import { casual, type ParsedComponents, type ParsedResult } from 'chrono-node';

/** A stretch of time, epoch milliseconds, the end not included. */
export interface Period {
  from: number;
  to: number;
}

/**
 * The stretch of time that a draft names ("in March", "last week", "since 2023"), as seen from `now`: whole days of
 * the local calendar. A month or a season without a year is the last one that has begun.
 */
export function periodIn(draft: string, now: number): Period | undefined {
  const text = draft.slice(0, longest).replace(/\bbetween (\S[^,;.?!]{1,20}) and /i, '$1 to ');
  const period = dateIn(text, now) ?? seasonIn(text, now) ?? yearIn(text, now);
  return period && period.from < period.to ? period : undefined;
}

function dateIn(text: string, now: number): Period | undefined {
  const found = casual.parse(text, new Date(now)).find(namesDays);
  if (!found) return undefined;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found.text.length);
  const period = weeksOf(found, after, now) ?? daysOf(found, before, now);
  return /\bsince\s+$/i.test(before) ? { ...period, to: dayOf(now, 1) } : period;
}

/** "At five" and "now" say nothing about which day is meant, and "sun" and "sat" alone are no days of the week. */
function namesDays({ text, start }: ParsedResult): boolean {
  if (/^(?:(?:right |just )?now|sun|sat|wed)$/.test(text)) return false;
  return partOfToday.test(text) || /week/i.test(text) || parts.some((part) => start.isCertain(part));
}

const parts = ['day', 'weekday', 'month', 'year'] as const;
const partOfToday = /^this (?:morning|noon|afternoon|evening)$/i;

/** From Monday to Sunday, and a weekend of its last two days. */
function weeksOf({ text, start }: ParsedResult, after: string, now: number): Period | undefined {
  const unit = /\bweek(?:end)?\b|\bweeks ago\b/i.exec(text)?.[0].toLowerCase();
  if (!unit || /^past\b/i.test(text)) return undefined;
  const isBeforeLast = /^the week before$/i.test(text) && /^ last\b/i.test(after);
  const day = /^this\b/i.test(text) ? new Date(now) : calendarDay(start);
  const monday = day.getDate() - ((day.getDay() + 6) % 7) - (isBeforeLast ? 7 : 0);
  const begin = (offset: number) => new Date(day.getFullYear(), day.getMonth(), monday + offset).getTime();
  return { from: begin(unit === 'weekend' ? 5 : 0), to: begin(7) };
}

function daysOf({ text, start, end }: ParsedResult, before: string, now: number): Period {
  if (partOfToday.test(text)) return { from: dayOf(now), to: dayOf(now, 1) };
  if (reachingBack.test(text)) return { from: calendarDay(start).getTime(), to: dayOf(now, 1) };
  const first = stretchOf(monthly(text, now) ?? start, before, now);
  const last = end ? stretchOf(end, before, now) : first;
  return { from: first.from, to: Math.max(first.to, last.to) };
}

/** "The past year" and "the last three months" end today; "last year" and "last month" are of the calendar. */
const reachingBack = /^past (?:day|week|month|year)$|^(?:last|past)\b.*(?:hours|days|weeks|months|years)$/i;

/** A month before the 31st of March is no 31st of February that runs over: months count from the first. */
function monthly(text: string, now: number): ParsedComponents | undefined {
  const first = new Date(now);
  first.setDate(1);
  const start = casual.parse(text, first)[0]?.start;
  return start?.isCertain('month') && !start.isCertain('day') && !start.isCertain('weekday')
    ? start
    : undefined;
}

/** As long as the words are exact: a year, a month or a day. */
function stretchOf(date: ParsedComponents, before: string, now: number): Period {
  const known = calendarDay(date);
  const year = known.getFullYear();
  const month = known.getMonth();
  const isThisYears = date.isCertain('year') || !date.isCertain('month') || monthOf(year, month) <= now;
  if (date.isCertain('day') || date.isCertain('weekday')) {
    const day = new Date(isThisYears ? year : year - 1, month, known.getDate()).getTime();
    return { from: day, to: dayOf(day, 1) };
  }
  if (!date.isCertain('month')) return { from: monthOf(year, 0), to: monthOf(year + 1, 0) };
  const isBefore = !isThisYears || (/\blast\s+$/i.test(before) && monthOf(year, month + 1) > now);
  const begun = isBefore && !date.isCertain('year') ? year - 1 : year;
  return { from: monthOf(begun, month), to: monthOf(begun, month + 1) };
}

const seasons = { spring: 2, summer: 5, autumn: 8, fall: 8, winter: 11 };

/** As the northern calendar has them; a winter counts to the year it begins in. */
function seasonIn(text: string, now: number): Period | undefined {
  const found =
    /\b(?:(?:last|this|in|over|during|past|since|of)(?: the)? )?(spring|summer|autumn|fall|winter)(?:(?: of)? ((?:19|20)\d\d))?\b/i.exec(
      text,
    );
  const [words = '', name = '', said] = found ?? [];
  if (!found || (words === name && said === undefined)) return undefined;
  const month = seasons[name.toLowerCase() as keyof typeof seasons];
  const thisYear = new Date(now).getFullYear();
  const year = said ? Number(said) : monthOf(thisYear, month) > now ? thisYear - 1 : thisYear;
  const to = /^since/i.test(words) ? dayOf(now, 1) : monthOf(year, month + 3);
  return { from: monthOf(year, month), to };
}

function yearIn(text: string, now: number): Period | undefined {
  const [, word = '', year] =
    /\b(in|during|since|of|from|year|early|mid|late) ((?:19|20)\d\d)\b/i.exec(text) ?? [];
  if (!year) return undefined;
  const to = /^since$/i.test(word) ? dayOf(now, 1) : monthOf(Number(year) + 1, 0);
  return { from: monthOf(Number(year), 0), to };
}

/** Without the hour, which may not be there on the day the clocks change. */
function calendarDay(date: ParsedComponents): Date {
  return new Date(date.get('year') ?? 0, (date.get('month') ?? 1) - 1, date.get('day') ?? 1);
}

/** Where the local day begins that a moment is in, or one so many days from it: a day may have 23 or 25 hours. */
function dayOf(moment: number, offset = 0): number {
  const day = new Date(moment);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + offset).getTime();
}

function monthOf(year: number, month: number): number {
  return new Date(year, month, 1).getTime();
}

const longest = 4_000;
