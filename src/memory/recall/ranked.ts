import type { Ports } from '@/memory/ports';
import { propose } from '@/memory/recall/propose';
import type { RecallQuery } from '@/memory/recall/query';
import { rank } from '@/memory/recall/rank';
import { type Signals, signalsOf } from '@/memory/recall/signals';
import type { ActiveMemory, SiteId } from '@/memory/types';

export interface Ranked {
  memory: ActiveMemory;
  signals: Signals;
  score: number;
}

/** Whatever a query may bring to mind, best first, whether it is of any use or not. */
export async function rankedFor(query: RecallQuery, site: SiteId, ports: Ports): Promise<Ranked[]> {
  const now = ports.now();
  const proposals = await propose(query, ports);
  return proposals
    .map((proposal) => {
      const signals = signalsOf(proposal, query, { now, site });
      return { memory: proposal.memory, signals, score: rank(signals) };
    })
    .sort((one, other) => other.score - one.score);
}
