import type { Language } from '@/lib/language';
import type { Modifier } from '@/memory/patterns/modifiers';

/** A habit as one would say it of oneself. */
export function textOf({ phrase, language, isManner }: Modifier): string {
  if (language === 'en')
    return isManner ? `I usually prefer ${phrase} answers.` : `I usually prefer answers ${phrase}.`;
  return `${beginnings[language]} ${phrase}.`;
}

const beginnings: Record<Exclude<Language, 'en'>, string> = {
  de: 'Ich möchte Antworten meist',
  fr: 'Je préfère en général que ce soit',
  es: 'Suelo preferir que sea',
  pt: 'Costumo preferir que seja',
  it: 'Di solito preferisco che sia',
};
