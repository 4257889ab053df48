import { type Language, languageOf, languages } from '@/lib/language';

/** A time counted from the day of saying, in another language than English. */
export interface RelativeTime {
  index: number;
  /** Its words in the text. */
  words: string;
  /** The same in English, for a parser of English dates. */
  english: string;
  language: OtherLanguage;
}

type OtherLanguage = Exclude<Language, 'en'>;
type Unit = 'day' | 'week' | 'month' | 'year';

interface Words {
  /** What means a day or a span by itself, and its English. */
  plain: readonly [RegExp, string][];
  /** "Three months ago" and "in three months", with the groups `count` and `unit`. */
  ago: RegExp;
  ahead: RegExp;
  units: Record<Unit, RegExp>;
  /** From two on. */
  numbers: readonly string[];
}

/** Such a time in a text of any of these languages; undefined where there is none. */
export function relativeTimeIn(text: string): RelativeTime | undefined {
  const guess = languageOf(text);
  // A short text may be taken for a neighbour's language. French words for days mean other things elsewhere ("hier").
  const others = languages.filter((language) => language !== guess && language !== 'fr');
  for (const language of [guess, ...others]) {
    const time = language === 'en' ? undefined : timeIn(text, language);
    if (time) return time;
  }
  return undefined;
}

function timeIn(text: string, language: OtherLanguage): RelativeTime | undefined {
  const { plain, ago, ahead } = words[language];
  for (const [shape, english] of plain) {
    const match = shape.exec(text);
    if (match) return { index: match.index, words: match[0], english, language };
  }
  return (
    counted(text, ago, language, (span) => `${span} ago`) ??
    counted(text, ahead, language, (span) => `in ${span}`)
  );
}

function counted(
  text: string,
  shape: RegExp,
  language: OtherLanguage,
  phrase: (span: string) => string,
): RelativeTime | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const { units, numbers } = words[language];
  const said = match.groups?.count?.toLowerCase() ?? '';
  const count = /\d/.test(said) ? Number(said) : one.test(said) ? 1 : numbers.indexOf(said) + 2;
  const unit = (Object.keys(units) as Unit[]).find((one) => units[one].test(match.groups?.unit ?? ''));
  // "Vor vielen Jahren" is no time that a calendar has.
  if (!unit || (count === 1 && !/^(?:\d|ein|un|um)/.test(said))) return undefined;
  return { index: match.index, words: match[0], english: phrase(`${count} ${unit}s`), language };
}

