import { formatLine } from '@/memory/injection/format-block';
import type { ActiveMemory } from '@/memory/types';

/** A block longer than this is a report and not a note, whatever the budget. */
const mostMemories = 8;

/** The best first, as long as their lines fit; a long one is passed over for shorter ones behind it. */
export function withinBudget(ranked: readonly ActiveMemory[], budgetTokens: number): ActiveMemory[] {
  const chosen: ActiveMemory[] = [];
  let left = budgetTokens - frameTokens;
  for (const memory of ranked) {
    const cost = estimateTokens(formatLine(memory));
    if (cost > left) continue;
    chosen.push(memory);
    left -= cost;
    if (chosen.length === mostMemories) break;
  }
  return chosen;
}

/** The two bracketed lines around the memories. */
const frameTokens = 24;

/**
 * Tokens of a text, on the safe side: common tokenizers take about four characters of English a token, and one to two
 * tokens a character of Chinese, Japanese or Korean.
 */
export function estimateTokens(text: string): number {
  let narrow = 0;
  let wide = 0;
  for (const character of text) {
    if (character > '\u2e80') wide++;
    else narrow++;
  }
  return Math.ceil(narrow / 3.5 + wide * 1.5);
}
