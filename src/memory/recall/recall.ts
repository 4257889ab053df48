import { type Assistant, unassisted } from '@/memory/assist/assistant';
import { isOn } from '@/memory/capture';
import { queryVector } from '@/memory/embed';
import { formatBlock, lastSaidAt } from '@/memory/injection/format-block';
import { formatParagraph } from '@/memory/injection/format-paragraph';
import type { Ports } from '@/memory/ports';
import { withinBudget } from '@/memory/recall/budget';
import { queryOf, type RecallQuery } from '@/memory/recall/query';
import { rank } from '@/memory/recall/rank';
import { isRelevant, withoutTail } from '@/memory/recall/relevance';
import { signalsOf } from '@/memory/recall/signals';
import type { ActiveMemory, Conversation, MemoryId, Recall, RecallRequest } from '@/memory/types';
import { personalSpace } from '@/memory/types';

/** How many each way of looking proposes; ranking sees the union. */
const proposals = 50;
/** So many of the best are shown to a language model; more would take it too long. */
const mostChecked = 12;
/** What only a query beside the draft finds has to fit it so much better. */
const shareOfAside = 0.8;

/**
 * The memories that bear on a draft and that its conversation does not know yet, best first, and their block. The
 * assistant may look from more sides, take out what does not help, and word the block; it does nothing where there is
 * no language model, or none that is quick.
 */
export async function recall(request: RecallRequest, ports: Ports, assistant: Assistant): Promise<Recall> {
  const settings = await ports.store.settings();
  const { injection, budgetTokens, blockFormat } = settings;
  const helper = settings.assist ? assistant : unassisted;
  if (injection === 'off' || !isOn(settings, request.conversation.site)) {
    return { injection: 'off', memories: [], block: '', at: ports.now() };
  }
  const [fromDraft, fromAside, conversation] = await Promise.all([
    look(request.draft, 1, ports),
    helper
      .expandQuery(request.draft)
      .then((queries) => Promise.all(queries.map((query) => look(query, shareOfAside, ports)))),
    ports.store.findConversation(request.conversation),
  ]);
  const space = conversation?.space ?? personalSpace;
  const fitting = [fromDraft, ...fromAside]
    .flat()
    .filter(({ memory }) => memory.space === space && !isKnownTo(conversation, memory));
  const ranked = withoutTail(bestOfEach(fitting)).map(({ memory }) => memory);
  const checked = new Set(await helper.relevanceCheck(request.draft, ranked.slice(0, mostChecked)));
  const helpful = ranked.filter(({ id }, place) => place >= mostChecked || checked.has(id));
  const chosen = withinBudget(helpful, budgetTokens);
  return {
    injection,
    memories: chosen.map((memory) => ({
      id: memory.id,
      kind: memory.kind,
      text: memory.text,
      at: lastSaidAt(memory),
    })),
    block:
      blockFormat === 'paragraph' ? formatParagraph(await helper.blockProse(chosen)) : formatBlock(chosen),
    at: ports.now(),
  };
}

interface Ranked {
  memory: ActiveMemory;
  score: number;
}

/** What a text brings to mind: words, vectors and needs each propose, and what only one of them finds is found. */
async function look(text: string, share: number, ports: Ports): Promise<Ranked[]> {
  const query = queryOf(text);
  const found = await propose(query, ports);
  return found
    .map(({ memory, similarity }) => ({ memory, signals: signalsOf(memory, query, similarity, ports.now()) }))
    .filter(({ signals }) => isRelevant(signals))
    .map(({ memory, signals }) => ({ memory, score: share * rank(signals) }));
}

interface Proposal {
  memory: ActiveMemory;
  similarity: number;
}

async function propose(query: RecallQuery, { store, vectors, words, embedder }: Ports): Promise<Proposal[]> {
  const vector = await queryVector(query.text, { vectors, embedder });
  const near = vector ? vectors.search(vector, proposals) : [];
  const similarity = new Map(near.map(({ id, score }) => [id, score]));
  const ids = new Set<MemoryId>([
    ...similarity.keys(),
    ...words.search(query.text, proposals).map(({ id }) => id),
    ...words.inDomains(query.needs, proposals).map(({ id }) => id),
  ]);
  const memories = await store.memories([...ids]);
  return memories
    .filter((memory): memory is ActiveMemory => memory.status === 'active')
    .map((memory) => ({ memory, similarity: similarity.get(memory.id) ?? 0 }));
}

/** Best first, each memory once. */
function bestOfEach(found: readonly Ranked[]): Ranked[] {
  const best = new Map<MemoryId, Ranked>();
  for (const one of found) {
    const known = best.get(one.memory.id);
    if (!known || one.score > known.score) best.set(one.memory.id, one);
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

/** A conversation knows what was said in it and what it was told, unless the wording changed since. */
function isKnownTo(conversation: Conversation | undefined, memory: ActiveMemory): boolean {
  if (!conversation) return false;
  const toldAt = conversation.told[memory.id];
  if (toldAt !== undefined && toldAt >= memory.updatedAt) return true;
  return (
    memory.sources.some((source) => source.from === 'turn' && source.conversationId === conversation.id) &&
    memory.basis !== 'written'
  );
}
