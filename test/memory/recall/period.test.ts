import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { periodIn } from '@/memory/recall/period';

const zones = [
  'UTC',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Apia',
  'America/Sao_Paulo',
];
const dayMs = 86_400_000;

describe('the stretch of time that a draft names, on Wednesday, 14 May 2025', () => {
  test.each([
    ['what did I say yesterday?', '2025-05-13', '2025-05-13'],
    ['the day before yesterday', '2025-05-12', '2025-05-12'],
    ['today', '2025-05-14', '2025-05-14'],
    ['what I wrote this morning', '2025-05-14', '2025-05-14'],
    ['last night', '2025-05-13', '2025-05-13'],
    ['3 days ago', '2025-05-11', '2025-05-11'],
    ['the past few days', '2025-05-11', '2025-05-14'],
    ['on Monday', '2025-05-12', '2025-05-12'],
    ['last Friday', '2025-05-09', '2025-05-09'],
    ['from Monday to Friday', '2025-05-12', '2025-05-16'],
    ['this week', '2025-05-12', '2025-05-18'],
    ['last week', '2025-05-05', '2025-05-11'],
    ['next week', '2025-05-19', '2025-05-25'],
    ['two weeks ago', '2025-04-28', '2025-05-04'],
    ['the week before last', '2025-04-28', '2025-05-04'],
    ['the past two weeks', '2025-04-30', '2025-05-14'],
    ['last weekend', '2025-05-10', '2025-05-11'],
    ['this weekend', '2025-05-17', '2025-05-18'],
    ['this month', '2025-05-01', '2025-05-31'],
    ['last month', '2025-04-01', '2025-04-30'],
    ['two months ago', '2025-03-01', '2025-03-31'],
    ['over the last 3 months', '2025-02-14', '2025-05-14'],
    ['in March', '2025-03-01', '2025-03-31'],
    ['back in May', '2025-05-01', '2025-05-31'],
    ['last May, I think', '2024-05-01', '2024-05-31'],
    ['in June', '2024-06-01', '2024-06-30'],
    ['last December', '2024-12-01', '2024-12-31'],
    ['in February 2024', '2024-02-01', '2024-02-29'],
    ['between March and May', '2025-03-01', '2025-05-31'],
    ['from November to February', '2024-11-01', '2025-02-28'],
    ['since January', '2025-01-01', '2025-05-14'],
    ['on 5 May', '2025-05-05', '2025-05-05'],
    ['on June 20', '2024-06-20', '2024-06-20'],
    ['on May 5th 2024', '2024-05-05', '2024-05-05'],
    ['on 2024-02-29', '2024-02-29', '2024-02-29'],
    ['last summer', '2024-06-01', '2024-08-31'],
    ['last winter', '2024-12-01', '2025-02-28'],
    ['in the spring', '2025-03-01', '2025-05-31'],
    ['summer of 2022', '2022-06-01', '2022-08-31'],
    ['in autumn 2023', '2023-09-01', '2023-11-30'],
    ['since last summer', '2024-06-01', '2024-08-31'],
    ['last year', '2024-01-01', '2024-12-31'],
    ['over the past year', '2024-05-14', '2025-05-14'],
    ['ten years ago', '2015-01-01', '2015-12-31'],
    ['in 2023', '2023-01-01', '2023-12-31'],
    ['late 2022', '2022-01-01', '2022-12-31'],
    ['since 2023', '2023-01-01', '2025-05-14'],
  ])('“%s” is from %s to %s', (draft, from, to) => {
    expect(daysOf(draft, new Date(2025, 4, 14, 15, 30).getTime())).toEqual([from, to]);
  });

  test.each([
    'Suggest a dinner',
    'call me at five',
    'what should I do now',
    'right now',
    'did I sit in the sun',
    'I may go',
    'where was the cat that sat there',
    'winter tyres or all-season tyres?',
    'room 2023',
    'since 2031',
    '',
  ])('“%s” names none', (draft) => {
    expect(periodIn(draft, new Date(2025, 4, 14, 15, 30).getTime())).toBeUndefined();
  });
});

