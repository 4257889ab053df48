import { newMemory, sourceOf } from '@/memory/consolidation/changes';
import { quoteIn } from '@/memory/consolidation/consolidate-read';
import { Draft } from '@/memory/consolidation/draft';
import { matters } from '@/memory/domains';
import { embedAll } from '@/memory/embed';
import { type Beside, episodeIn, mayHoldEpisode } from '@/memory/episodes/episode-in';
import { type Exchange, exchangeOf } from '@/memory/episodes/exchange-of';
import { isExtract } from '@/memory/episodes/is-extract';
import { candidatesIn } from '@/memory/extraction/candidates-in';
import { gate } from '@/memory/extraction/gate';
import type { Act, PendingTurn, Ports } from '@/memory/ports';
import { asksSame } from '@/memory/solved/likeness';
import { questionWords } from '@/memory/solved/question-words';
import { saidAt } from '@/memory/trust';
import type { ActiveMemory, Candidate, Conversation, Memory } from '@/memory/types';

/**
 * What a turn adds to the episodes: of each exchange at most one, made when it can be told and completed when it is
 * answered, or answered anew. It comes out the same whichever of its turns was captured first, and however often.
 * What the user made of an episode stands.
 */
export async function learnEpisode(pending: PendingTurn, ports: Ports): Promise<Omit<Act, 'learned'>> {
  const { turn } = pending;
  if (turn.role === 'user' && !mayHoldEpisode(turn)) return {};
  const exchange = await exchangeOf(turn, ports.store);
  if (!exchange) return {};
  const candidate = await candidateOf(exchange, pending.conversation, ports);
  if (!candidate) return {};

  const known = await knownOf(candidate, exchange, pending.conversation, ports);
  if (known === 'settled' || known?.text === candidate.text) return {};
  const source = sourceOf(candidate, { ...pending, turn: exchange.said });
  const { text, validFrom } = candidate;
  const memory = known
    ? { ...known, text, validFrom, sources: [source], updatedAt: ports.now() }
    : newMemory(candidate, source, pending.conversation.space, ports.now(), ports);
  const draft = new Draft();
  draft.put(memory, known);
  draft.vectors.push(...(await embedAll([memory], ports)));
  return draft.act('learn', ports);
}

async function candidateOf(
  exchange: Exchange,
  { told }: Conversation,
  { store, placer, judge }: Ports,
): Promise<Candidate | undefined> {
  const { said } = exchange;
  const beside: Beside = {
    learned: [],
    told: (await store.memories(Object.keys(told))).map(({ text }) => text),
    nothing: (text) => placer.matters(text)[matters.indexOf('none')] ?? 0,
  };
  // Most turns have no episode in them, whatever else they tell; reading what they tell takes longer.
  if (!episodeIn(exchange, beside)) return undefined;
  const learned = (await candidatesIn(said.text, saidAt(said), judge)).map(({ quote }) => quote);
  const candidate = episodeIn(exchange, { ...beside, learned });
  return candidate && gate([candidate], said.text)[0];
}

/**
 * The episode of this exchange, or of one before it in the same conversation that was asked again or edited; *settled*
 * where the user decided about it.
 */
async function knownOf(
  { quote }: Candidate,
  { said }: Exchange,
  { id }: Conversation,
  ports: Ports,
): Promise<ActiveMemory | 'settled' | undefined> {
  const { store, words, now } = ports;
  const forgotten = (await store.forgottenBefore(now() + 1)).flatMap(({ changes }) =>
    changes.flatMap(({ before }) => before ?? []),
  );
  const ofTurn = [...(await store.memoriesOfTurn(said.id)), ...forgotten].filter(
    (memory) => memory.kind === 'episode' && quoteIn(memory, said.id) === quote,
  );
  if (ofTurn.length > 0) return ofTurn.find(isOpen) ?? 'settled';

  const near = await store.memories(words.search(quote, nearest).map(({ id }) => id));
  return near
    .filter(isOpen)
    .find(({ sources }) =>
      sources.some(
        (source) =>
          source.from === 'turn' &&
          source.conversationId === id &&
          asksSame(questionWords(source.quote), questionWords(quote)),
      ),
    );
}

const nearest = 8;

/** Nobody but extraction has had a hand in it. */
function isOpen(memory: Memory): memory is ActiveMemory {
  return memory.status === 'active' && memory.basis === 'inferred' && isExtract(memory);
}
