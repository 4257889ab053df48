import { isOn } from '@/memory/capture';
import { queryVector } from '@/memory/embed';
import { formatBlock, lastSaidAt } from '@/memory/injection/format-block';
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

/** The memories that bear on a draft and that its conversation does not know yet, best first, and their block. */
export async function recall(request: RecallRequest, ports: Ports): Promise<Recall> {
  const settings = await ports.store.settings();
  const { injection, budgetTokens } = settings;
  if (injection === 'off' || !isOn(settings, request.conversation.site)) {
    return { injection: 'off', memories: [], block: '', at: ports.now() };
  }
  const query = queryOf(request.draft);
  const [candidates, conversation] = await Promise.all([
    propose(query, ports),
    ports.store.findConversation(request.conversation),
  ]);
  const space = conversation?.space ?? personalSpace;
  const fitting = candidates.filter(
    ({ memory }) => memory.space === space && !isKnownTo(conversation, memory),
  );
  const chosen = withinBudget(rankAll(fitting, query, ports.now()), budgetTokens);
  return {
    injection,
    memories: chosen.map((memory) => ({
      id: memory.id,
      kind: memory.kind,
      text: memory.text,
      at: lastSaidAt(memory),
    })),
    block: formatBlock(chosen),
    at: ports.now(),
  };
}

interface Proposal {
  memory: ActiveMemory;
  similarity: number;
}

/** Words, vectors and needs each propose; what only one of them finds is found. */
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

function rankAll(proposals: readonly Proposal[], query: RecallQuery, now: number): ActiveMemory[] {
  const ranked = proposals
    .map(({ memory, similarity }) => ({ memory, signals: signalsOf(memory, query, similarity, now) }))
    .filter(({ signals }) => isRelevant(signals))
    .map(({ memory, signals }) => ({ memory, score: rank(signals) }))
    .sort((one, other) => other.score - one.score);
  return withoutTail(ranked).map(({ memory }) => memory);
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
