import { framingOf } from '@/memory/extraction/framing';
import { hidden, ownLines } from '@/memory/extraction/own-lines';
import { plainText } from '@/memory/extraction/plain-text';
import { sentences } from '@/memory/extraction/sentences';

/** A sentence, or what is left of one, as the user wrote it. */
export interface Piece {
  text: string;
  /** The sentence that it is of. */
  sentence: string;
}

/** Characters of a turn that are read. */
const lookedAt = 8_000;

/**
 * What the user says as themselves, without the words that were learned otherwise; undefined where they play a role or
 * hand over a text.
 */
export function ownPieces(text: string, learned: readonly string[]): Piece[] | undefined {
  const plain = plainText(text.slice(0, lookedAt));
  const pieces: Piece[] = [];
  for (const line of ownLines(plain.text)) {
    for (const sentence of sentences(line)) {
      const framing = framingOf(sentence.text);
      if (framing === 'stop' || framing === 'drop') return undefined;
      const written = plain.written(sentence.start, sentence.start + sentence.text.length).trim();
      if (written === '' || sentence.text.includes(hidden.repeat(longestHidden))) continue;
      pieces.push(...withoutLearned(written, learned));
    }
  }
  return pieces;
}

/** A quotation of a few words is a name; a longer one is somebody else's. */
const longestHidden = 60;

/** The longest part of a sentence beside what was learned of it, without the words that led there. */
function withoutLearned(sentence: string, learned: readonly string[]): Piece[] {
  const quotes = learned.filter((quote) => sentence.includes(quote));
  if (quotes.length === 0) return [{ text: sentence, sentence }];
  let parts = [sentence];
  for (const quote of quotes) parts = parts.flatMap((part) => part.split(quote));
  const [longest = ''] = parts.map(trimmed).sort((one, other) => other.length - one.length);
  return longest === '' ? [] : [{ text: longest, sentence }];
}

function trimmed(part: string): string {
  return part.replace(leading, '').replace(trailing, '');
}

const joins =
  'and|but|so|since|because|as|while|that|which|und|aber|weil|da|denn|dass|et|mais|car|que|comme|y|pero|porque|como|e|mas|pois|ma|perché|che';
const leading = new RegExp(String.raw`^(?:[\s,;:.!?)–—-]|(?:${joins})(?![\p{L}'’]))+`, 'iu');
const trailing = new RegExp(String.raw`(?:[\s,;:(–—-]|(?<![\p{L}'’])(?:${joins})$)+$`, 'iu');