describe.each(zones)('in %s', (zone) => {
  const usual = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = zone;
    expect(zoneOf(new Intl.DateTimeFormat())).toBe(zoneOf(new Intl.DateTimeFormat('en', { timeZone: zone })));
  });
  afterAll(() => {
    if (usual === undefined) delete process.env.TZ;
    else process.env.TZ = usual;
  });

  test.each([
    ['yesterday', -1],
    ['today', 0],
    ['tomorrow', 1],
    ['the day before yesterday', -2],
    ['3 days ago', -3],
    ['10 days ago', -10],
  ])('“%s” is one whole local day, %i from the one of now', (draft, offset) => {
    everyMoment((now) => {
      const day = plusDays(localDay(now), offset);
      expect(daysOf(draft, now)).toEqual([day, day]);
    });
  });

  test('“last month”, “this month” and “next month” have the real length of their months', () => {
    everyMoment((now) => {
      for (const [draft, offset] of [
        ['last month', -1],
        ['this month', 0],
        ['next month', 1],
      ] as const) {
        expect(daysOf(draft, now), draft).toEqual(monthFrom(localDay(now), offset));
      }
    });
  });

  test('“last year”, “this year” and “next year” run from the first of January to the last of December', () => {
    everyMoment((now) => {
      const year = Number(localDay(now).slice(0, 4));
      for (const [draft, offset] of [
        ['last year', -1],
        ['this year', 0],
        ['next year', 1],
      ] as const) {
        expect(daysOf(draft, now), draft).toEqual([`${year + offset}-01-01`, `${year + offset}-12-31`]);
      }
    });
  });

  test('“last week”, “this week” and “next week” run from Monday to Sunday', () => {
    everyMoment((now) => {
      const monday = mondayOf(localDay(now));
      for (const [draft, offset] of [
        ['last week', -7],
        ['this week', 0],
        ['next week', 7],
        ['two weeks ago', -14],
      ] as const) {
        expect(daysOf(draft, now), draft).toEqual([plusDays(monday, offset), plusDays(monday, offset + 6)]);
      }
    });
  });

  test('a month that is named with its year has its days, the leap day included', () => {
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1980, max: 2039 }),
        fc.integer({ min: 0, max: 11 }),
        (now, year, month) => {
          const first = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
          expect(daysOf(`in ${monthNames[month]} ${year}`, now)).toEqual(monthFrom(first, 0));
        },
      ),
    );
  });

  test('a month that is named alone is the last one that has begun', () => {
    everyMoment((now) => {
      const thisMonth = localDay(now).slice(0, 7);
      monthNames.forEach((name, month) => {
        const [first = ''] = daysOf(`back in ${name}`, now) ?? [];
        expect(Number(first.slice(5, 7)) - 1, name).toBe(month);
        expect(first.slice(0, 7) <= thisMonth, `${name}: ${first}`).toBe(true);
        expect(first.slice(0, 7) > monthFrom(localDay(now), -12)[0].slice(0, 7), `${name}: ${first}`).toBe(
          true,
        );
      });
    });
  });

  test.each(weekdays())('“last %s” is that day of the week, one to seven days ago', (name, weekday) => {
    everyMoment((now) => {
      const [day = '', same] = daysOf(`last ${name}`, now) ?? [];
      expect(day).toBe(same);
      expect(new Date(day).getUTCDay()).toBe(weekday);
      const ago = (Date.parse(localDay(now)) - Date.parse(day)) / dayMs;
      expect(ago).toBeGreaterThanOrEqual(1);
      expect(ago).toBeLessThanOrEqual(7);
    });
  });

  test('what is said of the past never begins after now, and no stretch is empty', () => {
    const past = fc.constantFrom(
      ...['yesterday', 'last night', 'last week', 'last weekend', 'last month', 'last year', 'last summer'],
      ...['last winter', 'in the spring', 'a week ago', 'five months ago', 'two years ago', 'an hour ago'],
      ...['the past week', 'past month', 'the last 6 weeks', 'last Monday', 'in March', 'since April'],
      ...[
        'between June and August',
        'from November to February',
        'earlier today',
        'this morning',
        'since 1985',
      ],
    );
    fc.assert(
      fc.property(past, moment, (draft, now) => {
        const period = periodIn(draft, now);
        if (!period && skipsDay(now)) return;
        expect(period?.from).toBeLessThanOrEqual(now);
        expect(period?.from).toBeLessThan(period?.to ?? 0);
      }),
      { numRuns: 300 },
    );
  });

  test('any words at any time give whole days or nothing', () => {
    const word = fc.constantFrom(
      ...[
        'last',
        'past',
        'this',
        'next',
        'since',
        'between',
        'and',
        'to',
        'in',
        'ago',
        '2',
        '30',
        '31',
        '29',
        'of',
      ],
      ...[
        'February',
        'march',
        'day',
        'days',
        'week',
        'weeks',
        'month',
        'years',
        'summer',
        'Friday',
        '2024',
        'noon',
      ],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), moment, (words, now) => {
        const period = periodIn(words.join(' '), now);
        if (!period) return;
        expect(period.from).toBeLessThan(period.to);
        for (const edge of [period.from, period.to]) expect(localDay(edge - 1)).not.toBe(localDay(edge));
      }),
      { numRuns: 300 },
    );
  });
});

/** Any moment, and more often those at which calendars go wrong. */
const moment = fc.oneof(
  fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2039, 0, 1) }),
  fc
    .tuple(
      fc.constantFrom(
        ...['2024-02-28', '2024-02-29', '2024-03-01', '2023-02-28', '2023-03-01', '2000-02-29', '2025-03-09'],
        ...['2025-03-31', '2025-04-06', '2025-05-31', '2025-09-28', '2025-10-31', '2025-11-02', '2024-12-30'],
        ...['2024-12-31', '2025-01-01', '2011-12-29', '2011-12-31', '2012-01-01', '2018-11-04', '2018-02-18'],
      ),
      fc.integer({ min: -dayMs, max: dayMs }),
    )
    .map(([day, offset]) => Date.parse(day) + offset),
);

/** Zones have several names. */
function zoneOf(format: Intl.DateTimeFormat): string {
  return format.resolvedOptions().timeZone;
}

function everyMoment(holds: (now: number) => void): void {
  fc.assert(
    fc.property(moment, (now) => {
      fc.pre(!skipsDay(now));
      holds(now);
    }),
    { numRuns: 60 },
  );
}

/** Apia crossed the date line and had no 30 December 2011. */
function skipsDay(now: number): boolean {
  return process.env.TZ === 'Pacific/Apia' && Math.abs(now - Date.UTC(2011, 11, 30)) < 40 * dayMs;
}

/** The first and the last local day of what a draft names. */
function daysOf(draft: string, now: number): [string, string] | undefined {
  const period = periodIn(draft, now);
  return period && [localDay(period.from), localDay(period.to - 1)];
}

/** By the zone's own rules, and not by the arithmetic that is under test. */
function localDay(time: number): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(time);
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

function mondayOf(day: string): string {
  return plusDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

function monthFrom(day: string, offset: number): [string, string] {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const first = (months: number) =>
    new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  return [first(offset), plusDays(first(offset + 1), -1)];
}

function weekdays(): [string, number][] {
  return ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].map((name, day) => [
    name,
    day,
  ]);
}

const monthNames = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2024, month, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }),
);
