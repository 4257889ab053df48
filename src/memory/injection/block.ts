import type { BlockMemory } from '@/memory/injection/block-memory';
import { harmless } from '@/memory/injection/harmless';
import { lineItems } from '@/memory/injection/line';
import { paragraphOf, sentencesOf } from '@/memory/injection/paragraph';
import { sectionLines } from '@/memory/injection/section';
import { estimateTokens } from '@/memory/injection/tokens';
import {
  type BlockLanguage,
  closingIn,
  lineOpeningIn,
  openingIn,
  wordings,
} from '@/memory/injection/wording';
import type { BlockFormat } from '@/memory/types';

export interface BlockOptions {
  format: BlockFormat;
  /** Of the words around the memories; those keep their own. */
  language: BlockLanguage;
  /** A language model's wording of a paragraph; empty or absent where there is none. */
  prose?: string | undefined;
}

/** The text put after the user's own prompt; empty without memories. */
export function formatBlock(
  memories: readonly BlockMemory[],
  { format, language, prose = '' }: BlockOptions,
): string {
  if (memories.length === 0) return '';
  if (format === 'line') return `${lineOpeningIn(language)}${lineItems(memories, language)})`;
  const inside =
    format === 'section'
      ? sectionLines(memories, language)
      : [harmless(prose) || paragraphOf(memories, language)];
  return [openingIn(language), ...inside, closingIn(language)].join('\n');
}

/** Tokens of the whole block, estimated on the safe side; more memories never cost less. */
export function blockTokens(
  memories: readonly BlockMemory[],
  format: BlockFormat,
  language: BlockLanguage,
): number {
  return estimateTokens(formatBlock(memories, { format, language }));
}

/**
 * Most tokens of what stands around memories, and of one memory among others: for a choice among many, where costs
 * must add up. The block of a set costs no more than its frame and its memories.
 */
export function frameTokens(format: BlockFormat, language: BlockLanguage): number {
  if (format === 'line') return estimateTokens(`${lineOpeningIn(language)})`);
  const { headings, context } = wordings[language];
  const inside = format === 'section' ? Object.values(headings).map((heading) => `${heading}:`) : [context];
  return estimateTokens([openingIn(language), ...inside, closingIn(language)].join('\n'));
}

export function memoryTokens(memory: BlockMemory, format: BlockFormat, language: BlockLanguage): number {
  if (format === 'line') return estimateTokens(`${lineItems([memory], language)}; `);
  if (format === 'section') return estimateTokens(`${sectionLines([memory], language).at(-1)}\n`);
  return estimateTokens(`${sentencesOf([memory], language).join(' ')} and; `);
}
