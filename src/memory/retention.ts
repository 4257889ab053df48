import { nextTask } from '@/lib/next-task';
import { changeAct } from '@/memory/acts';
import { isActive } from '@/memory/is-active';
import { lastSaidAt } from '@/memory/last-said-at';
import type { Act, Placer, Ports } from '@/memory/ports';
import { isForSafety } from '@/memory/safety';
import { strengthNow } from '@/memory/strength';
import type { ActiveMemory, AuditEntry, Memory, MemoryId } from '@/memory/types';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The nightly pass comes at most once in so long. */
export const roundMs = 20 * hourMs;
/** Less than this has faded: said once, an episode has after half a year, a goal after one, a fact after four. */
export const faintStrength = 0.25;
/** Nothing fades that was said, used or taken up in the last so many milliseconds. */
export const quietMs = 90 * dayMs;
/** Of more episodes than this, those that are older go sooner. */
export const mostEpisodes = 3_000;
/** Even of too many episodes, those that were said or used in the last so many milliseconds stay. */
const leastQuietMs = 30 * dayMs;
/** What matters this much stays. */
const important = 0.7;

/** So many memories are looked at in one step: other acts, and recalls, come in between. */
const batchSize = 50;

/** Archives what has faded or is over, if the last pass is long enough ago. */
export async function retain(
  ports: Ports,
  act: (make: () => Promise<Act | undefined>) => Promise<unknown>,
): Promise<void> {
  const { store, now } = ports;
  const last = await store.retainedAt();
  // Either way: a clock that was set back must not put the pass off for years.
  if (last !== undefined && Math.abs(now() - last) < roundMs) return;
  // Before the pass: what goes wrong in it goes wrong once a night, and the next one takes up what is left.
  await store.saveRetainedAt(now());
  const episodes = await store.activeIds('episode');
  const surplus = new Set(episodes.slice(0, Math.max(0, episodes.length - mostEpisodes)));
  const ids = await store.activeIds();
  for (let from = 0; from < ids.length; from += batchSize) {
    const batch = ids.slice(from, from + batchSize);
    await act(() => retainAct(batch, surplus, ports));
    await nextTask();
  }
}

/** The act that archives those of a batch that have faded or are over; undefined where there are none. */
export async function retainAct(
  ids: readonly MemoryId[],
  surplus: ReadonlySet<MemoryId>,
  ports: Ports,
): Promise<Act | undefined> {
  const { store, now, placer } = ports;
  const at = now();
  const memories = (await store.memories(ids)).filter(isActive);
  const tired = memories.filter(
    (memory) => isOver(memory, at) || isFaded(memory, { isSurplus: surplus.has(memory.id), placer, at }),
  );
  const entries = tired.length > 0 ? await store.auditOf(tired.map(({ id }) => id)) : [];
  const fading = tired.filter((memory) => {
    const own = entries.filter(({ changes }) => changes.some(({ after }) => after?.id === memory.id));
    return !isBroughtBack(own) && (isOver(memory, at) || !isNew(own, at));
  });
  if (fading.length === 0) return undefined;
  return changeAct(
    'fade',
    fading.map((before) => ({ before, after: { ...before, status: 'archived', archivedAt: at } as Memory })),
    ports,
  );
}

/** True until a day that has gone by. What happened has happened, and a rule is taken back by the user. */
export function isOver({ kind, basis, pinned, validTo }: Memory, at: number): boolean {
  if (pinned || basis === 'written' || kind === 'episode' || kind === 'procedure') return false;
  return validTo !== undefined && validTo < at;
}

/** Read off a chat, not said or used for long, weak by now, and nothing that keeps somebody from harm. */
export function isFaded(
  memory: ActiveMemory,
  { isSurplus, placer, at }: { isSurplus: boolean; placer: Placer; at: number },
): boolean {
  const { kind, basis, pinned, importance } = memory;
  if (pinned || basis !== 'inferred' || kind === 'procedure' || importance >= important) return false;
  const quiet = at - Math.max(lastSaidAt(memory), memory.lastUsedAt ?? 0);
  const isFaint = quiet > quietMs && strengthNow(memory, at) < faintStrength;
  return (isFaint || (isSurplus && quiet > leastQuietMs)) && !isForSafety(memory.text, placer);
}

/** What the user brought back stays. */
function isBroughtBack(own: readonly AuditEntry[]): boolean {
  return own.some(({ kind, undoneBy }) => kind === 'restore' || (kind === 'fade' && undoneBy !== undefined));
}

/** What came in from an old chat is to be found for a while, however long ago it was said. */
function isNew([first]: readonly AuditEntry[], at: number): boolean {
  return first !== undefined && at - first.at <= leastQuietMs;
}
