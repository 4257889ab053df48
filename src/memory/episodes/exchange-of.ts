import { forgottenWords } from '@/memory/forgotten-words';
import type { MemoryStore } from '@/memory/ports';
import { mayLearnFrom } from '@/memory/trust';
import type { ConversationId, Turn, TurnId } from '@/memory/types';

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

interface Neighbours {
  before?: Turn | undefined;
  after?: Turn | undefined;
}

async function neighboursOf(turn: Turn, store: MemoryStore): Promise<Neighbours> {
  const { position } = turn;
  if (position === undefined) return neighboursInOrder(turn, store);
  const around = (await store.turnsAround([turn.id], 1)).get(turn.id) ?? [];
  const at = (place: number) => around.find(({ turn: other }) => other.position === place)?.turn;
  return { before: at(position - 1), after: at(position + 1) };
}

/** Where the site tells no places. A turn that came after the order was looked up is not in it. */
async function neighboursInOrder({ id, conversationId }: Turn, store: MemoryStore): Promise<Neighbours> {
  const known = orders.get(store);
  const isKnown = known?.conversationId === conversationId && known.ids.includes(id);
  const { ids } = isKnown ? known : await orderOf(conversationId, store);
  const place = ids.indexOf(id);
  const at = async (index: number) => store.turn(ids[index] ?? '');
  return place < 0 ? {} : { before: await at(place - 1), after: await at(place + 1) };
}

interface Order {
  conversationId: ConversationId;
  ids: TurnId[];
}

/** Of the conversation that was learned from last: its turns mostly come together, and each would read all others. */
const orders = new WeakMap<MemoryStore, Order>();

async function orderOf(conversationId: ConversationId, store: MemoryStore): Promise<Order> {
  const turns = (await store.thread(conversationId))?.turns ?? [];
  const order = { conversationId, ids: turns.map(({ id }) => id) };
  orders.set(store, order);
  return order;
}
