import type { Ask } from '@/memory/assist/ask';
import { isMadeOf } from '@/memory/assist/made-of';
import { ended, proseIn, proseRequest } from '@/memory/assist/prose';
import { formatDay, lastSaidAt } from '@/memory/injection/format-block';
import { estimateTokens } from '@/memory/recall/budget';
import type { Memory } from '@/memory/types';

/** The memories as one paragraph in the first person, for a block; their own sentences where no model words it better. */
export async function blockProse(memories: readonly Memory[], ask: Ask): Promise<string> {
  const plain = sentencesOf(memories);
  if (memories.length < 2) return plain;
  const tokens = estimateTokens(plain);
  const sentences = memories.map(sentenceOf);
  const answer = await ask(proseRequest(system, { notes: sentences }, Math.ceil(tokens * 1.5) + 20));
  const prose = answer === undefined ? '' : proseIn(answer);
  // What recall allowed for is the plain paragraph.
  return prose !== '' && estimateTokens(prose) <= tokens && isMadeOf(prose, sentences) ? prose : plain;
}

const system = `Join a person's notes about themselves into one short paragraph that reads well. Keep the first person ("I", "my") and the language of the notes. Keep every note; add nothing, leave nothing out, change no names, numbers or dates.`;

function sentencesOf(memories: readonly Memory[]): string {
  return memories.map(sentenceOf).join(' ');
}

/** What passes quickly carries the day it was said. */
function sentenceOf(memory: Memory): string {
  if (memory.kind !== 'goal' && memory.kind !== 'episode') return ended(memory.text);
  return ended(memory.text).replace(/([.!?。！？…]+["'”’)]*)$/u, ` (${formatDay(lastSaidAt(memory))})$1`);
}
