import { nextTask } from '@/lib/next-task';
import { once } from '@/lib/once';
import { serial } from '@/lib/serial';
import type { MemoryStore } from '@/memory/ports';
import type { Solved } from '@/memory/recall/types';
import { type Asked, askedIn } from '@/memory/solved/asked-in';
import { type Exchange, exchangesIn } from '@/memory/solved/exchanges';
import { gistOf, shortened } from '@/memory/solved/gist';
import { asksSame, leastAlike } from '@/memory/solved/likeness';
import { wordHolders } from '@/memory/solved/word-holders';
import type { Conversation, ConversationId, ConversationRef, SpaceId } from '@/memory/types';

/** A question that was asked and answered, as it is held in memory. */
export interface PastQuestion {
  conversationId: ConversationId;
  space: SpaceId;
  asked: Asked;
  solved: Solved;
}

export interface Questions {
  /**
   * Reads all conversations, the newest first; `free` settles when nobody waits for a recall. Once that was done it
   * only waits for those that are being read again.
   */
  load(free: () => Promise<unknown>): Promise<void>;
  /** Lets all go and reads it again: words were taken out of some. */
  reload(free: () => Promise<unknown>): Promise<void>;
  /** Reads one conversation again. */
  follow(conversation: ConversationRef): Promise<void>;
  /** Those that ask the same by their words, the newest first. */
  like(draft: string): PastQuestion[];
}

/** So many questions are taken up between two looks at what else wants to run. */
const batch = 4;

/** The index of past questions. It lives in memory alone: the turns in the store tell all of it. */
export function pastQuestions(
  store: Pick<MemoryStore, 'conversationIds' | 'thread' | 'findConversation'>,
): Questions {
  const ofConversation = new Map<ConversationId, PastQuestion[]>();
  const holders = wordHolders<PastQuestion>(leastAlike);
  const inOrder = serial();

  async function read(id: ConversationId): Promise<void> {
    const thread = await store.thread(id);
    drop(id);
    if (!thread || !/^https?:\/\//i.test(thread.conversation.url)) return;
    const exchanges = exchangesIn(thread);
    for (let from = 0; from < exchanges.length; from += batch) {
      if (from > 0) await nextTask();
      for (const exchange of exchanges.slice(from, from + batch)) hold(thread.conversation, exchange);
    }
  }

  function hold({ id, space, site, url }: Conversation, { question, answer }: Exchange): void {
    const gist = gistOf(answer.text);
    if (gist === '') return;
    const solved = { question: shortened(question.text), gist, at: question.capturedAt, site, url };
    const past = { conversationId: id, space, asked: askedIn(question.text), solved };
    ofConversation.set(id, [...(ofConversation.get(id) ?? []), past]);
    holders.add(past, past.asked.whole.telling);
  }

  function drop(id: ConversationId): void {
    for (const past of ofConversation.get(id) ?? []) holders.remove(past, past.asked.whole.telling);
    ofConversation.delete(id);
  }

  async function readAll(free: () => Promise<unknown>): Promise<void> {
    for (const id of await store.conversationIds()) {
      await free();
      await nextTask();
      await inOrder(() => read(id));
    }
  }

  let loading: (() => Promise<void>) | undefined;

  return {
    load(free) {
      loading ??= once(() => readAll(free));
      return loading().then(() => inOrder(async () => undefined));
    },

    reload(free) {
      for (const id of [...ofConversation.keys()]) drop(id);
      return readAll(free);
    },

    follow: (ref) =>
      inOrder(async () => {
        const conversation = await store.findConversation(ref);
        if (conversation) await read(conversation.id);
      }),

    like(draft) {
      const asked = askedIn(draft);
      const near = new Set(holders.near(asked.whole.telling));
      if (asked.part) for (const past of holders.near(asked.part.telling)) near.add(past);
      return [...near]
        .filter((past) => areSame(asked, past.asked))
        .sort((one, other) => other.solved.at - one.solved.at);
    },
  };
}

function areSame(one: Asked, other: Asked): boolean {
  if (asksSame(one.whole, other.whole)) return true;
  const isPart = one.part !== undefined || other.part !== undefined;
  return isPart && asksSame(one.part ?? one.whole, other.part ?? other.whole);
}
