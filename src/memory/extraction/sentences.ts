import type { Line } from '@/memory/extraction/own-lines';

export interface Sentence {
  text: string;
  start: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const title =
  /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St|Sr|Jr|Mt|Ave|Inc|Ltd|Co|No|vs|approx|ca|bzw|Nr|núm|e\.g|i\.e|a\.m|p\.m|U\.S|U\.K|z\.B|p\.ex|[A-Z])\.\s*$/;
/** May end a sentence, and does before a capital. */
const abbreviation = /(?:^|[\s(])(?:etc|max|min|incl|inkl|usw|evtl|ggf|mind|std|aprox|ej|ecc|pag)\.\s*$/i;
/** "Am 9. Mai" goes on; the number before "Mai" ends nothing. */
const dayOfMonth = /(?<!\d)\d{1,2}\.\s*$/;
const month = /^(?:Jan|Feb|März|Apr|Mai|Juni|Juli|Aug|Sept|Okt|Nov|Dez)/;
/** Who types in lower case ends a sentence all the same. */
const lowerCaseEnd = /(?<=\p{L}{2}[.!?]+)\s+(?=\p{Ll}|\d+\p{L})/gu;
const canEndInside = /[.!?…。！？]["')\]]*\s/;

/** Sentences of a line, in any case; a full stop after an abbreviation or an initial does not end one. */
export function* sentences(line: Line): Generator<Sentence> {
  if (!canEndInside.test(line.text)) {
    yield line;
    return;
  }
  let open = '';
  let start = 0;
  for (const { text, start: at } of pieces(line.text)) {
    if (open !== '' && !goesOn(open, text)) {
      yield { text: open, start: line.start + start };
      open = '';
    }
    if (open === '') start = at;
    open += text;
  }
  if (open !== '') yield { text: open, start: line.start + start };
}

function goesOn(before: string, next: string): boolean {
  if (title.test(before) || (dayOfMonth.test(before) && month.test(next))) return true;
  return abbreviation.test(before) && !/^\p{Lu}/u.test(next);
}

/** What the locale's rules part, parted once more where a sentence begins in lower case. Together they are the line. */
function* pieces(line: string): Generator<Sentence> {
  for (const { segment, index } of segmenter.segment(line)) {
    let from = 0;
    for (const { 0: space, index: at } of segment.matchAll(lowerCaseEnd)) {
      yield { text: segment.slice(from, at + space.length), start: index + from };
      from = at + space.length;
    }
    yield { text: segment.slice(from), start: index + from };
  }
}
