import { closing, opening, unbracketed } from '@/memory/injection/format-block';

/** The block with prose instead of a list; empty without prose. Whatever the prose is, it stays inside. */
export function formatParagraph(prose: string): string {
  const inside = unbracketed(prose);
  return inside === '' ? '' : [opening, inside, closing].join('\n');
}
