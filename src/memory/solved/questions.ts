import { nextTask } from '@/lib/next-task';
import { once } from '@/lib/once';
import { serial } from '@/lib/serial';
import type { Ports, Thread } from '@/memory/ports';
import { type Asked, askedIn } from '@/memory/solved/asked-in';
import { exchangesIn } from '@/memory/solved/exchanges';
import { likeness } from '@/memory/solved/likeness';
import type { ConversationId, ConversationRef, SpaceId, TurnId } from '@/memory/types';

/** A question that was asked and answered, as it is held in memory: its words, and where it stands. */
export interface PastQuestion {
  turnId: TurnId;
  conversationId: ConversationId;
  space: SpaceId;
  at: number;
  asked: Asked;
}

export interface Questions {
  /** Reads all conversations, the newest first and one at a time; `free` settles when nobody waits for a recall. */
  load(free: () => Promise<unknown>): Promise<void>;
  /** Reads all conversations again: words were taken out of some. */
  reload(free: () => Promise<unknown>): Promise<void>;
  /** Reads one conversation again. */
  follow(conversation: ConversationRef): Promise<void>;
  /** Those that ask the same by their words, the newest first. */
  like(draft: string): PastQuestion[];
}

/** So many that share words with a draft are compared with it. */
const mostCompared = 40;
/** Share of their words that two questions have in common at least. */
const leastAlike = 0.75;

/** The index of past questions. It lives in memory alone: the turns in the store tell all of it. */
export function pastQuestions({ store, questions: words }: Pick<Ports, 'store' | 'questions'>): Questions {
  const held = new Map<TurnId, PastQuestion>();
  const ofConversation = new Map<ConversationId, TurnId[]>();
  const inOrder = serial();
  const read = (id: ConversationId) => inOrder(async () => hold(id, await store.thread(id)));

  function hold(id: ConversationId, thread: Thread | undefined): void {
    const before = ofConversation.get(id) ?? [];
    const exchanges = thread ? exchangesIn(thread) : [];
    words.remove(before);
    for (const turnId of before) held.delete(turnId);
    ofConversation.delete(id);
    if (!thread || exchanges.length === 0) return;
    ofConversation.set(
      id,
      exchanges.map(({ question }) => question.id),
    );
    const { space } = thread.conversation;
    for (const { question } of exchanges) {
      const { id: turnId, text, capturedAt: at } = question;
      held.set(turnId, { turnId, conversationId: id, space, at, asked: askedIn(text) });
    }
    words.add(
      exchanges.map(({ question: { id, text } }) => ({
        id,
        text: text.slice(0, longestIndexed),
        domains: [],
        importance: 0,
      })),
    );
  }

  async function reload(free: () => Promise<unknown>): Promise<void> {
    for (const id of await store.conversationIds()) {
      await free();
      await nextTask();
      await read(id);
    }
  }

  let loading: (() => Promise<void>) | undefined;

  return {
    load(free) {
      loading ??= once(() => reload(free));
      return loading();
    },
    reload,

    async follow(ref) {
      const conversation = await store.findConversation(ref);
      if (conversation) await read(conversation.id);
    },

    like(draft) {
      const asked = askedIn(draft);
      return words
        .search(draft.slice(0, longestIndexed), mostCompared)
        .flatMap(({ id }) => held.get(id) ?? [])
        .filter((past) => alike(asked, past.asked) >= leastAlike)
        .sort((one, other) => other.at - one.at);
    },
  };
}

const longestIndexed = 4_000;

function alike(one: Asked, other: Asked): number {
  const whole = likeness(one.whole, other.whole);
  const isPart = one.part !== undefined || other.part !== undefined;
  return isPart ? Math.max(whole, likeness(one.part ?? one.whole, other.part ?? other.whole)) : whole;
}
