import type { Sentence } from '@/memory/consolidation/sentence';

/** Whether a newer rule of how to behave takes the place of an older one: it says so itself, or asks for the opposite. */
export function isOtherRule(newer: Sentence, older: Sentence): boolean {
  if (newer.isDenial !== older.isDenial) return false;
  const isOpposite = opposites.some((sides) => {
    const [now, before] = [newer, older].map(({ text }) => sides.findIndex((side) => side.test(text)));
    return now !== undefined && before !== undefined && now >= 0 && before >= 0 && now !== before;
  });
  return isOpposite || (newer.isChange && isOneWordApart(newer.words, older.words));
}

/** How an answer can be, one way or the other. */
const opposites = [
  [
    /\b(?:short|shorter|brief|briefly|concise|terse|to the point)\b/i,
    /\b(?:long|longer|detailed|thorough|in depth|in detail|elaborate)\b/i,
  ],
  [/\bmetric\b/i, /\bimperial\b/i],
  [/\b(?:formal|formally)\b/i, /\b(?:informal|informally|casual|casually)\b/i],
  [/\b(?:british|uk) (?:english|spelling|terms)\b/i, /\b(?:american|us) (?:english|spelling|terms)\b/i],
] as const;

/** "Answer me in German", "answer me in English from now on". */
function isOneWordApart(now: readonly string[], before: readonly string[]): boolean {
  if (now.length !== before.length || now[0] !== before[0]) return false;
  return now.filter((word, place) => word !== before[place]).length === 1;
}
