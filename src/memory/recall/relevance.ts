import { isExtract } from '@/memory/episodes/is-extract';
import { looksBack } from '@/memory/episodes/looks-back';
import type { RecallQuery } from '@/memory/recall/query';
import type { Ranked } from '@/memory/recall/ranked';

/*
 * Silence is better than noise. The limits are those with which, on the development lives, at most a quarter of what
 * is given is out of place and at most one in twelve of the drafts that need nothing is given anything.
 */
const enough = {
  /** Chance of what is given to a draft that asks for help. */
  chance: 0.3,
  /** Beside a memory that fits far better, one that only touches the draft is a distraction. */
  shareOfBest: 0.42,
  /** A draft this surely complete in itself is left alone. */
  nothing: 0.36,
  /** Of what is asked for as a thing of the past, everything about as near as the best may be meant. */
  shareOfBestPast: 0.08,
};

/** Rules hold for every draft, but not without end. */
const mostRules = 5;

/** What of a ranking, best first, is worth a place in a prompt. */
export function relevant(ranked: readonly Ranked[], query: RecallQuery): Ranked[] {
  const rules = ranked.filter(({ memory }) => memory.kind === 'procedure').slice(0, mostRules);
  const asksBack = query.asksPast || looksBack(query.looks[0]?.text ?? '');
  // An extract is given only where it is asked for: there are hundreds, of whatever was talked about.
  const others = ranked.filter(
    ({ memory, signals }) =>
      memory.kind !== 'procedure' && !signals.invalid && (asksBack || !isExtract(memory)),
  );
  const best = others[0]?.score ?? 0;
  const isOfPast = query.asksPast || (others[0]?.signals.subject ?? 0) > 0;
  const fitting = others.filter(({ memory, score, signals }) => {
    if (isExtract(memory)) return signals.words > 0 && score >= enough.shareOfBest * best;
    if (isOfPast && memory.kind === 'episode') {
      return signals.words > 0 && score >= enough.shareOfBestPast * best;
    }
    if (query.needs.nothing > enough.nothing) return false;
    return score >= enough.chance && score >= enough.shareOfBest * best;
  });
  return [...rules.map((rule) => ({ ...rule, score: 1 })), ...fitting];
}
