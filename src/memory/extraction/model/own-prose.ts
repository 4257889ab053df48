import { contentWords } from '@/lib/content-words';
import { clausesOf } from '@/memory/extraction/clauses';
import { framingOf } from '@/memory/extraction/framing';
import { kinOf } from '@/memory/extraction/model/claim';
import { type Folded, fold } from '@/memory/extraction/model/fold';
import { hidden, ownLines } from '@/memory/extraction/own-lines';
import { plainText } from '@/memory/extraction/plain-text';
import { type Sentence, sentences } from '@/memory/extraction/sentences';
import type { Turn } from '@/memory/types';

/** Why a reading is not taken for true: what stands around the words is no plain statement, or may be none. */
export type Doubt = 'framing' | 'unsure';

/** Words of a turn that a model quoted. */
export interface Passage {
  /** As they stand in the turn. */
  quote: string;
  /** The statement they belong to, whole, and from its beginning to the end of the quote. */
  clause: string;
  head: string;
  doubt?: Doubt | undefined;
}

/** The part of a turn that the user wrote as themselves. */
export interface OwnProse {
  /** For a model to read; a mark stands where something was left out. Empty where nothing is left. */
  text: string;
  /** What its words mean, as `kinOf` gives it. */
  words: ReadonlySet<string>;
  /** Whether the user speaks as themselves anywhere in it, in no role and not about a text. */
  speaks: boolean;
  /** The passage with these words, where they are written as plainly as anywhere; undefined where they are not. */
  find(quote: string): Passage | undefined;
}

interface Stretch {
  start: number;
  end: number;
  doubt?: Doubt | undefined;
}

export function ownProse({ text, origin }: Pick<Turn, 'text' | 'origin'>): OwnProse {
  const plain = plainText(text);
  const lines = ownLines(origin === 'typed' ? withShortLines(plain.text) : plain.text);
  const mask = maskOf(plain.text, lines);
  const folded = fold(mask);
  const { framed, clauses } = stretchesOf(lines);
  const speaks = framed.some(({ doubt }) => doubt === undefined);

  const passage = (start: number, end: number): Passage => {
    const touched = clauses.filter((clause) => clause.start < end && clause.end > start);
    const quote = plain.written(start, end).trim();
    const from = Math.min(start, ...touched.map((clause) => clause.start));
    const to = Math.max(end, ...touched.map((clause) => clause.end));
    const isFramed = framed.some((stretch) => stretch.doubt && stretch.start < end && stretch.end > start);
    const isUnsure = touched.some(({ doubt }) => doubt) && !presupposing.test(quote);
    return {
      quote,
      clause: plain.text.slice(from, to),
      head: plain.text.slice(from, end),
      doubt: isFramed ? 'framing' : isUnsure ? 'unsure' : undefined,
    };
  };

  const shown = /[\p{L}\p{N}]/u.test(mask)
    ? mask.replace(/\ufffc(?:[\ufffc\s]*\ufffc)?/gu, '[…]').trim()
    : '';
  return {
    text: shown,
    words: new Set([...contentWords(shown)].map(kinOf)),
    speaks,
    find(quote) {
      const places = placesOf(fold(trimmed(quote)).text.trim(), folded);
      const passages = places.map(([start, end]) => passage(start, end));
      return passages.find(({ doubt }) => !doubt) ?? passages[0];
    },
  };
}

/** What a question takes for granted is stated nonetheless: "As a vegetarian, what can I eat in Osaka?" */
const presupposing =
  /^(?:as (?:an?|someone)|being an?|since (?:i|we|my)|because (?:i|we|my)|given (?:that )?(?:i|we|my)|(?:da|weil) ich|als \p{L}+(?:er|in)|en tant que|comme je|como soy|sendo|essendo)(?![\p{L}])/iu;

/**
 * Someone who dictates makes no new lines, and so long a line counts as pasted where nobody saw it typed. A line break
 * at the end of a sentence keeps every place as it is.
 */
function withShortLines(text: string): string {
  return text.replace(/[^\n]{1000,}/gu, (line) => line.replace(/([.!?…]["')\]]*) /gu, '$1\n'));
}

/** As long as the text; what is not the user's own prose is hidden. */
function maskOf(text: string, lines: readonly Sentence[]): string {
  let mask = '';
  for (const line of lines) {
    mask += hide(text.slice(mask.length, line.start)) + line.text;
  }
  return mask + hide(text.slice(mask.length));
}

function hide(text: string): string {
  return text.replace(/[^\s]/g, hidden);
}

/** The sentences with what their framing says, and their clauses with what asking and reporting says. */
function stretchesOf(lines: readonly Sentence[]): { framed: Stretch[]; clauses: Stretch[] } {
  const framed: Stretch[] = [];
  const clauses: Stretch[] = [];
  let stopped = false;
  for (const sentence of lines.flatMap((line) => [...sentences(line)])) {
    const framing = framingOf(sentence.text);
    if (framing === 'drop') for (const before of framed) before.doubt = 'framing';
    stopped ||= framing === 'drop' || framing === 'stop';
    const { start } = sentence;
    const end = start + sentence.text.length;
    framed.push({ start, end, doubt: stopped || framing === 'skip' ? 'framing' : undefined });
    for (const clause of clausesOf(sentence)) {
      clauses.push({
        start: clause.start,
        end: clause.end,
        doubt: clause.text === '' ? 'unsure' : undefined,
      });
    }
  }
  return { framed, clauses };
}

/** Models set a quote in marks of their own and end it like a sentence. */
function trimmed(quote: string): string {
  return quote.replace(/^[\s"'“”„«»().…[\]-]+|[\s"'“”„«»().,;:!?…。[\]-]+$/gu, '');
}

const mostPlaces = 20;

/** Where whole words stand, as places of what was folded. */
function placesOf(words: string, { text, starts, ends }: Folded): [start: number, end: number][] {
  const places: [number, number][] = [];
  if (!/[\p{L}\p{N}]/u.test(words) || words.includes(hidden)) return places;
  for (
    let at = text.indexOf(words);
    at >= 0 && places.length < mostPlaces;
    at = text.indexOf(words, at + 1)
  ) {
    const last = at + words.length - 1;
    if (cutsWord(text, at) || cutsWord(text, last + 1)) continue;
    places.push([starts[at] ?? 0, ends[last] ?? 0]);
  }
  return places;
}

const spacedLetter = /[\p{L}\p{N}\p{M}]/u;
const unspacedLetter = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ー]/u;

function cutsWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at] ?? ' ';
  if (unspacedLetter.test(before) || unspacedLetter.test(after)) return false;
  return spacedLetter.test(before) && spacedLetter.test(after);
}
