import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { englishStem } from '@/lib/english-stem';
import type { Language } from '@/lib/language';
import { remembering } from '@/lib/remembering';

/** What the forms of a word have in common; the word as `plainWords` writes it, so that accents make no difference. */
export function stem(word: string, language: Language): string {
  return stemmers[language](word);
}

const stemmers: Record<Language, (word: string) => string> = {
  en: englishStem,
  de: remembering(whereLatin(german)),
  fr: remembering(whereLatin((word) => french(word.replace(/ees?$/, 'e')))),
  es: remembering(whereLatin(spanish)),
  pt: remembering(whereLatin((word) => portuguese(word.replace(/[ao]es$/, 'ao')))),
  it: remembering(whereLatin(italian)),
};

function whereLatin(stemmer: (word: string) => string): (word: string) => string {
  return (word) => (/^[a-zßæœ]{3,40}$/.test(word) ? stemmer(word) : word);
}
