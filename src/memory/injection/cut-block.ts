import { foldText } from '@/memory/injection/fold-text';
import { blockLanguages, parts, wordings } from '@/memory/injection/wording';

/**
 * How much of what follows a block's first line belongs to it, where its last line is gone: sites cut long prompts, and
 * people take lines out. Headings and memories are known by their looks; a paragraph is one line.
 */
export function cutBlockLength(rest: string): number {
  const lastEnd = rest.trimEnd().length;
  let length = 0;
  let isBulleted = false;
  for (const { words, to } of linesOf(rest)) {
    const { letters } = foldText(words);
    if (!/[\p{L}\p{N}]/u.test(letters)) continue;
    const isLast = to >= lastEnd;
    const hasBullet = bullet.test(words);
    if (!hasBullet && !tail.test(letters) && !isHeading(letters, isLast)) {
      // The paragraph, or the last memory of a list that lost its bullets and then its end.
      if (length === 0 || (isLast && !isBulleted)) length = to;
      break;
    }
    isBulleted ||= hasBullet;
    length = to;
  }
  return scraps.test(rest.slice(length)) ? rest.length : length;
}

function* linesOf(text: string): Generator<{ words: string; to: number }> {
  for (let at = 0; at < text.length; ) {
    const lineBreak = text.indexOf('\n', at);
    const to = lineBreak < 0 ? text.length : lineBreak;
    yield { words: text.slice(at, to), to };
    at = to + 1;
  }
}

const bullet = /^[\s>\\]*(?:[-–—•*+◦‣·▪]|\d{1,2}\\?[.)])(?:\s|&nbsp;)/u;
/** What can be left of a line of ours that was cut off right at its start. */
const scraps = /^[\s\-–—•*+>#_~`.…([]*$/u;

const kindWords = blockLanguages.flatMap((language) =>
  Object.values(wordings[language].kinds).map((kind) => foldText(kind).letters),
);
/** Kind and day at the end of a memory's line. */
const tail = new RegExp(`\\((?:${kindWords.join('|')})[^()]*\\d{4}\\)$`, 'u');

const headings = blockLanguages.flatMap((language) =>
  parts.map((part) => foldText(wordings[language].headings[part]).letters),
);

function isHeading(letters: string, isCut: boolean): boolean {
  return headings.some((heading) => heading === letters || (isCut && heading.startsWith(letters)));
}
