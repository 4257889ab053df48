import type { BlockMemory } from '@/memory/injection/block-memory';
import { foldText } from '@/memory/injection/fold-text';
import { harmless, unbracketed } from '@/memory/injection/harmless';
import { lineItems } from '@/memory/injection/line';
import { marksIn } from '@/memory/injection/marks';
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
import type { BlockFormat } from '@/memory/settings';

export interface BlockOptions {
  format: BlockFormat;
  /** Of the words around the memories; those keep their own. */
  language: BlockLanguage;
  /** A language model's wording of a paragraph; empty or absent where there is none. */
  prose?: string | undefined;
}

/** The text put after the user's own prompt; empty without memories. */
export function formatBlock(memories: readonly BlockMemory[], options: BlockOptions): string {
  if (memories.length === 0) return '';
  const block = assembled(memories, options);
  if (isOneBlock(block)) return block;
  // Memories that look like the start or the end of a block only together, one having a bracket and one the words.
  const bare = memories.map((memory) => ({ ...memory, text: unbracketed(memory.text) }));
  return assembled(bare, { ...options, prose: unbracketed(options.prose ?? '') });
}

function assembled(memories: readonly BlockMemory[], { format, language, prose = '' }: BlockOptions): string {
  if (format === 'line') return `${lineOpeningIn(language)}${lineItems(memories, language)})`;
  const inside =
    format === 'section'
      ? sectionLines(memories, language)
      : [harmless(prose) || paragraphOf(memories, language)];
  return [openingIn(language), ...inside, closingIn(language)].join('\n');
}

function isOneBlock(block: string): boolean {
  const [first, second, ...more] = marksIn(foldText(block).letters);
  if (more.length > 0) return false;
  return first?.is === 'line' ? !second : first?.is === 'opening' && second?.is === 'closing';
}

/**
 * Tokens of the whole block, estimated on the safe side; more memories never cost less. In a paragraph each memory is
 * counted as a sentence of its own, for how they join changes with every one that comes or goes.
 */
export function blockTokens(
  memories: readonly BlockMemory[],
  format: BlockFormat,
  language: BlockLanguage,
): number {
  if (format !== 'paragraph' || memories.length === 0) {
    return estimateTokens(formatBlock(memories, { format, language }));
  }
  const tokens = memories.map((memory) => memoryTokens(memory, format, language));
  return tokens.reduce((sum, more) => sum + more, frameTokens(format, language));
}

/** Most tokens of what stands around memories. With `memoryTokens` it is for a choice in which costs must add up. */
export function frameTokens(format: BlockFormat, language: BlockLanguage): number {
  if (format === 'line') return estimateTokens(`${lineOpeningIn(language)})`);
  const { headings, context } = wordings[language];
  const inside = format === 'section' ? Object.values(headings).map((heading) => `${heading}:`) : [context];
  return estimateTokens([openingIn(language), ...inside, closingIn(language)].join('\n'));
}

/** Most tokens of one memory among others: a block costs no more than its frame and its memories. */
export function memoryTokens(memory: BlockMemory, format: BlockFormat, language: BlockLanguage): number {
  if (format === 'line') return estimateTokens(`${lineItems([memory], language)}; `);
  if (format === 'section') return estimateTokens(`${sectionLines([memory], language).at(-1)}\n`);
  // Joined, a sentence loses its subject or its full stop, and gains an "and" or a semicolon.
  return estimateTokens(sentencesOf([memory], language).join(' ')) + joint;
}

const joint = 2;
