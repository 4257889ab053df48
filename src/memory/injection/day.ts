import type { BlockLanguage } from '@/memory/injection/wording';

/** The calendar day of a time, spelled out: "3 May 2026". */
export function formatDay(at: number, language: BlockLanguage = 'en'): string {
  const format = formats.get(language) ?? formatOf(language);
  formats.set(language, format);
  return format.format(at);
}

/** Made once each: making one takes longer than a thousand uses of it. */
const formats = new Map<BlockLanguage, Intl.DateTimeFormat>();

function formatOf(language: BlockLanguage): Intl.DateTimeFormat {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
}
