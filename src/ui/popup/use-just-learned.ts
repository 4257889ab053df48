import type { Memory } from '@/memory/types';
import { useConnections } from '@/ui/connections';
import { useLive } from '@/ui/use-live';

const mostShown = 3;
/** More acts than memories to show: what one of them learned may be archived or forgotten by now. */
const actsLookedAt = 12;
const recentMs = 24 * 60 * 60_000;

/** The newest memories learned within the last day. */
export function useJustLearned(): Memory[] | undefined {
  const { live } = useConnections();
  const learned = useLive(() => live.recentlyLearned(actsLookedAt), []);
  const since = Date.now() - recentMs;
  return learned
    ?.filter(({ sources }) => sources.some(({ from, at }) => from === 'turn' && at > since))
    .slice(0, mostShown);
}