const one = /^(?:ein(?:e[mnrs]?)?|une?|un['’]|uma?|un[oa])$/;

function alone(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, 'iu');
}

/** In Spanish and Portuguese what lasts is counted with the same words as what is past; only the verb tells. */
const past = {
  es: String.raw`(?<=\p{L}{2}[éíó](?![\p{L}]).*|(?<!\p{L})(?:fui|fue|hice|tuve|vine|puse)(?!\p{L}).*)`,
  pt: String.raw`(?<=\p{L}{2}(?:ei|eu|iu|ou)(?!\p{L}).*|(?<!\p{L})(?:fui|fiz|tive|vim|pus|saí)(?!\p{L}).*)`,
};

const words: Record<OtherLanguage, Words> = {
  de: {
    plain: [
      [alone('vorgestern'), '2 days ago'],
      [alone('gestern'), 'yesterday'],
      [alone('heute'), 'today'],
      [alone('übermorgen'), 'in 2 days'],
      [alone('(?:im )?(?:letzte[nms]?|vergangene[nms]?|vorige[nms]?) Jahr'), 'last year'],
      [alone('(?:im )?(?:nächste[nms]?|kommende[nms]?) Jahr'), 'next year'],
      [alone('(?:im )?(?:letzte[nms]?|vergangene[nms]?|vorige[nms]?) Monat'), 'last month'],
      [alone('(?:im )?(?:nächste[nms]?|kommende[nms]?) Monat'), 'next month'],
      [alone('(?:in der )?(?:letzte[nrs]?|vergangene[nr]?|vorige[nr]?) Woche'), 'last week'],
      [alone('(?:in der )?(?:nächste[nrs]?|kommende[nr]?) Woche'), 'next week'],
    ],
    ago: /(?<![\p{L}])vor (?<count>\d{1,3}|\p{L}+) (?<unit>Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)(?!\p{L})/iu,
    ahead:
      /(?<![\p{L}])in (?<count>\d{1,3}|\p{L}+) (?<unit>Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)(?!\p{L})/iu,
    units: { day: /^tag/i, week: /^woche/i, month: /^monat/i, year: /^jahr/i },
    numbers: ['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
  },
  fr: {
    plain: [
      [alone('avant-hier'), '2 days ago'],
      [alone('hier(?: soir| matin)?'), 'yesterday'],
      [alone("aujourd['’]hui"), 'today'],
      [alone('après-demain'), 'in 2 days'],
      [alone('demain'), 'tomorrow'],
      [alone("l['’]an(?:née)? (?:dernier|dernière|passée?)"), 'last year'],
      [alone("l['’]an(?:née)? prochaine?"), 'next year'],
      [alone('le mois (?:dernier|passé)'), 'last month'],
      [alone('le mois prochain'), 'next month'],
      [alone('la semaine (?:dernière|passée)'), 'last week'],
      [alone('la semaine prochaine'), 'next week'],
    ],
    ago: /(?<!\p{L})il y a (?<count>\d{1,3}|\p{L}+) (?<unit>jours?|semaines?|mois|ans?|années?)(?! que)(?!\p{L})/iu,
    ahead: /(?<!\p{L})dans (?<count>\d{1,3}|\p{L}+) (?<unit>jours?|semaines?|mois|ans?|années?)(?!\p{L})/iu,
    units: { day: /^jour/i, week: /^semaine/i, month: /^mois/i, year: /^an/i },
    numbers: ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  },
  es: {
    plain: [
      [alone('anteayer'), '2 days ago'],
      [alone('ayer|anoche'), 'yesterday'],
      [alone('hoy'), 'today'],
      [alone('pasado mañana'), 'in 2 days'],
      [alone('el año pasado'), 'last year'],
      [alone('el (?:año que viene|próximo año|año próximo)'), 'next year'],
      [alone('el mes pasado'), 'last month'],
      [alone('el (?:mes que viene|próximo mes|mes próximo)'), 'next month'],
      [alone('la semana pasada'), 'last week'],
      [alone('la (?:semana que viene|próxima semana|semana próxima)'), 'next week'],
    ],
    ago: new RegExp(
      String.raw`(?:^|${past.es}(?<!\p{L})(?<!desde ))hace (?<count>\d{1,3}|\p{L}+) (?<unit>días?|semanas?|mes(?:es)?|años?)(?! que)(?!\p{L})`,
      'iu',
    ),
    ahead: /(?<!\p{L})dentro de (?<count>\d{1,3}|\p{L}+) (?<unit>días?|semanas?|mes(?:es)?|años?)(?!\p{L})/iu,
    units: { day: /^día/i, week: /^semana/i, month: /^mes/i, year: /^año/i },
    numbers: ['dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
  },
  pt: {
    plain: [
      [alone('anteontem'), '2 days ago'],
      [alone('ontem(?: à noite)?'), 'yesterday'],
      [alone('hoje'), 'today'],
      [alone('depois de amanhã'), 'in 2 days'],
      [alone('amanhã'), 'tomorrow'],
      [alone('(?:n?o )?ano passado'), 'last year'],
      [alone('(?:n?o )?(?:ano que vem|próximo ano)'), 'next year'],
      [alone('(?:n?o )?mês passado'), 'last month'],
      [alone('(?:n?o )?(?:mês que vem|próximo mês)'), 'next month'],
      [alone('(?:n?a )?semana passada'), 'last week'],
      [alone('(?:n?a )?(?:semana que vem|próxima semana)'), 'next week'],
    ],
    ago: new RegExp(
      String.raw`${past.pt}(?<!\p{L})(?:há|faz) (?<count>\d{1,3}|\p{L}+) (?<unit>dias?|semanas?|mês|meses|anos?)(?: atrás)?(?! que)(?!\p{L})`,
      'iu',
    ),
    ahead:
      /(?<!\p{L})(?:daqui a|dentro de) (?<count>\d{1,3}|\p{L}+) (?<unit>dias?|semanas?|mês|meses|anos?)(?!\p{L})/iu,
    units: { day: /^dia/i, week: /^semana/i, month: /^m[eê]s/i, year: /^ano/i },
    numbers: ['dois', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'dez'],
  },
  it: {
    plain: [
      [alone("l['’]altro ieri"), '2 days ago'],
      [alone('ieri(?: sera| mattina)?'), 'yesterday'],
      [alone('oggi'), 'today'],
      [alone('dopodomani'), 'in 2 days'],
      [alone('domani'), 'tomorrow'],
      [alone("(?:l['’])?anno scorso"), 'last year'],
      [alone("(?:l['’])?anno prossimo|il prossimo anno"), 'next year'],
      [alone('(?:il )?mese scorso'), 'last month'],
      [alone('il (?:mese prossimo|prossimo mese)'), 'next month'],
      [alone('la (?:settimana scorsa|scorsa settimana)'), 'last week'],
      [alone('la (?:settimana prossima|prossima settimana)'), 'next week'],
    ],
    ago: /(?<!\p{L})(?<count>\d{1,3}|un['’]?|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci) ?(?<unit>giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa(?!\p{L})/iu,
    ahead:
      /(?<!\p{L})[tf]ra (?<count>\d{1,3}|\p{L}+['’]?) ?(?<unit>giorn[oi]|settiman[ae]|mes[ei]|ann[oi])(?!\p{L})/iu,
    units: { day: /^giorn/i, week: /^settiman/i, month: /^mes/i, year: /^ann/i },
    numbers: ['due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci'],
  },
};
