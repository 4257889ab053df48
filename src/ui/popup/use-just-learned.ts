import type { Memory } from '@/memory/types';
import { useConnections } from '@/ui/connections';
import { useLive } from '@/ui/use-live';

const mostShown = 3;
/** More acts than memories to show: most leave an episode, and what one learned may be gone by now. */
const actsLookedAt = 60;
const recentMs = 24 * 60 * 60_000;

/** The newest memories learned within the last day; what merely happened is no news to the user. */
export function useJustLearned(): Memory[] | undefined {
  const { live } = useConnections();
  const learned = useLive(() => live.recentlyLearned(actsLookedAt), []);
  const since = Date.now() - recentMs;
  return learned
    ?.filter(({ kind }) => kind !== 'episode')
    .filter(({ sources }) => sources.some(({ from, at }) => from === 'turn' && at > since))
    .slice(0, mostShown);
}
