import type { Language } from '@/lib/language';
import { type DatedText, namesRelativeTime, withCalendarDates } from '@/memory/extraction/dates';

/**
 * A text with the calendar's dates in the place of those that mean another day tomorrow; `at` is when it was said.
 * Undefined where nobody can tell which day is meant.
 */
export function withDays(text: string, language: Language, at: number | undefined): DatedText | undefined {
  return language === 'en' ? inEnglish(text, at) : inOther(text, days[language], language, at);
}

/** As many times as a sentence may name. */
const mostTimes = 3;
const dayMs = 86_400_000;

function inEnglish(said: string, at: number | undefined): DatedText | undefined {
  let text = spoken.reduce((words, [shape, plain]) => words.replace(shape, plain), said);
  if (at === undefined) return namesRelativeTime(text) ? undefined : { text };
  let first: number | undefined;
  for (let times = 0; times < mostTimes && namesRelativeTime(text); times++) {
    const dated = withCalendarDates(text, at);
    text = dated.text.replace(/\b(from|since|until|till|by|before|after|for) on (?=\d)/giu, '$1 ');
    first ??= dated.at;
  }
  return namesRelativeTime(text) ? undefined : { text, ...(first === undefined ? {} : { at: first }) };
}

/** Other words for days that `withCalendarDates` knows. */
const spoken: readonly [RegExp, string][] = [
  [/\blast night\b/giu, 'yesterday'],
  [/\b(?:earlier today|this (?:morning|afternoon|evening)|tonight)\b/giu, 'today'],
];

/** Of other languages only the days next to this one are told; any other time that counts from here is not. */
function inOther(
  said: string,
  { yesterday, today, on, others }: Days,
  language: Language,
  at: number | undefined,
): DatedText | undefined {
  if (others.test(said)) return undefined;
  const match = yesterday.exec(said) ?? today.exec(said);
  if (!match) return { text: said };
  if (at === undefined) return undefined;
  const date = new Date(yesterday.test(said) ? at - dayMs : at);
  const words = date.toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric' });
  const since = sinceThen.exec(said.slice(0, match.index)) ? '' : `${on} `;
  return {
    text: `${said.slice(0, match.index)}${since}${words}${said.slice(match.index + match[0].length)}`,
    at: new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime(),
  };
}

/** A word before a day that no other one goes with. */
const sinceThen = /(?<!\p{L})(?:seit|bis|ab|von|depuis|jusqu['’]à|desde|hasta|até|da|fino a) $/iu;

interface Days {
  yesterday: RegExp;
  today: RegExp;
  /** What stands before a date. */
  on: string;
  others: RegExp;
}

const days: Record<Exclude<Language, 'en'>, Days> = {
  de: {
    yesterday: /(?<!\p{L})gestern(?: abend| früh)?(?!\p{L})/iu,
    today: /(?<!\p{L})heute(?: morgen| früh| abend)?(?!\p{L})/iu,
    on: 'am',
    others:
      /(?<!\p{L})(?:letzte[nrsm]?|vorige[nrsm]?|diese[nrsm]? (?:woche|monat|jahr)|vor \p{L}+ (?:tag|woche|monat|jahr)\p{L}*|morgen|vorgestern)(?!\p{L})/iu,
  },
  fr: {
    yesterday: /(?<!\p{L})hier(?: soir| matin)?(?!\p{L})/iu,
    today: /(?<!\p{L})(?:aujourd['’]hui|ce (?:matin|soir))(?!\p{L})/iu,
    on: 'le',
    others:
      /(?<!\p{L})(?:derni(?:er|ère)|cette (?:semaine|année)|ce mois|il y a|demain|avant-hier)(?!\p{L})/iu,
  },
  es: {
    yesterday: /(?<!\p{L})(?:ayer|anoche)(?!\p{L})/iu,
    today: /(?<!\p{L})(?:hoy|esta (?:mañana|tarde|noche))(?!\p{L})/iu,
    on: 'el',
    others: /(?<!\p{L})(?:pasad[oa]|est[ea] (?:semana|mes|año)|hace|mañana|anteayer)(?!\p{L})/iu,
  },
  pt: {
    yesterday: /(?<!\p{L})ontem(?: à noite)?(?!\p{L})/iu,
    today: /(?<!\p{L})(?:hoje|esta (?:manhã|tarde|noite))(?!\p{L})/iu,
    on: 'em',
    others: /(?<!\p{L})(?:passad[oa]|est[ea] (?:semana|mês|ano)|há|atrás|amanhã|anteontem)(?!\p{L})/iu,
  },
  it: {
    yesterday: /(?<!\p{L})ieri(?: sera| mattina)?(?!\p{L})/iu,
    today: /(?<!\p{L})(?:oggi|stamattina|stasera)(?!\p{L})/iu,
    on: 'il',
    others: /(?<!\p{L})(?:scors[oa]|quest[oa] (?:settimana|mese|anno)|fa|domani|l['’]altro ieri)(?!\p{L})/iu,
  },
};
