import type { RecallQuery } from '@/memory/recall/query';
import type { Ranked } from '@/memory/recall/ranked';

/** Silence is better than noise: what is below is not offered. */
const enough = { score: 0.55, episode: 0.6 };

/** Beside a memory that fits far better, one that only touches the draft is a distraction. */
const leastShareOfBest = 0.45;

/** What of a ranking, best first, is worth a place in a prompt. */
export function relevant(ranked: readonly Ranked[], query: RecallQuery): Ranked[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ memory, score, signals }) => {
    if (signals.invalid) return false;
    if (query.asksPast || memory.kind === 'episode')
      return score >= enough.episode * best && signals.words > 0;
    return score >= enough.score && score >= leastShareOfBest * best;
  });
}
