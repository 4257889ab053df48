import { closing, opening } from '@/memory/injection/format-block';

/**
 * Takes our own block out of a captured turn, so that memory never feeds on itself. Sites squeeze white space, turn
 * dashes into bullets and cut long prompts: spaces between words are loose, and a block that lost its last line ends
 * with its last list item, or with the line that is its paragraph. No pattern can match more than once at a place, so
 * the time is linear in the text.
 */
export function stripBlock(text: string): string {
  const stripped = text.replace(wholeBlock, '\n').replace(cutBlock, '\n');
  return stripped === text ? text : stripped.replace(/\n{3,}/g, '\n\n').trim();
}

const wholeBlock = new RegExp(`${loose(opening)}[^[\\]]*${loose(closing)}`, 'gu');
const cutBlock = new RegExp(
  `${loose(opening)}(?:(?:\\s*[-•*–][^\\n]*)+|\\s*[^\\n[\\]]*)(?:\\s*\\[[^[\\]]*$)?`,
  'gu',
);

function loose(line: string): string {
  const words = line.replace(/[[\]]/g, ' ').trim().split(' ');
  return `\\[\\s*${words.join('\\s+')}\\s*\\]`;
}
