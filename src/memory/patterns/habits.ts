import { forgottenWords } from '@/memory/forgotten-words';
import { type Modifier, modifiersIn } from '@/memory/patterns/modifiers';
import type { MemoryStore, PendingTurn, Thread } from '@/memory/ports';
import { mayLearnFrom } from '@/memory/trust';
import type { ConversationId, Turn } from '@/memory/types';

/** A wish about an answer as it was said in one conversation, the last time there. */
export interface Wish {
  modifier: Modifier;
  turn: Turn;
  conversation: Thread['conversation'];
}

/** Who wishes for what, and in which conversations, told by the captured turns. */
export interface Habits {
  /** Takes up a turn; answers what it wishes for, with the last wish for the same in each conversation. */
  follow(pending: PendingTurn): Promise<{ key: string; wishes: Wish[] }[]>;
  /** Keys that need no further look while the engine runs. */
  settled: Set<string>;
}

/** Habits are of a time: what the last so many conversations do not show any more is none. */
const mostConversations = 100;

/**
 * The habits in a store. They are read once, when the first turn with a wish asks for them, and follow the turns that
 * are learned from after that; nothing of them has to survive.
 */
export function habitsIn(store: MemoryStore): Habits {
  const before = known.get(store);
  if (before) return before;
  const wishes = new Map<string, Map<ConversationId, Wish>>();
  let loading: Promise<void> | undefined;

  function hold({ turn, conversation }: PendingTurn): string[] {
    if (!mayLearnFrom(turn) || turn.text.includes(forgottenWords)) return [];
    return modifiersIn(turn.text).map((modifier) => {
      const key = `${conversation.space}\n${modifier.key}`;
      const ofKey = wishes.get(key) ?? new Map<ConversationId, Wish>();
      ofKey.delete(conversation.id);
      ofKey.set(conversation.id, { modifier, turn, conversation });
      wishes.set(key, new Map([...ofKey].slice(-mostConversations)));
      return key;
    });
  }

  async function load(): Promise<void> {
    const ids = (await store.conversationIds()).slice(0, mostConversations);
    for (const id of ids.reverse()) {
      const thread = await store.thread(id);
      for (const turn of thread?.turns ?? []) {
        if (thread && turn.learnedAt !== undefined) hold({ turn, conversation: thread.conversation });
      }
    }
  }

  const habits: Habits = {
    settled: new Set(),
    async follow(pending) {
      if (modifiersIn(pending.turn.text).length === 0) return [];
      loading ??= load();
      await loading;
      return hold(pending).map((key) => ({ key, wishes: [...(wishes.get(key)?.values() ?? [])] }));
    },
  };
  known.set(store, habits);
  return habits;
}

const known = new WeakMap<MemoryStore, Habits>();
