import type { Recall } from '@/memory/recall/types';
import type { CapturedTurns, ConversationRef, FeedbackSort, MemoryId } from '@/memory/types';
import type { Engine } from '@/page/engine';
import { recallable } from '@/page/serving';
import { ownWords, standingIn } from '@/page/standing';

/** A prompt that has left. */
export interface Left {
  /** With the block, as it was sent. */
  text: string;
  /** What was added to it, whole. */
  recall: Recall | undefined;
  /** What the user had unticked for it. */
  declined: MemoryId[];
}

/** Tells the engine how the memories fared that were offered. */
export interface FeedbackTeller {
  left(left: Left): void;
  tell(sort: FeedbackSort, memories: readonly MemoryId[], draft: string): void;
}

interface FeedbackParts {
  engine: Pick<Engine, 'report' | 'feedback'>;
  conversation(): ConversationRef;
  place(): Pick<CapturedTurns, 'url' | 'title'>;
}

export function tellFeedback({ engine, conversation, place }: FeedbackParts): FeedbackTeller {
  /** A prompt that the site did not take at once leaves again: it is judged once. */
  const judged = new WeakSet<Recall>();

  function tell(sort: FeedbackSort, memories: readonly MemoryId[], draft: string): void {
    if (memories.length === 0) return;
    const feedback = {
      conversation: conversation(),
      draft: recallable(draft),
      memories: [...memories],
      sort,
    };
    // An opinion that is lost is given again; it is not worth the user's attention.
    engine.feedback(feedback).catch(() => undefined);
  }

  function tellUse(text: string, recall: Recall): void {
    const standing = new Set(standingIn(text, recall).map(({ id }) => id));
    const used = [...standing];
    if (used.length === 0) return;
    // A use that is not counted loses a little strength.
    engine.report({ conversation: conversation(), ...place(), used, at: recall.at }).catch(() => undefined);
    if (judged.has(recall)) return;
    judged.add(recall);
    const gone = recall.memories.map(({ id }) => id).filter((id) => !standing.has(id));
    tell('edited-out', gone, ownWords(text, recall));
  }

  return {
    tell,
    left({ text, recall, declined }) {
      if (recall) tellUse(text, recall);
      tell('dismissed', declined, ownWords(text, recall));
    },
  };
}
