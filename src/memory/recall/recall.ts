import { languageOf } from '@/lib/language';
import { type Assistant, unassisted } from '@/memory/assist/assistant';
import { isOn } from '@/memory/capture';
import { formatBlock } from '@/memory/injection/block';
import { toBlockMemory } from '@/memory/injection/block-memory';
import { formatFor } from '@/memory/injection/format-for';
import { estimateTokens } from '@/memory/injection/tokens';
import { lastSaidAt } from '@/memory/last-said-at';
import { chosenWithin } from '@/memory/recall/choose';
import { isDismissedFor } from '@/memory/recall/dismissed';
import type { RecallPorts } from '@/memory/recall/propose';
import { queryOf } from '@/memory/recall/query';
import { type Ranked, rankedFor } from '@/memory/recall/ranked';
import { reasonsFor } from '@/memory/recall/reasons';
import { relevant } from '@/memory/recall/relevance';
import type { Recall, RecallRequest } from '@/memory/recall/types';
import { type ActiveMemory, type Conversation, personalSpace } from '@/memory/types';

/** So many of the best are shown to a language model; more would take it too long. */
const mostChecked = 12;
/** So many turns back still tell what a draft is about. */
const mostTurns = 2;

/**
 * The memories that bear on a draft and that its conversation does not know yet, best first, and their block. The
 * assistant may look from more sides, take out what does not help, and word the block; it does nothing where there is
 * no language model, or none that is quick.
 */
export async function recall(
  request: RecallRequest,
  ports: RecallPorts,
  assistant: Assistant,
): Promise<Recall> {
  const { draft, conversation: ref } = request;
  const settings = await ports.store.settings();
  const { injection } = settings;
  const helper = settings.assist ? assistant : unassisted;
  const now = ports.now();
  if (injection === 'off' || !isOn(settings, ref.site)) {
    return { injection: 'off', memories: [], block: '', tokens: 0, at: now };
  }
  const [conversation, aside] = await Promise.all([
    ports.store.findConversation(ref),
    helper.expandQuery(draft),
  ]);
  const turns =
    request.turns ?? (conversation ? await ports.store.lastTurns(conversation.id, mostTurns) : []);
  const query = queryOf(draft, {
    now,
    ...ports.domains,
    turns: turns.slice(0, mostTurns),
    aside,
  });
  const space = conversation?.space ?? personalSpace;
  const fitting = (await rankedFor(query, ref.site, ports)).filter(
    ({ memory }) =>
      memory.space === space && !isKnownTo(conversation, memory) && !isDismissedFor(memory, query, now),
  );
  const helpful = await checked(relevant(fitting, query), draft, helper);
  const options = { format: formatFor(settings, ref.site), language: languageOf(draft) };
  const most = request.maxTokens ?? settings.budgetTokens;
  const best = chosenWithin(helpful, most, options);
  const chosen = best.map(({ memory }) => memory);
  const prose = options.format === 'paragraph' ? await helper.blockProse(chosen) : '';
  const block = formatBlock(chosen.map(toBlockMemory), { ...options, prose });
  return {
    injection,
    memories: best.map((one) => ({
      id: one.memory.id,
      kind: one.memory.kind,
      text: one.memory.text,
      at: lastSaidAt(one.memory),
      reasons: reasonsFor(one, query),
    })),
    block,
    tokens: block === '' ? 0 : estimateTokens(block),
    at: ports.now(),
  };
}

async function checked(ranked: readonly Ranked[], draft: string, helper: Assistant): Promise<Ranked[]> {
  const best = ranked.slice(0, mostChecked).map(({ memory }) => memory);
  const passed = new Set(await helper.relevanceCheck(draft, best));
  return ranked.filter(({ memory }, place) => place >= mostChecked || passed.has(memory.id));
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
