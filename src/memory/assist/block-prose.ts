import type { Ask } from '@/memory/assist/ask';
import { isMadeOf } from '@/memory/assist/made-of';
import { ended, proseIn, proseRequest } from '@/memory/assist/prose';
import { formatDay } from '@/memory/injection/day';
import { estimateTokens } from '@/memory/injection/tokens';
import { lastSaidAt } from '@/memory/last-said-at';
import type { Memory } from '@/memory/types';

/** The memories as one paragraph in the first person, for a block; empty where no model words it well. */
export async function blockProse(memories: readonly Memory[], ask: Ask): Promise<string> {
  const sentences = memories.map(sentenceOf);
  const plain = sentences.join(' ');
  if (memories.length < 2) return '';
  // A little longer is no more than the days cost that a list has room for.
  const most = Math.ceil(estimateTokens(plain) * 1.2);
  const answer = await ask(proseRequest(system, { notes: sentences }, most + 20));
  const prose = answer === undefined ? '' : proseIn(answer);
  return prose !== '' && estimateTokens(prose) <= most && isMadeOf(prose, sentences) ? prose : '';
}

const system = `Join a person's notes about themselves into one short paragraph that reads well. Keep the first person ("I", "my") and the language of the notes. Keep every note; add nothing, leave nothing out, change no names, numbers or dates.`;

/** What passes quickly carries the day it was said. */
function sentenceOf(memory: Memory): string {
  if (memory.kind !== 'goal' && memory.kind !== 'episode') return ended(memory.text);
  return ended(memory.text).replace(/([.!?。！？…]+["'”’)]*)$/u, ` (${formatDay(lastSaidAt(memory))})$1`);
}
