import { forgottenWords } from '@/memory/forgotten-words';
import type { MemoryStore } from '@/memory/ports';
import { mayLearnFrom } from '@/memory/trust';
import type { Turn } from '@/memory/types';

/** What the user said and, where it is there already, what was answered right after it. */
export interface Exchange {
  said: Turn;
  answer?: Turn | undefined;
  /** Nothing stands before it in its conversation. */
  isFirst: boolean;
}

/** The exchange that a turn belongs to, whichever of its two turns came first; undefined where the user said none. */
export async function exchangeOf(turn: Turn, store: MemoryStore): Promise<Exchange | undefined> {
  const { before, after } = await neighboursOf(turn, store);
  if (turn.role === 'assistant') {
    // A turn that still waits makes its episode itself, with the answer that is there by then.
    if (before?.learnedAt === undefined) return undefined;
    const { before: first } = await neighboursOf(before, store);
    return exchange(before, turn, first === undefined);
  }
  return exchange(turn, after, before === undefined);
}

function exchange(said: Turn, answer: Turn | undefined, isFirst: boolean): Exchange | undefined {
  if (!mayLearnFrom(said) || said.text.includes(forgottenWords)) return undefined;
  const isAnswered = answer?.role === 'assistant' && !answer.text.includes(forgottenWords);
  return { said, isFirst, ...(isAnswered ? { answer } : {}) };
}

/** Where the site tells no places, the whole conversation is read to find a turn's own. */
async function neighboursOf(
  turn: Turn,
  store: MemoryStore,
): Promise<{ before?: Turn | undefined; after?: Turn | undefined }> {
  const { position } = turn;
  if (position === undefined) {
    const turns = (await store.thread(turn.conversationId))?.turns ?? [];
    const place = turns.findIndex(({ id }) => id === turn.id);
    return place < 0 ? {} : { before: turns[place - 1], after: turns[place + 1] };
  }
  const around = (await store.turnsAround([turn.id], 1)).get(turn.id) ?? [];
  const at = (place: number) => around.find(({ turn: other }) => other.position === place)?.turn;
  return { before: at(position - 1), after: at(position + 1) };
}
