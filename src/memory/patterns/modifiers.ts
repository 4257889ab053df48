import { contentWords } from '@/lib/content-words';
import { type Language, languageOf, languages } from '@/lib/language';
import { plainWords } from '@/lib/plain-words';
import { framingOf } from '@/memory/extraction/framing';
import { ownLines } from '@/memory/extraction/own-lines';
import { plainText } from '@/memory/extraction/plain-text';
import { sentences } from '@/memory/extraction/sentences';
import { requestWords } from '@/memory/patterns/request-words';
import type { MemoryKind } from '@/memory/types';

/** A wish about how a request shall be answered, as it may come back in other conversations. */
export interface Modifier {
  /** The same for the same wish in other words: "in TypeScript", "use TypeScript". */
  key: string;
  /** As it can follow on "answers": "in TypeScript", "without emojis", "shorter". */
  phrase: string;
  /** The words of the turn. */
  quote: string;
  language: Language;
  /** How something shall be rather than what in. */
  isManner: boolean;
  kind: Extract<MemoryKind, 'preference' | 'procedure'>;
}

/** A longer turn says what it wants in parts; its sentences are looked at so far. */
const mostSentences = 12;
const longestPhrase = 40;

/** The wishes about the answer that stand in a turn, told by the form of the request and not by what is wished. */
export function modifiersIn(text: string): Modifier[] {
  const request = requestIn(text.slice(0, lookedAt));
  const found = new Map<string, Modifier>();
  for (const sentence of request) {
    // A request of a word or two does not tell its language.
    const isSure = plainWords(sentence).length > sureWords;
    const read = isSure ? [languageOf(sentence)] : [languageOf(sentence), ...languages];
    for (const language of new Set(read)) {
      for (const modifier of readIn(sentence, language, request.length === 1)) {
        if (!found.has(modifier.key)) found.set(modifier.key, modifier);
      }
    }
  }
  return [...found.values()];
}

/** The sentences of the user's own up to where a text is handed over. */
function requestIn(text: string): string[] {
  const plain = plainText(text);
  const found: string[] = [];
  for (const line of ownLines(plain.text)) {
    for (const sentence of sentences(line)) {
      if (found.length === mostSentences) return found;
      found.push(plain.written(sentence.start, sentence.start + sentence.text.length).trim());
      const framing = framingOf(sentence.text);
      if (framing === 'stop' || framing === 'drop') return found;
    }
  }
  return found;
}

const lookedAt = 8_000;
const sureWords = 4;

function readIn(sentence: string, language: Language, isAlone: boolean): Modifier[] {
  const { joined, leading, kept, used, alone } = shapesOf(language);
  const bare = sentence.replace(ending, '');
  const wishes: (Wish | undefined)[] = [
    wishOf(joined.exec(bare)?.groups),
    wishOf(leading.exec(bare)?.groups),
    wishOf(kept.exec(bare)?.groups),
    wishOf(used.exec(bare)?.groups),
    isAlone ? wishOf(alone.exec(bare)?.groups) : undefined,
  ];
  return wishes.flatMap((wish) => (wish ? (modifierOf(wish, language) ?? []) : []));
}

interface Wish {
  quote: string;
  join: string;
  words: string;
  isNot: boolean;
  isManner: boolean;
}

function wishOf(groups: Record<string, string | undefined> | undefined): Wish | undefined {
  if (!groups) return undefined;
  const { quote = '', join = '', not, words = '', manner } = groups;
  const isManner = manner !== undefined;
  return { quote, join: not ?? join, words: manner ?? words, isNot: not !== undefined, isManner };
}

function modifierOf({ quote, join, words, isNot, isManner }: Wish, language: Language): Modifier | undefined {
  const momentary = new RegExp(`^(?:${requestWords[language].momentary})(?![\\p{L}'’])`, 'iu');
  if (words === '' || quote.length > longestPhrase || momentary.test(words)) return undefined;
  if (/\p{N}/u.test(words) || notAWish.test(words)) return undefined;
  const content = [...contentWords(words)]
    .filter((word) => !articles.has(word))
    .map(plainForm)
    .sort();
  if (content.length === 0) return undefined;
  const phrase = isManner ? words : `${isNot ? withouts[language] : joinOf(join, language)} ${words}`;
  return {
    key: `${isNot ? 'not ' : ''}${content.join(' ')}`,
    phrase: isManner ? words.toLowerCase() : phrase,
    quote,
    language,
    isManner,
    kind: isManner || isNot || content.length > 1 ? 'procedure' : 'preference',
  };
}

