import { casual, type ParsedComponents } from 'chrono-node';

/** A stretch of time, epoch milliseconds, the end not included. */
export interface Period {
  from: number;
  to: number;
}

/** The stretch of time that a draft names ("in March", "last week", "in 2023"), as seen from `now`. */
export function periodIn(draft: string, now: number): Period | undefined {
  const text = draft.slice(0, longest);
  const [found] = casual.parse(text, new Date(now));
  if (!found || !isCalendar(found.start)) return seasonIn(text, now) ?? yearIn(text);
  if (/week(?!end|day)/i.test(found.text)) return weekOf(found.start.date());
  const start = stretchOf(found.start, now);
  const end = found.end ? stretchOf(found.end, now) : start;
  return { from: start.from, to: Math.max(start.to, end.to) };
}

/** From Monday to Sunday. */
function weekOf(day: Date): Period {
  const monday = day.getDate() - ((day.getDay() + 6) % 7);
  const begin = (offset: number) => new Date(day.getFullYear(), day.getMonth(), monday + offset).getTime();
  return { from: begin(0), to: begin(7) };
}

const seasons = { spring: 2, summer: 5, autumn: 8, fall: 8, winter: 11 };

/** The last season of that name that has begun, as the northern calendar has them. */
function seasonIn(text: string, now: number): Period | undefined {
  const name = /\b(?:last|this|in|over|during|past)(?: the)? (spring|summer|autumn|fall|winter)\b/i.exec(
    text,
  )?.[1];
  if (!name) return undefined;
  const month = seasons[name.toLowerCase() as keyof typeof seasons];
  let year = new Date(now).getFullYear();
  if (new Date(year, month, 1).getTime() > now) year--;
  return { from: new Date(year, month, 1).getTime(), to: new Date(year, month + 3, 1).getTime() };
}

function yearIn(text: string): Period | undefined {
  const year = /\b(?:in|during|since|of|from|year) ((?:19|20)\d\d)\b/i.exec(text)?.[1];
  if (!year) return undefined;
  return { from: new Date(Number(year), 0, 1).getTime(), to: new Date(Number(year) + 1, 0, 1).getTime() };
}

/** "At five" and "now" say nothing about which day is meant. */
function isCalendar(date: ParsedComponents): boolean {
  return (['day', 'weekday', 'month', 'year'] as const).some((part) => date.isCertain(part));
}

/** As long as the words are exact: a year, a month or a day. A month alone is the last one that has begun. */
function stretchOf(date: ParsedComponents, now: number): Period {
  const known = date.date();
  let year = known.getFullYear();
  const month = known.getMonth();
  if (!date.isCertain('year') && date.isCertain('month') && new Date(year, month, 1).getTime() > now) year--;
  if (date.isCertain('day') || date.isCertain('weekday')) {
    const day = known.getDate();
    return { from: new Date(year, month, day).getTime(), to: new Date(year, month, day + 1).getTime() };
  }
  if (date.isCertain('month')) {
    return { from: new Date(year, month, 1).getTime(), to: new Date(year, month + 1, 1).getTime() };
  }
  return { from: new Date(year, 0, 1).getTime(), to: new Date(year + 1, 0, 1).getTime() };
}

const longest = 4_000;
