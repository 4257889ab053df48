import type { Domain } from '@/memory/domains';
import { newerFirst } from '@/memory/recall/newer-first';
import { propose, type RecallPorts } from '@/memory/recall/propose';
import type { RecallQuery } from '@/memory/recall/query';
import { chanceOf, rank } from '@/memory/recall/rank';
import { type Signals, signalsOf } from '@/memory/recall/signals';
import type { ActiveMemory, SiteId } from '@/memory/types';

export interface Ranked {
  memory: ActiveMemory;
  /** Of those it belongs to, the one that the draft needs most. */
  domain?: Domain | undefined;
  signals: Signals;
  /** 0 to 1: how likely it is that it belongs beside the draft. */
  score: number;
}

/** Whatever a query may bring to mind, best first, whether it is of any use or not. */
export async function rankedFor(query: RecallQuery, site: SiteId, ports: RecallPorts): Promise<Ranked[]> {
  const now = ports.now();
  const proposals = await propose(query, ports);
  const ranked = proposals
    .map((proposal) => {
      const signals = signalsOf(proposal, query, { now, site });
      return { memory: proposal.memory, domain: proposal.domain, signals, score: chanceOf(rank(signals)) };
    })
    .sort((one, other) => other.score - one.score);
  return newerFirst(ranked);
}
