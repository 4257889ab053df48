import { nextTask } from '@/lib/next-task';
import { once } from '@/lib/once';
import { serial } from '@/lib/serial';
import type { Ports, Thread } from '@/memory/ports';
import { type Asked, askedIn } from '@/memory/solved/asked-in';
import { exchangesIn } from '@/memory/solved/exchanges';
import { gistOf, shortened } from '@/memory/solved/gist';
import { likeness } from '@/memory/solved/likeness';
import type { ConversationId, ConversationRef, Solved, SpaceId, TurnId } from '@/memory/types';

/** A question that was asked and answered, as it is held in memory. */
export interface PastQuestion {
  turnId: TurnId;
  conversationId: ConversationId;
  space: SpaceId;
  asked: Asked;
  solved: Solved;
}

export interface Questions {
  /**
   * Reads all conversations, the newest first and one at a time; `free` settles when nobody waits for a recall. Once
   * that was done it only waits for those that are being read again.
   */
  load(free: () => Promise<unknown>): Promise<void>;
  /** Lets all go and reads it again: words were taken out of some. */
  reload(free: () => Promise<unknown>): Promise<void>;
  /** Reads one conversation again. */
  follow(conversation: ConversationRef): Promise<void>;
  /** Those that ask the same by their words, the newest first. */
  like(draft: string): PastQuestion[];
}

/** So many that share words with a draft are compared with it. */
const mostCompared = 40;
/** Share of their words that two questions have in common at least. */
const leastAlike = 0.78;

/** The index of past questions. It lives in memory alone: the turns in the store tell all of it. */
export function pastQuestions({ store, questions: words }: Pick<Ports, 'store' | 'questions'>): Questions {
  const held = new Map<TurnId, PastQuestion>();
  const ofConversation = new Map<ConversationId, TurnId[]>();
  const inOrder = serial();
  const read = (id: ConversationId) => inOrder(async () => hold(id, await store.thread(id)));

  function hold(id: ConversationId, thread: Thread | undefined): void {
    drop(id);
    const found = thread ? pastQuestionsIn(thread) : [];
    if (found.length === 0) return;
    ofConversation.set(
      id,
      found.map(({ turnId }) => turnId),
    );
    for (const { text: _, ...past } of found) held.set(past.turnId, past);
    words.add(found.map(({ turnId, text }) => ({ id: turnId, text, domains: [], importance: 0 })));
  }

  function drop(id: ConversationId): void {
    const gone = ofConversation.get(id) ?? [];
    words.remove(gone);
    for (const turnId of gone) held.delete(turnId);
    ofConversation.delete(id);
  }

  async function readAll(free: () => Promise<unknown>): Promise<void> {
    for (const id of await store.conversationIds()) {
      await free();
      await nextTask();
      await read(id);
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
        if (conversation) hold(conversation.id, await store.thread(conversation.id));
      }),

    like(draft) {
      const asked = askedIn(draft);
      return words
        .search(draft.slice(0, longestIndexed), mostCompared)
        .flatMap(({ id }) => held.get(id) ?? [])
        .filter((past) => alike(asked, past.asked) >= leastAlike)
        .sort((one, other) => other.solved.at - one.solved.at);
    },
  };
}

const longestIndexed = 4_000;

/** Those whose answer says something, and whose page can be opened. */
function pastQuestionsIn(thread: Thread): (PastQuestion & { text: string })[] {
  const { id: conversationId, space, site, url } = thread.conversation;
  if (!/^https?:\/\//i.test(url)) return [];
  return exchangesIn(thread)
    .map(({ question: { id: turnId, text, capturedAt: at }, answer }) => ({
      turnId,
      conversationId,
      space,
      asked: askedIn(text),
      solved: { question: shortened(text), gist: gistOf(answer.text), at, site, url },
      text: text.slice(0, longestIndexed),
    }))
    .filter(({ solved }) => solved.gist !== '');
}

function alike(one: Asked, other: Asked): number {
  const whole = likeness(one.whole, other.whole);
  const isPart = one.part !== undefined || other.part !== undefined;
  return isPart ? Math.max(whole, likeness(one.part ?? one.whole, other.part ?? other.whole)) : whole;
}
