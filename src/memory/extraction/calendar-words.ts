import type { Language } from '@/lib/language';

/** How exactly a time was told. */
export type Exactness = 'day' | 'week' | 'month' | 'year';

/** What stands before a date, as exact as it is; `{}` is the date. */
const framed: Record<Language, Record<Exactness, string>> = {
  en: { day: 'on {}', week: 'around {}', month: 'in {}', year: 'in {}' },
  de: { day: 'am {}', week: 'um den {}', month: 'im {}', year: '{}' },
  fr: { day: 'le {}', week: 'vers le {}', month: 'en {}', year: 'en {}' },
  es: { day: 'el {}', week: 'hacia el {}', month: 'en {}', year: 'en {}' },
  pt: { day: 'em {}', week: 'por volta de {}', month: 'em {}', year: 'em {}' },
  it: { day: 'il {}', week: 'intorno al {}', month: 'a {}', year: 'nel {}' },
};
const locales: Record<Language, string> = { en: 'en-GB', de: 'de', fr: 'fr', es: 'es', pt: 'pt', it: 'it' };
/** After these a date stands by itself. */
const before =
  /(?<!\p{L})(?:of|by|until|till|since|from|for|before|after|during|between|and|to|late|early|mid|seit|bis|ab|von|vor|nach|depuis|jusqu['’](?:à|en)|avant|après|desde|hasta|antes de|até|da|entro|fino a|prima di|dal?) $/iu;

/** A time as the calendar has it, fit to stand after the words `said` of a sentence: "in October 2026". */
export function calendarWords(
  { year, month, day }: { year: number; month: number; day: number },
  exactness: Exactness,
  { said, language }: { said: string; language: Language },
): string {
  const shown = new Date(Date.UTC(year, month - 1, day)).toLocaleDateString(locales[language], {
    timeZone: 'UTC',
    year: 'numeric',
    ...(exactness === 'year' ? {} : { month: 'long' }),
    ...(exactness === 'year' || exactness === 'month' ? {} : { day: 'numeric' }),
  });
  const needsNothing = before.test(said) && exactness !== 'week';
  return needsNothing ? shown : framed[language][exactness].replace('{}', shown);
}
