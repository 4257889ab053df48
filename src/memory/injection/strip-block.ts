import { cutBlockLength } from '@/memory/injection/cut-block';
import { type FoldedText, foldText } from '@/memory/injection/fold-text';
import { type Mark, marksIn } from '@/memory/injection/marks';

/**
 * Takes our own blocks out of a captured turn, so that memory never feeds on itself, and leaves all other words as
 * they stand. A block is known by its first and last words, in whatever spelling, spacing and Markdown a site gives
 * them. The time is linear in the text.
 */
export function stripBlock(text: string): string {
  if (!/throughline/i.test(text)) return text;
  const spans = spansOf(text, foldText(text));
  if (spans.length === 0) return text;
  const froms = [0, ...spans.map(({ to }) => to)];
  return joined(froms.map((from, index) => text.slice(from, spans[index]?.from)));
}

/** Offsets into the text. */
interface Span {
  from: number;
  to: number;
}

function spansOf(text: string, folded: FoldedText): Span[] {
  const marks = marksIn(folded.letters);
  const spans: Span[] = [];
  marks.forEach((mark, index) => {
    const to = endOf(mark, marks[index + 1], text, folded);
    const from = folded.from(mark.from);
    const after = spans.at(-1)?.to ?? 0;
    if (to !== undefined && from >= after) spans.push(unwrapped({ from, to }, text, after));
  });
  return spans;
}

/** Where the block ends that begins with a mark; undefined for a mark that begins none. */
function endOf(mark: Mark, next: Mark | undefined, text: string, folded: FoldedText): number | undefined {
  if (mark.is === 'closing') return undefined;
  if (mark.is === 'cut') return mark.to - mark.from < leastOfCut ? undefined : text.length;
  const limit = next?.from ?? folded.letters.length;
  if (mark.is === 'line') return lineEnd(folded, mark.to, limit);
  if (next?.is === 'closing') return folded.to(next.to - 1);
  if (next?.is === 'cut') return text.length;
  const from = folded.to(mark.to - 1);
  return from + cutBlockLength(text.slice(from, folded.from(limit)));
}

/** Fewer letters of a first line at the end of a text may be anything. */
const leastOfCut = 20;

/** Behind the bracket that closes a block of one line, or where the line ends without one. */
function lineEnd({ letters, from, to }: FoldedText, start: number, limit: number): number {
  let depth = 1;
  for (let at = start; at < limit; at++) {
    if (letters[at] === '\n') return from(at);
    if (letters[at] === '(') depth++;
    if (letters[at] === ')' && --depth === 0) return to(at);
  }
  return from(limit);
}

/** With the bullet, the quote mark and the emphasis that a site may have put around the block. */
function unwrapped({ from, to }: Span, text: string, after: number): Span {
  const lead = startOfRun(text, from, after, leading);
  const isLineStart = lead === after || text[lead - 1] === '\n';
  const trail = trailing.exec(text.slice(to, to + mostEmphasis + 1))?.[0].length ?? 0;
  if (isLineStart) return { from: lead, to: to + trail };
  const run = startOfRun(text, from, after, emphasis);
  const start = from - run > mostEmphasis ? from : run;
  const isAround = text.startsWith(text.slice(start, from), to);
  // What is cut off may have lost the second half of its emphasis.
  if (to + trail === text.length) return { from: start, to: text.length };
  return isAround ? { from: start, to: to + from - start } : { from, to };
}

const leading = /[ \t#>*_~`•+-]/;
const emphasis = /[*_~`]/;
const mostEmphasis = 4;
const trailing = /^[*_~`]{1,4}(?=\s|$)/;

function startOfRun(text: string, end: number, least: number, character: RegExp): number {
  let start = end;
  while (start > least && character.test(text[start - 1] ?? '')) start--;
  return start;
}

/** The parts without the white space around the blocks, apart as they were: by a space, or by a blank line. */
function joined(parts: readonly string[]): string {
  let whole = '';
  let isBroken = false;
  parts.forEach((part, index) => {
    const head = index === 0 ? part : part.trimStart();
    const words = index === parts.length - 1 ? head : head.trimEnd();
    isBroken ||= part.slice(0, part.length - head.length).includes('\n');
    if (words !== '') {
      whole += whole === '' ? words : `${isBroken ? '\n\n' : ' '}${words}`;
      isBroken = false;
    }
    isBroken ||= head.slice(words.length).includes('\n');
  });
  return whole;
}
