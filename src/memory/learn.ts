import { askAbout } from '@/memory/ask-about';
import { commandAct } from '@/memory/commands/command-act';
import { sourceOf } from '@/memory/consolidation/changes';
import { consolidateAll } from '@/memory/consolidation/consolidate-all';
import { endingsIn } from '@/memory/consolidation/goal-endings';
import { learnEpisode } from '@/memory/episodes/learn-episode';
import { toldBy } from '@/memory/extraction/candidates-in';
import { jobFor } from '@/memory/extraction/model/job-for';
import { ifKept, ifKeptWhenAsked, keptOf } from '@/memory/kept';
import { learnPatterns } from '@/memory/patterns/learn-patterns';
import type { Act, PendingTurn, Ports } from '@/memory/ports';
import { weighed } from '@/memory/safety';
import { mayLearnFrom, saidAt } from '@/memory/trust';
import type { Candidate } from '@/memory/types';

/** The act that makes one pending turn a learned one, memories and all. It changes nothing by itself. */
export async function learnFrom(pending: PendingTurn, ports: Ports): Promise<Act> {
  const commanded = await commandAct(pending, ports);
  if (commanded) return ifKeptWhenAsked(commanded, ports);
  const { turn, conversation } = pending;
  const learned = { turnIds: [turn.id], at: ports.now() };
  if (!mayLearnFrom(turn))
    return joined([{ learned }, await ifKept(await learnEpisode(pending, ports), ports)]);

  const { agreed, doubtful } = await toldBy(turn.text, saidAt(turn), ports.judge);
  const found = await keptOf(agreed, ports);
  const candidates = found.map((candidate) => weighed(candidate, ports.placer));
  const at = saidAt(turn);
  const sourced = [...candidates, ...onlyEndings(turn.text, candidates)].map((candidate) => ({
    candidate,
    source: sourceOf(candidate, pending),
    endsOnly: !candidates.includes(candidate),
    ...(at === undefined ? {} : { at }),
  }));
  const isTimeKnown = at !== undefined;
  const job = ports.extractor() && jobFor(turn, ports.now());
  const jobs = job ? { jobs: { added: [job] } } : {};
  return joined([
    { learned, ...jobs },
    await consolidateAll(sourced, conversation.space, 'learn', isTimeKnown, ports),
    await askAbout(await keptOf(doubtful, ports), pending, ports),
    await ifKept(await learnEpisode(pending, ports), ports),
    await ifKept(await learnPatterns(pending, ports), ports),
  ]);
}

/** What tells that a goal was reached or dropped, where nothing is learned from it. */
function onlyEndings(text: string, candidates: readonly Candidate[]): Candidate[] {
  return endingsIn(text)
    .filter((ending) => !candidates.some(({ quote }) => ending.includes(quote) || quote.includes(ending)))
    .map((ending) => ({
      kind: 'fact',
      text: ending,
      quote: ending,
      importance: 0,
      confidence: 1,
      basis: 'inferred',
    }));
}

/** What one turn teaches, as one act with one entry. */
function joined(acts: readonly Act[]): Act {
  const entry = acts.find((act) => act.entry)?.entry;
  return {
    ...Object.assign({}, ...acts),
    put: acts.flatMap(({ put = [] }) => put),
    vectors: acts.flatMap(({ vectors = [] }) => vectors),
    ...(entry ? { entry: { ...entry, changes: acts.flatMap((act) => act.entry?.changes ?? []) } } : {}),
  };
}
