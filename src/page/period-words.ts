/** Days "2026-03-01/2026-03-31", the last one included, in words: "March", "2023", "3 May", "3–9 May 2025". */
export function periodWords(days: string, locale: string, now: Date): string {
  const [from, to] = days.split('/').map(dateOf);
  if (!from || !to) return days;
  const isYear = isFirst(from) && from.getMonth() === 0 && to.getMonth() === 11 && isLast(to);
  if (isYear && from.getFullYear() === to.getFullYear()) return `${from.getFullYear()}`;
  const isMonth = isFirst(from) && isLast(to) && from.getMonth() === to.getMonth();
  const isThisYear = from.getFullYear() === now.getFullYear() && to.getFullYear() === now.getFullYear();
  const format = new Intl.DateTimeFormat(locale, {
    month: 'long',
    ...(isMonth ? {} : { day: 'numeric' }),
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
  return isMonth ? format.format(from) : format.formatRange(from, to);
}

function dateOf(day: string): Date | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return undefined;
  return new Date(year, month - 1, date);
}

function isFirst(date: Date): boolean {
  return date.getDate() === 1;
}

function isLast(date: Date): boolean {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getDate() === 1;
}
