import type { Line } from '@/memory/extraction/own-lines';

export interface Sentence {
  text: string;
  start: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const abbreviation =
  /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St|Sr|Jr|Mt|Ave|Inc|Ltd|Co|No|vs|approx|ca|e\.g|i\.e|a\.m|p\.m|U\.S|U\.K|z\.B|[A-Z])\.\s*$/;
const canEndInside = /[.!?…。！？]["')\]]*\s/;

/** Sentences of a line; a full stop after an abbreviation or an initial does not end one. */
export function* sentences(line: Line): Generator<Sentence> {
  if (!canEndInside.test(line.text)) {
    yield line;
    return;
  }
  let open = '';
  let start = 0;
  for (const { segment, index } of segmenter.segment(line.text)) {
    if (open === '') start = index;
    open += segment;
    if (abbreviation.test(segment)) continue;
    yield { text: open, start: line.start + start };
    open = '';
  }
  if (open !== '') yield { text: open, start: line.start + start };
}
