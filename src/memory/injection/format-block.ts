import type { Memory } from '@/memory/types';

/*
 * The block reads as data about the user and not as orders: chat models are trained to distrust instructions that
 * turn up in pasted text, and take notes well. Its two bracketed lines are what capture finds it by again.
 */
export const opening = '[Throughline notes about me: use what helps, ignore the rest]';
export const closing = '[End of Throughline notes]';

/** The text put after the user's own prompt; empty without memories. */
export function formatBlock(memories: readonly Memory[]): string {
  if (memories.length === 0) return '';
  return [opening, ...memories.map(formatLine), closing].join('\n');
}

export function formatLine(memory: Memory): string {
  return `- ${unbracketed(memory.text)} (${formatDay(lastSaidAt(memory))})`;
}

/** When the memory was last said or written, epoch milliseconds. */
export function lastSaidAt(memory: Memory): number {
  return Math.max(...memory.sources.map((source) => source.at), memory.updatedAt);
}

/** Without square brackets and line breaks no memory can close the block or open another. */
export function unbracketed(text: string): string {
  return text.replaceAll('[', '(').replaceAll(']', ')').replace(/\s+/gu, ' ').trim();
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

export function formatDay(at: number): string {
  return days.format(at);
}
