import { sourceOf } from '@/memory/consolidation/changes';
import { consolidateAll } from '@/memory/consolidation/consolidate-all';
import { candidatesIn } from '@/memory/extraction/candidates-in';
import { jobFor } from '@/memory/extraction/model/job-for';
import type { Act, PendingTurn, Ports } from '@/memory/ports';
import { mayLearnFrom, saidAt } from '@/memory/trust';

/** The act that makes one pending turn a learned one, memories and all. It changes nothing by itself. */
export async function learnFrom(pending: PendingTurn, ports: Ports): Promise<Act> {
  const { turn, conversation } = pending;
  const learned = { turnIds: [turn.id], at: ports.now() };
  if (!mayLearnFrom(turn)) return { learned };

  const candidates = await candidatesIn(turn.text, saidAt(turn));
  const sourced = candidates.map((candidate) => ({ candidate, source: sourceOf(candidate, pending) }));
  const isTimeKnown = saidAt(turn) !== undefined;
  const job = ports.extractor() && jobFor(turn, ports.now());
  const jobs = job ? { jobs: { added: [job] } } : {};
  return {
    learned,
    ...jobs,
    ...(await consolidateAll(sourced, conversation.space, 'learn', isTimeKnown, ports)),
  };
}
