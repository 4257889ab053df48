import { squashSpace } from '@/lib/squash-space';
import type { Piece } from '@/memory/episodes/prose';
import { namesIn } from '@/memory/recall/names';
import { asksItself } from '@/memory/solved/asked-in';
import { shortened } from '@/memory/solved/gist';
import { isSpecific, questionWords } from '@/memory/solved/question-words';

/** What a turn asks. */
export interface Asked {
  /** On one line, without courtesies. */
  words: string;
  /** The sentence that asks, as it was written. */
  quote: string;
}

export const longestAsked = 130;

/**
 * What is asked for, where it can be understood without what was said before; undefined where nothing is, or where so
 * little that it would not be found again.
 */
export function askedIn(pieces: readonly Piece[], isFirst: boolean): Asked | undefined {
  const chief = pieces.find(({ text }) => asks(text)) ?? (isFirst ? pieces.findLast(isTopic) : undefined);
  if (!chief) return undefined;
  // What was learned from the same sentence may be what it asks about.
  for (const text of new Set([chief.text, chief.sentence])) {
    const words = compact(text, pieces.slice(0, pieces.indexOf(chief)));
    if (tellsEnough(words) && asksItself(words, isFirst))
      return { words: shortened(words, longestAsked), quote: text };
  }
  return undefined;
}

/** What a conversation begins with may ask without a question: "b12 dose for vegans". */
function isTopic({ text }: Piece): boolean {
  return !ofOneself.test(text) && questionWords(text).telling.size >= fewestTelling;
}

const ofOneself =
  /^\W*(?:i|i['’]\p{L}+|we|my|our|recently|yesterday|today|ich|wir|meine?|je|j['’]\p{L}+|nous|mon|ma|yo|mi|eu|meu|minha|io|mio|mia)(?!\p{L})/iu;
const fewestTelling = 3;

/** Two words are enough where one of them names something; the day something is for tells little of what it is. */
function tellsEnough(words: string): boolean {
  const telling = [...questionWords(words).telling].filter((word) => !days.has(word));
  if (telling.length >= fewestTelling) return true;
  const inside = words.replace(/^\W*\S+/u, '');
  return telling.length === 2 && (telling.some(isSpecific) || namesIn(inside).size > 0);
}

const days = questionWords(
  `monday tuesday wednesday thursday friday saturday sunday tomorrow tonight week weekend morning evening afternoon night
  montag dienstag mittwoch donnerstag freitag samstag sonntag morgen abend woche wochenende lundi mardi mercredi jeudi
  vendredi samedi dimanche demain soir semaine lunes martes miercoles jueves viernes sabado domingo manana noche semana
  segunda terca quarta quinta sexta amanha noite lunedi martedi mercoledi giovedi venerdi domani sera settimana`,
).telling;

/** The question alone where it stands for itself, or with the sentence before it that it points at. */
function compact(chief: string, before: readonly Piece[]): string {
  const alone = plain(lastQuestion.exec(chief)?.[1] ?? chief);
  if (tellsEnough(alone) && !pointing.test(alone)) return alone;
  const context = before.findLast(({ text }) => questionWords(text).telling.size > 0);
  const whole = plain(chief);
  return context ? `${shortened(plain(context.text), longestAsked - 50)} ${whole}` : whole;
}

function plain(sentence: string): string {
  return squashSpace(sentence.replace(courtesy, '')).replace(thanks, '');
}

function asks(sentence: string): boolean {
  return /[?？]/u.test(sentence) || asksItself(sentence, false);
}

/** What is asked after all that led there. */
const lastQuestion =
  /[,;:–—][ ]+(?:(?:and|so|but|now|ora|also|und|et|y|e)[ ]+)?((?:what|which|how|where|when|who|why|can|could|should|is there|are there|any|recommend|suggest|was|welche[rs]?|wie|wo|wann|kannst|quel(?:le)?s?|comment|où|qué|cuál(?:es)?|cómo|dónde|qual|quais|como|onde|quale|quali|come|dove)[ ].{10,})$/isu;
const pointing =
  /\b(?:it|this|that|these|those|them|das|dies\p{L}*|damit|dafür|ça|cela|celui-ci|eso|esto|isso|isto|quello|questo)\b/iu;
const courtesy =
  /^(?:\W*(?:hi|hello|hey|ok(?:ay)?|so|and|but|well|please|quick question|can you|could you|would you|will you|thanks|hallo|also|bitte|bonjour|salut|stp|s['’]il te plaît|hola|por favor|olá|oi|ciao|per favore)(?![\p{L}'’]))+[\s,!:–—-]*/iu;
const thanks =
  /[\s,.!–—-]*(?:please|pls|many thanks|thanks(?: a lot| in advance)?|thank you|thx|cheers|bitte|danke|merci|gracias|obrigad[oa]|grazie)[\s.!]*$/iu;
