import { sentences } from '@/memory/extraction/sentences';
import { estimateTokens } from '@/memory/injection/tokens';

/**
 * Cuts a text into pieces of at most so many estimated tokens: between paragraphs if they fit, else between lines,
 * sentences, words, and inside a word only where there is nothing else. Nothing but white space is lost.
 */
export function piecesOf(text: string, mostTokens: number): string[] {
  if (text.trim() === '') return [];
  return packed(text, mostTokens, cuts);
}

type Cut = { parts(text: string): string[]; glue: string };

const cuts: readonly Cut[] = [
  { parts: (text) => text.split(/\n\s*\n/), glue: '\n\n' },
  { parts: (text) => text.split('\n'), glue: '\n' },
  { parts: (text) => [...sentences({ text, start: 0 })].map((sentence) => sentence.text), glue: ' ' },
  { parts: (text) => text.split(/\s+/), glue: ' ' },
  { parts: (text) => Array.from(text), glue: '' },
];

function packed(text: string, mostTokens: number, [cut, ...finer]: readonly Cut[]): string[] {
  if (!cut || estimateTokens(text) <= mostTokens) return [text.trim()];
  const pieces: string[] = [];
  let open: string[] = [];
  let openTokens = 0;
  const close = () => {
    if (open.length > 0) pieces.push(open.join(cut.glue).trim());
    open = [];
    openTokens = 0;
  };
  for (const part of cut.parts(text)) {
    if (part.trim() === '') continue;
    // One more for what rounding up each part alone hides, and for the glue.
    const tokens = estimateTokens(part) + 1;
    if (openTokens + tokens > mostTokens) close();
    if (tokens > mostTokens && finer.length > 0) {
      pieces.push(...packed(part, mostTokens, finer));
      continue;
    }
    open.push(part);
    openTokens += tokens;
  }
  close();
  return pieces;
}
