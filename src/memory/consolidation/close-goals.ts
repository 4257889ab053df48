import { bare } from '@/memory/bare';
import { withSource } from '@/memory/consolidation/changes';
import type { Draft } from '@/memory/consolidation/draft';
import { endsGoal, isEnding, type Outcome } from '@/memory/consolidation/goal-endings';
import { saidTo } from '@/memory/consolidation/said-when';
import type { Ports } from '@/memory/ports';
import type { ActiveMemory, Memory } from '@/memory/types';

/** Closes the open goals that a later statement says are reached or given up, and answers how. */
export async function closeGoals(
  said: ActiveMemory,
  draft: Draft,
  { store }: Ports,
): Promise<Outcome | undefined> {
  const [source] = said.sources;
  if (!source || said.kind === 'procedure' || !isEnding(said.text)) return undefined;
  const known = await store.memories(await store.activeIds('goal'));
  const goals = new Map([...known, ...draft.memories].map((memory) => [memory.id, draft.latest(memory)]));
  let outcome: Outcome | undefined;
  for (const goal of goals.values()) {
    if (goal.kind !== 'goal' || goal.status !== 'active' || goal.space !== said.space) continue;
    const how = saidTo(goal) < source.at ? endsGoal(said.text, goal.text) : undefined;
    if (!how) continue;
    outcome = how;
    const sources = withSource(goal.sources, source);
    const closed: Memory = { ...bare(goal), status: 'closed', outcome: how, closedAt: source.at, sources };
    draft.put(closed, goal);
  }
  return outcome;
}
