import type { Recall, RecallRequest, Solved } from '@/memory/recall/types';
import type { Engine } from '@/page/engine';
import { serves } from '@/page/serving';
import { readComposer } from '@/sites/composer-text';
import type { Site } from '@/sites/site';

export interface SolvedDrafts {
  /** Asks the engine, and keeps what it knows of the question. */
  recall(request: RecallRequest): Promise<Recall>;
  /** The earlier answer to the draft as it stands now, unless the user waved it aside. */
  shown(): Solved | undefined;
  /** In this page it is not shown again. */
  dismiss(): void;
  /** The draft was sent or left behind. */
  clear(): void;
}

/** Keeps the earlier answer to what is being typed, beside the recalls that it came with. */
export function followSolved(site: Site, engine: Pick<Engine, 'recall'>): SolvedDrafts {
  const dismissed = new Set<string>();
  let asked = 0;
  let answer: { number: number; draft: string; solved: Solved | undefined } | undefined;

  function shown(): Solved | undefined {
    if (!answer?.solved || dismissed.has(keyOf(answer.solved))) return undefined;
    const composer = site.composer(document);
    return composer && serves(answer.draft, readComposer(composer)) ? answer.solved : undefined;
  }

  return {
    async recall(request) {
      const number = ++asked;
      const recall = await engine.recall(request);
      // Answers may overtake each other, and one may come after its draft was sent.
      if (number > (answer?.number ?? 0)) answer = { number, draft: request.draft, solved: recall.solved };
      return recall;
    },
    shown,
    dismiss() {
      if (answer?.solved) dismissed.add(keyOf(answer.solved));
    },
    clear() {
      answer = { number: asked, draft: '', solved: undefined };
    },
  };
}

function keyOf({ question, url }: Solved): string {
  return `${url}\n${question}`;
}
