import type { SeenTurn } from '@/page/seen-turns';

export interface Settled {
  /** Turns that are complete, oldest first. */
  turns: SeenTurn[];
  /** Whether some turn with words may settle without a further change of the page. */
  isWaiting: boolean;
}

/**
 * Tells which turns are complete: not being written by the site's own marks, and the same in two readings in a row.
 * Silence alone is no end: answers pause for a minute while a tool runs.
 */
export function settler(): (turns: readonly SeenTurn[], isAnswering: boolean, isLast: boolean) => Settled {
  let before = new Set<string>();
  let givesIds = false;

  return (turns, isAnswering, isLast) => {
    givesIds ||= turns.some(({ id }) => id !== undefined);
    const now = new Set<string>();
    const settled: SeenTurn[] = [];
    let isWaiting = false;
    for (const [index, seen] of turns.entries()) {
      if (seen.hash === undefined || seen.turn.streaming) continue;
      const isBeingAnswered = isAnswering && seen.role === 'assistant' && index === turns.length - 1;
      // A site that names its turns gives a new one its id while it answers; sent without, it would come twice.
      const getsItsId = isAnswering && givesIds && seen.id === undefined;
      if (isBeingAnswered || getsItsId) continue;
      const words = `${seen.key} ${seen.hash}`;
      now.add(words);
      if (before.has(words) || isLast) settled.push(seen);
      else isWaiting = true;
    }
    before = now;
    return { turns: settled, isWaiting };
  };
}
