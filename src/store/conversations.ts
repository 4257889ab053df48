import type {
  CapturedTurn,
  CapturedTurns,
  Conversation,
  ConversationId,
  ConversationRef,
  MemoryId,
  Turn,
} from '@/memory/types';
import { personalSpace } from '@/memory/types';
import type { Codec } from '@/store/codec';
import type { Database } from '@/store/database';
import { type ConversationRow, sealConversation, sealTurn, type TurnRow } from '@/store/rows';

interface Open {
  database: Database;
  codec: Codec;
  newId(): string;
}

type Place = Omit<CapturedTurns, 'turns'>;

/** Answers how many turns were new. */
export async function saveTurns({ database, codec, newId }: Open, captured: CapturedTurns, at: number) {
  const fresh = await sealConversation(newConversation(captured, newId(), at), codec);
  const turns = withoutRepeats(captured.turns);
  const candidates = await Promise.all(turns.map((turn) => sealNew(turn, fresh.id, at, newId(), codec)));

  return database.transaction('rw', database.conversations, database.turns, async () => {
    const conversation = await conversationOf(database, captured, fresh);
    if (!conversation) return 0;
    const known = await knownKeys(database, conversation.id, turns);
    const rows = candidates
      .filter((row) => !known.has(row.key))
      .map((row) => ({ ...row, conversationId: conversation.id }));

    for (const row of rows) await replaceAtSamePlace(database, row);
    await database.turns.bulkAdd(rows);
    if (rows.length > 0)
      await database.conversations.update(conversation.id, { lastTurnAt: at, body: fresh.body });
    return rows.length;
  });
}

export async function tell(
  { database, codec, newId }: Open,
  conversation: Place['conversation'] & Omit<Place, 'conversation'>,
  told: Record<MemoryId, number>,
  at: number,
): Promise<void> {
  const { url, title, ...ref } = conversation;
  const fresh = await sealConversation(
    newConversation({ conversation: ref, url, title }, newId(), at),
    codec,
  );
  await database.transaction('rw', database.conversations, async () => {
    const found = (await findConversationRow(database, ref)) ?? (await add(database, fresh));
    await database.conversations.put({ ...found, told: { ...found.told, ...told } });
  });
}

export async function findConversationRow(
  database: Database,
  { site, siteConversationId, provisionalKey }: ConversationRef,
): Promise<ConversationRow | undefined> {
  const named =
    siteConversationId && (await database.conversations.where({ site, siteConversationId }).first());
  if (named) return named;
  const provisional = await database.conversations.where({ provisionalKey }).first();
  const isAnother = siteConversationId && provisional?.siteConversationId;
  return isAnother ? undefined : provisional;
}

/** Finds the conversation, gives it the site's id as soon as that is known, or adds it if there is a turn for it. */
async function conversationOf(database: Database, captured: CapturedTurns, fresh: ConversationRow) {
  const { conversation: ref, turns } = captured;
  const found =
    (await findConversationRow(database, ref)) ??
    (ref.siteConversationId ? await findOrphan(database, ref, turns) : undefined);
  if (!found) return turns.length > 0 ? add(database, fresh) : undefined;
  if (ref.siteConversationId && !found.siteConversationId) {
    await database.conversations.update(found.id, { siteConversationId: ref.siteConversationId });
  }
  return found;
}

/** A provisional key that stands for another chat by now is not given out twice. */
async function add(database: Database, fresh: ConversationRow): Promise<ConversationRow> {
  const taken = await database.conversations.where({ provisionalKey: fresh.provisionalKey }).count();
  const added = taken > 0 ? { ...fresh, provisionalKey: fresh.id } : fresh;
  await database.conversations.add(added);
  return added;
}

/**
 * A page that went away before its chat had an id leaves a nameless conversation behind. When the chat comes back
 * under its name, it is the one that shares a turn with it.
 */
async function findOrphan(database: Database, { site }: ConversationRef, turns: readonly CapturedTurn[]) {
  const nameless = await database.conversations.where({ site, siteConversationId: '' }).toArray();
  for (const conversation of nameless) {
    const shared = await knownKeys(database, conversation.id, turns);
    if (shared.size > 0) return conversation;
  }
  return undefined;
}

async function knownKeys(database: Database, conversationId: ConversationId, turns: readonly CapturedTurn[]) {
  const keys = turns.map(({ key }) => [conversationId, key]);
  const rows = await database.turns.where('[conversationId+key]').anyOf(keys).toArray();
  return new Set(rows.map((row) => row.key));
}

/** An edited or regenerated turn stands where another stood: that one is kept, marked, and not learned from. */
async function replaceAtSamePlace(database: Database, row: TurnRow): Promise<void> {
  if (row.position === undefined) return;
  await database.turns
    .where({ conversationId: row.conversationId, position: row.position })
    .filter((other) => other.role === row.role && !other.replacedBy)
    .modify({ replacedBy: row.id, pendingAt: undefined });
}

function withoutRepeats(turns: readonly CapturedTurn[]): CapturedTurn[] {
  return [...new Map(turns.map((turn) => [turn.key, turn])).values()];
}

function newConversation({ conversation, url, title }: Place, id: ConversationId, at: number): Conversation {
  return { ...conversation, id, url, title, space: personalSpace, startedAt: at, lastTurnAt: at, told: {} };
}

function sealNew(turn: CapturedTurn, conversationId: ConversationId, at: number, id: string, codec: Codec) {
  const whole: Turn = { ...turn, id, conversationId, capturedAt: at };
  return sealTurn(whole, codec);
}
