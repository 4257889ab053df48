import { cosine } from '@/lib/cosine';
import { withinTime } from '@/lib/within-time';
import { passageVectors } from '@/memory/embed';
import type { Embedder, Ports } from '@/memory/ports';
import type { Recall, RecallRequest, Solved } from '@/memory/recall/types';
import { shortened } from '@/memory/solved/gist';
import { type PastQuestion, pastQuestions } from '@/memory/solved/questions';
import { type ConversationRef, personalSpace } from '@/memory/types';

/** What the user asked before, on any site, and what was answered. */
export interface SolvedQuestions {
  /** Reads past questions in the background, whenever no recall is under way. */
  load(): Promise<void>;
  /** After words were taken out of captured turns. */
  reload(): Promise<void>;
  /** After turns of a conversation were captured. */
  follow(conversation: ConversationRef): Promise<void>;
  /** The newest exchange of another conversation that answers the very question of a draft. */
  find(request: RecallRequest): Promise<Solved | undefined>;
  /** A recall with what is found meanwhile; it is not held up for that. */
  beside(recalled: Promise<Recall>, request: RecallRequest): Promise<Recall>;
}

/** What is not found so long after its recall is not shown. */
const graceMs = 4;
/** So many questions of the same words are looked at. */
const mostLookedAt = 6;
/** Cosine as a share of the way from unrelated sentences to the same one: a strong match is beyond this. */
const leastCosine = 0.6;

export function solvedQuestions(ports: Ports): SolvedQuestions {
  const questions = pastQuestions(ports.store);
  const unrelated = unrelatedCosine();
  let recalling: Promise<unknown> = Promise.resolve();
  const free = () => recalling.catch(() => undefined);

  async function find({ draft, conversation: ref }: RecallRequest): Promise<Solved | undefined> {
    const conversation = await ports.store.findConversation(ref);
    const space = conversation?.space ?? personalSpace;
    const like = questions
      .like(draft)
      .filter((past) => past.space === space && past.conversationId !== conversation?.id)
      .slice(0, mostLookedAt);
    const near = await nearTo(draft, like);
    return near[0]?.solved;
  }

  async function nearTo(draft: string, like: readonly PastQuestion[]): Promise<readonly PastQuestion[]> {
    if (like.length === 0) return [];
    const texts = [shortened(draft), ...like.map(({ solved }) => solved.question)];
    const vectors = await passageVectors(
      texts.map((text) => ({ text })),
      ports,
    );
    // The words are enough where the model does not answer: they decide, the vector may only object.
    if (!vectors) return like;
    const floor = await unrelated(ports.embedder);
    return like.filter((_, place) => {
      const likeness = cosine(vectors[0], vectors[place + 1]);
      return (likeness - floor) / (1 - floor) >= leastCosine;
    });
  }

  return {
    async load() {
      await unrelated(ports.embedder).catch(() => undefined);
      await questions.load(free);
    },
    reload: () => questions.reload(free),
    follow: questions.follow,
    find,
    async beside(recalled, request) {
      recalling = recalled;
      const finding = find(request).catch(() => undefined);
      const recall = await recalled;
      if (recall.injection === 'off') return recall;
      const solved = await withinTime(finding, graceMs).catch(() => undefined);
      return solved ? { ...recall, solved } : recall;
    },
  };
}

/** Models differ in how alike they find what has nothing in common. */
function unrelatedCosine(): (embedder: Embedder) => Promise<number> {
  const known = new Map<string, number>();
  return async (embedder) => {
    const before = known.get(embedder.model);
    if (before !== undefined) return before;
    const vectors = await embedder.embed(unrelatedSentences);
    const pairs = vectors.flatMap((one, place) =>
      vectors.slice(place + 1).map((other) => cosine(one, other)),
    );
    const mean = Math.max(0, pairs.reduce((sum, value) => sum + value, 0) / pairs.length);
    known.set(embedder.model, mean);
    return mean;
  };
}

const unrelatedSentences = [
  'How do I prune an apple tree?',
  'The build fails with a linker error.',
  'When does the museum open on Sundays?',
  'Write a speech for my cousin at her wedding.',
  'Which visa do I need for Canada?',
  'My knee hurts after running.',
];
