import { newMemory, reinforced, sourceOf } from '@/memory/consolidation/changes';
import { neighboursOf } from '@/memory/consolidation/consolidate-all';
import { consolidateRead, quoteIn } from '@/memory/consolidation/consolidate-read';
import { Draft } from '@/memory/consolidation/draft';
import { passageVectors } from '@/memory/embed';
import { isExtract } from '@/memory/episodes/is-extract';
import { candidatesIn } from '@/memory/extraction/candidates-in';
import { gated, type ReadCandidate } from '@/memory/extraction/model/read-candidate';
import { ReadingFault } from '@/memory/extraction/model/reading-fault';
import { keptOf } from '@/memory/kept';
import type { Act, Extractor, Ports, ReadingJob } from '@/memory/ports';
import { saidAt } from '@/memory/trust';
import type { Memory, Turn } from '@/memory/types';

/** Memories near to a turn that the model is told of. */
const mostNear = 8;
/** Characters of a turn that say what is near to it. */
const lookedUp = 1_000;
/** Two readers that agree are as sure as reading gets. */
const agreed = 0.95;

/**
 * What a language model reads in a turn. Takes as long as the model does and changes nothing. Throws `ReadingFault`
 * for an answer that nothing can be made of.
 */
export async function readTurn(
  reading: ReadingJob,
  extractor: Extractor,
  ports: Ports,
  signal: AbortSignal,
): Promise<ReadCandidate[]> {
  const { candidatesByModel } = await import('@/memory/extraction/model/candidates-by-model');
  const near = await memoriesNear(reading, ports);
  const { verdict, read } = await candidatesByModel(reading, near, extractor, signal);
  if (verdict === 'garbage') throw new ReadingFault('badAnswer', 'Nothing can be made of the answer.');
  return read;
}

/**
 * The act that makes what was read memories, and the job done; only that where the turn is gone or was replaced
 * meanwhile. To be made in order with all other acts: it goes by what is known at this moment.
 */
export async function readAct(
  { job, conversation }: ReadingJob,
  read: readonly ReadCandidate[],
  model: string,
  ports: Ports,
): Promise<Act> {
  // Edited meanwhile, or words of it forgotten: what is read now must stand in it now.
  const turn = await ports.store.turn(job.turnId);
  if (!turn) return { jobs: { done: [job.turnId] } };
  const jobs = { done: [turn.id] };
  const passed = gated(read, turn.text);
  const kept = new Set(
    await keptOf(
      passed.map(({ candidate }) => candidate),
      ports,
    ),
  );
  const still = passed.filter(({ candidate }) => kept.has(candidate));
  if (still.length === 0) return { jobs };

  const vectors = await passageVectors(
    still.map(({ candidate }) => candidate),
    ports,
  );
  const byRules = await candidatesIn(turn.text, saidAt(turn));
  const settled = await settledIn(turn, ports);
  const draft = new Draft();
  for (const [index, found] of still.entries()) {
    const { candidate } = found;
    const vector = vectors?.[index];
    const near = await neighboursOf(candidate, vector, conversation.space, draft, ports);
    // What an extract quotes of a request is not known of the user by that.
    const neighbours = near.filter((memory) => !isExtract(memory));
    const decision = consolidateRead(found, { turn, byRules, neighbours, settled });
    if (decision.do === 'skip') continue;

    const source = sourceOf(candidate, { turn, conversation });
    if (decision.do === 'confirm') {
      const { memory } = decision;
      if (memory.confidence < agreed) draft.put({ ...memory, confidence: agreed }, memory);
    } else if (decision.do === 'reinforce') {
      draft.put(reinforced(decision.memory, source, ports.now()), decision.memory);
    } else {
      const memory = newMemory(candidate, source, conversation.space, ports.now(), ports);
      if (decision.do === 'add') {
        draft.put(memory);
        draft.embed(memory.id, vector, ports);
      } else {
        const waiting: Memory = { ...memory, status: 'quarantined', reason: decision.reason };
        draft.put(waiting);
        settled.push(waiting);
      }
    }
  }
  const { entry, ...changes } = draft.act('learn', ports);
  return entry ? { ...changes, entry: { ...entry, readBy: model }, jobs } : { jobs };
}

/** What the rules read in the same turn is left out: the model is to find it by itself, and so confirm it. */
async function memoriesNear({ turn, conversation }: ReadingJob, ports: Ports): Promise<Memory[]> {
  const text = turn.text.slice(0, lookedUp);
  const [vector] = (await passageVectors([{ text }], ports)) ?? [];
  const alike = vector ? ports.vectors.search(vector, mostNear) : [];
  const near = [...ports.words.search(text, mostNear), ...alike];
  const found = await ports.store.memories([...new Set(near.map(({ id }) => id))]);
  return found
    .filter(({ status, space }) => status === 'active' && space === conversation.space)
    .filter((memory) => !isExtract(memory))
    .filter((memory) => quoteIn(memory, turn.id) === undefined)
    .slice(0, mostNear);
}

/** What stands for a decision: all that waits for the user, and what came of this turn and is no longer as it was read. */
async function settledIn({ id }: Turn, { store, now }: Ports): Promise<Memory[]> {
  const [waiting, ofTurn, forgotten] = await Promise.all([
    store.memoriesByStatus('quarantined'),
    store.memoriesOfTurn(id),
    store.forgottenBefore(now() + 1),
  ]);
  const taken = forgotten.flatMap(({ changes }) => changes.flatMap(({ before }) => before ?? []));
  return [
    ...waiting,
    ...ofTurn.filter(({ status, basis }) => status !== 'active' || basis !== 'inferred'),
    ...taken.filter((memory) => quoteIn(memory, id) !== undefined),
  ];
}