/** What is used, an answer is given with. */
function joinOf(join: string, language: Language): string {
  const isJoin = new RegExp(`^(?:${requestWords[language].joins})$`, 'iu').test(join.trim());
  return isJoin ? join.trim().toLowerCase() : withs[language];
}

const withs: Record<Language, string> = {
  en: 'using',
  de: 'mit',
  fr: 'avec',
  es: 'con',
  pt: 'com',
  it: 'con',
};
const withouts: Record<Language, string> = {
  en: 'without',
  de: 'ohne',
  fr: 'sans',
  es: 'sin',
  pt: 'sem',
  it: 'senza',
};
/** "Shorter" and "more formal" wish for what "short" and "formal" do. */
function plainForm(word: string): string {
  return word.length > 5 ? word.replace(/er$/u, '') : word;
}

const articles = contentWords(
  'more plus más mais più mehr ein eine einen einem einer un une des una uno unos unas um uma uns umas',
);
/** Answers, and orders to go on, which say nothing of how. */
const notAWish =
  /^(?:yes|no|yeah|nope|maybe|continue|go on|more|next|another|again|other|others|either|both|never|however|rather|over|after|under|ever|whatever|later|together|number|further|order|better|answer|offer|error|paper|water|weather|danke|ja|nein|weiter|mehr|immer|wieder|aber|oder|über|unter|der|oui|non|suite|plus|sí|si|más|otra|otro|sim|não|mais|outra|outro|sì|ancora|altro)$/iu;

const ending = /(?:[\s.!?…,;:)]|\p{Extended_Pictographic}|\ufe0f)+$/u;

interface Shapes {
  joined: RegExp;
  leading: RegExp;
  kept: RegExp;
  used: RegExp;
  alone: RegExp;
}

const known = new Map<Language, Shapes>();

/** Each names the exact words in `quote`; `join`, `not`, `words` and `manner` are parts of them. */
function shapesOf(language: Language): Shapes {
  const before = known.get(language);
  if (before) return before;
  const { verbs, joins, without, keep, comparative, use, fillers } = requestWords[language];
  const word = String.raw`[\p{L}][\p{L}\p{N}+#./-]*`;
  const start = String.raw`(?<![\p{L}\p{N}])`;
  const stop = String.raw`(?![\p{L}\p{N}])`;
  const filler = `(?:(?:${fillers})${stop}[\\s,]*)`;
  const more = `(?: (?!${filler})${word})`;
  const words = `(?<words>${word}${more}{0,2})`;
  const rest = String.raw`(?:[\s,]+${filler}{0,3})?$`;
  const joining = `(?:(?<join>${joins})|(?<not>${without}))`;
  const shapes: Shapes = {
    joined: new RegExp(
      String.raw`${start}(?:${verbs})${stop}.{0,160}?\s(?<quote>${joining}\s+${words})${rest}`,
      'iu',
    ),
    leading: new RegExp(String.raw`^${filler}{0,3}(?<quote>(?<join>${joins})\s+${words}),\s`, 'iu'),
    kept: new RegExp(String.raw`${start}(?<quote>${keep}\s+(?<manner>${comparative}|${word}))${rest}`, 'iu'),
    used: new RegExp(
      String.raw`(?:^|[,;.]\s*|${start}(?:and|but|und|aber|et|mais|y|pero|e|mas|ma)\s)${filler}{0,2}(?<quote>(?:(?:${use})|(?<not>${without}))\s+(?:(?:any|the|only)\s)?(?<words>${word}${more}?))${rest}`,
      'iu',
    ),
    alone: new RegExp(
      String.raw`^${filler}{0,4}(?<quote>(?<manner>${comparative})|${joining}\s+${words})${rest}`,
      'iu',
    ),
  };
  known.set(language, shapes);
  return shapes;
}
