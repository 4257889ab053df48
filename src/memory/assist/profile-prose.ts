import type { Ask } from '@/memory/assist/ask';
import { isMadeOf } from '@/memory/assist/made-of';
import { ended, proseIn, proseRequest } from '@/memory/assist/prose';
import { type Memory, memoryKinds } from '@/memory/types';

/** What is known of the user as text to read: a paragraph for each kind, worded by the model where it does so truly. */
export async function profileProse(memories: readonly Memory[], ask: Ask): Promise<string> {
  const paragraphs: string[] = [];
  for (const kind of memoryKinds) {
    const sentences = memories.filter((memory) => memory.kind === kind).map(({ text }) => ended(text));
    if (sentences.length > 0) paragraphs.push(await paragraphOf(sentences, ask));
  }
  return paragraphs.join('\n\n');
}

async function paragraphOf(sentences: readonly string[], ask: Ask): Promise<string> {
  const plain = sentences.join(' ');
  if (sentences.length < 2) return plain;
  const answer = await ask(proseRequest(system, { notes: sentences }, plain.length));
  const prose = answer === undefined ? '' : proseIn(answer);
  return prose !== '' && isMadeOf(prose, sentences) ? prose : plain;
}

const system = `Join a person's notes about themselves into a paragraph that reads well. Keep the first person ("I", "my") and the language of the notes. Keep every note; add nothing, change no names, numbers or dates.`;
